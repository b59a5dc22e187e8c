import { expect, test } from 'vitest';
import { readSpokenWords, spokenWords } from '../../../src/formats/sealing/spoken-words.ts';

test('every share draws a word, and each is drawn by as many shares', () => {
  const words = Array.from({ length: 2048 }, (_, at) => spokenWords(1, () => at / 2048));
  expect(new Set(words).size).toBe(2048);
  expect(spokenWords(1, () => 1 - 2 ** -32)).toBe(words.at(-1));
});

test('words are read by their first four letters, whatever stands between them', () => {
  const shares = Array.from({ length: 2048 }, (_, at) => at / 2048);
  const all = spokenWords(2048, () => shares.shift() ?? 0);
  const heard = all
    .toUpperCase()
    .split(' ')
    .map((word) => word.slice(0, 4))
    .join(' , ');
  expect(readSpokenWords(heard)).toBe(all);
});

test.each(['', ' ', '12', 'pai', 'pair evolve xylo'])('"%s" are no such words', (typed) => {
  expect(readSpokenWords(typed)).toBeUndefined();
});
