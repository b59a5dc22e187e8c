import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { byRelevance, oneOf } from '../../../src/domain/search/relevance.ts';
import { parseSearch } from '../../../src/domain/search/search.ts';
import { entryWith, textAnswer } from '../../formats/entry/entry-samples.ts';

test('the most different words first, others as they came', () => {
  const items = ['ask', 'asking, asked', 'ask ask', 'ask, asked, asks'].map((text) => ({
    text,
    entry: entryWith({ answers: [textAnswer(text)] }),
  }));
  expect(byRelevance(items, parseSearch('ask*')).map(({ text }) => text)).toEqual([
    'ask, asked, asks',
    'asking, asked',
    'ask',
    'ask ask',
  ]);
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
