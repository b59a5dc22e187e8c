import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headTexts, isWithin, narrowSearch } from '../../../src/domain/search/narrow-search.ts';
import { matchesSearch, parseSearch } from '../../../src/domain/search/search.ts';
import { entryWith, textAnswer } from '../../formats/entry/entry-samples.ts';

const entry = entryWith({
  about: 'Åsa',
  tags: ['q3'],
  answers: [textAnswer('They asked for the status report. 计画今天好')],
});

describe('what is typed so far', () => {
  test.each([
    { typed: 'stat', is: true },
    { typed: 'tatus', is: false },
    { typed: 'stat ', is: false },
    { typed: 'status rep', is: true },
    { typed: 'rep status', is: false },
    { typed: 'report stat', is: true },
    { typed: '"status rep', is: true },
    { typed: '"rep status', is: false },
    { typed: '"status rep"', is: false },
    { typed: '"status report"', is: true },
    { typed: 'status -', is: true },
    { typed: 'status -rep', is: true },
    { typed: 'status -report', is: false },
    { typed: 'status -"', is: true },
    { typed: '今', is: true },
    { typed: '今天', is: true },
    { typed: '今好', is: false },
    { typed: 'q3', is: true },
  ])('is looked for in the words: $typed', ({ typed, is }) => {
    expect(narrowSearch(typed)?.matches(entry)).toBe(is);
  });

  test.each([
    { typed: 'when you', is: true },
    { typed: 'member', is: true },
    { typed: 'asa', is: true },
    { typed: 'nov', is: true },
    { typed: 'oct', is: false },
    { typed: '22 nov', is: true },
    { typed: 'sun', is: true },
    { typed: 'sun 22 ', is: true },
    { typed: '"22 november', is: true },
    { typed: '2026-11', is: true },
    { typed: '2026-1', is: true },
    { typed: '2026-11-2', is: true },
    { typed: '2026-11-21', is: false },
    { typed: 'k3x8', is: true },
    { typed: 'status nov 2026', is: true },
    { typed: 'status dec', is: false },
  ])('and in what a list shows: $typed', ({ typed, is }) => {
    expect(narrowSearch(typed)?.matches(entry)).toBe(is);
  });

  test.each(['', '  ', '-', '"', '…'])('%o says nothing yet', (typed) => {
    expect(narrowSearch(typed)).toBeUndefined();
  });
});

test('what a list shows is the title, the bank, the day in words and numbers, the id, and the name', () => {
  expect(headTexts(entry)).toEqual([
    'When your work is closely managed',
    'member',
    'Sunday 22 November 2026',
    'Sun 22 Nov 2026',
    '2026-11-22',
    'k3x8m2p9qa',
    'Åsa',
  ]);
  expect(headTexts(entryWith({ title: '', about: null }))[0]).toBe('member');
});

describe('a search within another', () => {
  test.each([
    { search: 'deleg* month', wider: 'del*', is: true },
    { search: 'deleg*', wider: 'delegate*', is: false },
    { search: 'one two', wider: 'one', is: true },
    { search: 'one*', wider: 'one', is: false },
    { search: 'one', wider: 'one*', is: true },
    { search: '"one two three"', wider: '"one two"', is: true },
    { search: '"one two three"', wider: '"one tw"*', is: true },
    { search: '"one two"*', wider: '"one two"', is: false },
    { search: 'one -two', wider: 'one', is: true },
    { search: 'one', wider: 'one -two', is: false },
    { search: 'one -two*', wider: 'one -twofold', is: true },
    { search: 'one -twofold', wider: 'one -two*', is: false },
  ])('$search within $wider: $is', ({ search, wider, is }) => {
    expect(isWithin(parseSearch(search), parseSearch(wider))).toBe(is);
  });

  test('finds nothing that the other one does not', () => {
    const word = fc.constantFrom('a', 'ab', 'abc', 'b', '今', '今天');
    const words = fc.array(word, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
    const term = fc
      .tuple(fc.constantFrom('', '-'), words, fc.constantFrom('', '*'))
      .map(([sign, some, star]) => `${sign}"${some}"${star}`);
    const typed = fc.array(term, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
    fc.assert(
      fc.property(typed, typed, fc.array(words, { maxLength: 3 }), (one, other, texts) => {
        const [search, wider] = [parseSearch(one), parseSearch(other)];
        const isFound = isWithin(search, wider) && matchesSearch(texts, search);
        expect(isFound && !matchesSearch(texts, wider)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});
