import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  LONGEST_OWN_WORDS,
  placesIn,
  withOwnWords,
  withoutOwnWords,
} from '../../../src/domain/banks/own-words.ts';

const WORDING = 'What, if anything, keeps you from taking on {member-piece|more}?';

describe('the words of a person in a question', () => {
  test.each([
    { case: 'as they were typed', words: 'the report', is: 'keeps you from taking on "the report"?' },
    {
      case: 'on one line',
      words: 'the\nreport\r\n of May',
      is: 'keeps you from taking on "the report of May"?',
    },
    { case: 'nothing', words: undefined, is: 'keeps you from taking on more?' },
    { case: 'blanks', words: ' \n ', is: 'keeps you from taking on more?' },
    { case: 'without what steers a terminal', words: 'a\u001b[31mb', is: 'keeps you from taking on "ab"?' },
    {
      case: 'a place of their own',
      words: '{member-piece|x}',
      is: 'keeps you from taking on "{member-piece|x}"?',
    },
    { case: 'signs of a replacement', words: "$& $1 $' $$", is: `keeps you from taking on "$& $1 $' $$"?` },
  ])('$case', ({ words, is }) => {
    expect(withOwnWords(WORDING, null, () => words)).toBe(`What, if anything, ${is}`);
  });

  test('are cut where they are long, and not within a letter', () => {
    const family = '👨‍👩‍👧';
    const asked = withOwnWords('{a|b}', null, () => family.repeat(200));
    expect(asked).toBe(`"${family.repeat(LONGEST_OWN_WORDS - 1)}…"`);
    const fits = 'x'.repeat(LONGEST_OWN_WORDS);
    expect(withOwnWords('{a|b}', null, () => fits)).toBe(`"${fits}"`);
  });

  test('never reach the wording that lists show, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const asked = withOwnWords(WORDING, null, () => words);
        expect(asked).not.toContain('\n');
        expect(withoutOwnWords(WORDING)).toBe('What, if anything, keeps you from taking on more?');
        expect(placesIn(withoutOwnWords(WORDING))).toEqual([]);
      }),
    );
  });
});

test('a name takes its place, without quotes', () => {
  const wording = 'Could {about|they} take on {piece|it}?';
  const asked = (about: string | null): string => withOwnWords(wording, about, () => undefined);
  expect(asked('D.')).toBe('Could D. take on it?');
  expect(asked(null)).toBe('Could they take on it?');
  expect(asked(' ')).toBe('Could they take on it?');
  expect(withOwnWords(wording, '{piece|x}', () => 'the report')).toBe(
    'Could {piece|x} take on "the report"?',
  );
});

test.each(['{', '{a}', 'a|b', '{A|b}', '{a|b{c}', '{ a|b}'])('%s is no place', (wording) => {
  expect([placesIn(wording), withoutOwnWords(wording)]).toEqual([[], wording]);
});
