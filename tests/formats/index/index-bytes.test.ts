import { describe, expect, test } from 'vitest';
import { bytesOf, type IndexBytes, printIndex, readIndex } from '../../../src/formats/index/index-bytes.ts';

const index: IndexBytes = {
  head: { madeFor: 'D.’s journal' },
  numbers: Float64Array.of(5, NaN, -Infinity, 1_796_000_000_000.25),
  outlines: bytesOf('[\n["{}"],\n[],\n0\n]'),
};

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

describe('the bytes of an index', () => {
  test.each([0, 1, 4, 7, 8])('say the same wherever they lie: %i bytes after the beginning', (place) => {
    expect(readIndex(printedAt(place))).toEqual(index);
  });

  test('are damaged where they are cut off, or where something comes after them', () => {
    const bytes = printedAt(0);
    const cut = Array.from(bytes.keys(), (length) => readIndex(bytes.subarray(0, length)));
    expect(new Set(cut)).toEqual(new Set(['damaged']));
    expect(readIndex(printedAt(0).subarray(1))).toBe('damaged');
    expect(readIndex(Uint8Array.of(...bytes, 0))).toBe('damaged');
  });

  test('of another format are outdated', () => {
    const text = 'coach index 15 2 0 0\n{}';
    expect(readIndex(bytesOf(text))).toBe('outdated');
  });
});
