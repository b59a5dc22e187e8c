import * as fc from 'fast-check';
import stringWidth from 'fast-string-width';
import { describe, expect, test } from 'vitest';
import {
  displayWidth,
  eachGrapheme,
  graphemeBoundary,
  graphemeEnd,
  graphemeStart,
  shown,
} from '../../../src/domain/text/graphemes.ts';
import { composedE, family, hostile } from './hostile-texts.ts';

describe('graphemes', () => {
  test('are those of the segmenter, with the widths of what is drawn', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const line = text.replaceAll('\n', ' ');
        const seen: string[] = [];
        let sum = 0;
        eachGrapheme(line, (start, end, width) => {
          seen.push(line.slice(start, end));
          sum += width;
        });
        expect(seen).toEqual(Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment));
        expect(displayWidth(line)).toBe(sum);
        expect(sum).toBe(
          seen.reduce((total, grapheme) => total + stringWidth(shown(grapheme).normalize()), 0),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('of every character of the plane that most scripts are in, beside a letter', () => {
    const segmenter = new Intl.Segmenter();
    const wrong: string[] = [];
    for (let unit = 0x20; unit <= 0xffff; unit += 1) {
      const character = String.fromCharCode(unit);
      const line = `${character}a${character}`;
      const ends: number[] = [];
      eachGrapheme(line, (_start, end) => ends.push(end));
      const expected = Array.from(segmenter.segment(line), ({ index, segment }) => index + segment.length);
      if (ends.join() !== expected.join()) wrong.push(unit.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    { text: 'ab', at: 1, start: 0, end: 2 },
    { text: `a${composedE}b`, at: 3, start: 1, end: 4 },
    { text: 'a\n\u0301', at: 2, start: 1, end: 3 },
    { text: '', at: 0, start: 0, end: 0 },
  ])('around $at in $text', ({ text, at, start, end }) => {
    expect([graphemeStart(text, at), graphemeBoundary(text, at), graphemeEnd(text, at)]).toEqual([
      start,
      at,
      end,
    ]);
  });

  test('have a boundary behind an offset within', () => {
    expect(graphemeBoundary(`a${family}b`, 3)).toBe(1 + family.length);
  });

  test('are shown without what steers the terminal', () => {
    expect(shown('a\tb\u001b[31mc\u202ed\u200be\u009b1m')).toBe('a  b[31mcde1m');
    expect(shown(family)).toBe(family);
  });
});
