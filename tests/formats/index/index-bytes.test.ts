import { describe, expect, test } from 'vitest';
import {
  bytesOf,
  type IndexBytes,
  layoutIn,
  printIndex,
  readIndex,
} from '../../../src/formats/index/index-bytes.ts';

const index: IndexBytes = {
  head: { madeFor: 'D.’s journal' },
  numbers: Float64Array.of(5, NaN, -Infinity, 1_796_000_000_000.25),
  names: bytesOf('a.md/b.md'),
  open: bytesOf('[\n[],\n[]\n]'),
  outlines: [bytesOf('[\n["{}"],\n[]'), bytesOf(',\n0\n]')],
};

const outlinesLength = index.outlines.reduce((sum, { length }) => sum + length, 0);
const asRead = { ...index, outlines: bytesOf('[\n["{}"],\n[],\n0\n]') };

/** Its bytes, at some place among others. */
function printedAt(place: number): Uint8Array {
  const pieces = printIndex(index);
  const bytes = new Uint8Array(place + pieces.reduce((sum, { length }) => sum + length, 0));
  let at = place;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes.subarray(place);
}

/** What is read of some bytes: of all of them, or of those before the outlines. */
function readOf(bytes: Uint8Array, length = bytes.length) {
  const layout = layoutIn(bytes);
  if (typeof layout === 'string') return layout;
  const index = layout.end === bytes.length ? readIndex(bytes.subarray(0, length), layout) : 'damaged';
  return typeof index === 'string' ? index : { ...index, outlines: bytes.subarray(layout.outlines) };
}

describe('the bytes of an index', () => {
  test.each([0, 1, 4, 7, 8])('say the same wherever they lie: %i bytes after the beginning', (place) => {
    const bytes = printedAt(place);
    expect(readOf(bytes)).toEqual(asRead);
    expect(readOf(bytes, bytes.length - outlinesLength)).toEqual(asRead);
  });

  test('are damaged where they are cut off, or where something comes after them', () => {
    const bytes = printedAt(0);
    const cut = Array.from(bytes.keys(), (length) => readOf(bytes.subarray(0, length)));
    expect(new Set(cut)).toEqual(new Set(['damaged']));
    expect(readOf(printedAt(0).subarray(1))).toBe('damaged');
    expect(readOf(Uint8Array.of(...bytes, 0))).toBe('damaged');
  });

  test('of another format are outdated', () => {
    const text = 'coach index 16 2 0 0\n{}';
    expect(readOf(bytesOf(text))).toBe('outdated');
  });
});
