import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { mostRelevant, oneOf } from '../../../src/domain/search/relevance.ts';
import { parseSearch } from '../../../src/domain/search/search.ts';
import { entryWith, textAnswer } from '../../formats/entry/entry-samples.ts';

test('the most different words first, others as they came', () => {
  const items = ['ask', 'asking, asked', 'ask ask', 'ask, asked, asks'].map((text) => ({
    text,
    entry: entryWith({ answers: [textAnswer(text)] }),
  }));
  expect(mostRelevant(items, parseSearch('ask*')).map(({ text }) => text)).toEqual([
    'ask, asked, asks',
    'asking, asked',
    'ask',
    'ask ask',
  ]);
});

test('where few are wanted, they are the first of all', () => {
  const items = Array.from({ length: 500 }, (_, index) => ({
    entry: entryWith({ answers: [textAnswer(['ask', 'asks', 'asked'].slice(index % 3).join(' '))] }),
    index,
  }));
  const search = parseSearch('ask*');
  const all = mostRelevant(items, search).map(({ index }) => index);
  expect(mostRelevant(items, search, 7).map(({ index }) => index)).toEqual(all.slice(0, 7));
  expect(all.slice(0, 2)).toEqual([0, 3]);
});

test('one of several is always one of them, and each can be', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(), { minLength: 1 }),
      fc.double({ min: 0, max: 0.999_999, noNaN: true }),
      (all, share) => {
        expect(oneOf(all, share)).toHaveLength(1);
      },
    ),
  );
  expect([0, 1 / 3, 2 / 3].flatMap((share) => oneOf(['a', 'b', 'c'], share))).toEqual(['a', 'b', 'c']);
  expect(oneOf([], 0.5)).toEqual([]);
});
