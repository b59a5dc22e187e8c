import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  againstHalf,
  binsOf,
  brierOf,
  calibrationOf,
  type ScoredGuess,
  tallyOf,
  wilson90,
} from '../../../src/domain/record/calibration.ts';
import {
  chanceOf,
  poissonBinomial,
  RARE_BY_CHANCE,
  usualNumbers,
} from '../../../src/domain/record/chance.ts';
import { chances } from '../chances.ts';

/** So many guesses, of which the first ones came true. */
function guesses(likelihoods: readonly number[], happened: number): readonly ScoredGuess[] {
  return likelihoods.map((likelihood, at) => ({ likelihood, happened: at < happened }));
}

const same = (likelihood: number, count: number): readonly number[] =>
  Array.from({ length: count }, () => likelihood);
const MIXED = [0.7, 0.8, 0.6, 0.9, 0.5, 0.7, 0.6];

const shares = fc.array(
  fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
  { maxLength: 60 },
);

describe('expected against actual', () => {
  test.each([
    { likelihoods: MIXED, actual: 2, expected: 4.8, p: 0.029 },
    { likelihoods: MIXED, actual: 3, expected: 4.8, p: 0.199 },
    { likelihoods: same(0.8, 10), actual: 5, expected: 8, p: 0.033 },
    { likelihoods: same(0.8, 10), actual: 6, expected: 8, p: 0.121 },
    { likelihoods: same(0.8, 5), actual: 2, expected: 4, p: 0.058 },
    { likelihoods: same(0.8, 5), actual: 3, expected: 4, p: 0.263 },
    { likelihoods: same(0.5, 10), actual: 5, expected: 5, p: 1 },
  ])('$actual of $likelihoods.length happened: p = $p', ({ likelihoods, actual, expected, p }) => {
    const tally = tallyOf(guesses(likelihoods, actual));
    expect(tally.expected).toBeCloseTo(expected, 10);
    expect(tally).toMatchObject({ count: likelihoods.length, actual });
    expect(tally.chance.toFixed(3)).toBe(p.toFixed(3));
  });

  test('outcomes that are as unlikely on the other side count, in spite of rounding', () => {
    // Of ten at 50 %, 2 and 8 are equally likely: 2 * (1 + 10 + 45) / 1024.
    expect(chanceOf(same(0.5, 10), 2)).toBeCloseTo(112 / 1024, 12);
    expect(chanceOf([0.3, 0.7], 0)).toBeCloseTo(0.42, 12);
  });
});

describe('the distribution', () => {
  test('adds up to one, and its mean is what was expected', () => {
    fc.assert(
      fc.property(shares, (likelihoods) => {
        const distribution = poissonBinomial(likelihoods);
        expect(distribution).toHaveLength(likelihoods.length + 1);
        expect(distribution.every((share) => share >= 0)).toBe(true);
        expect(distribution.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
        const mean = distribution.reduce((sum, share, number) => sum + share * number, 0);
        expect(mean).toBeCloseTo(
          likelihoods.reduce((sum, share) => sum + share, 0),
          8,
        );
      }),
    );
  });

  test('is the same in whatever order guesses are made', () => {
    fc.assert(
      fc.property(shares, (likelihoods) => {
        const sorted = poissonBinomial(likelihoods.toSorted((one, other) => one - other));
        for (const [number, share] of poissonBinomial(likelihoods).entries()) {
          expect(share).toBeCloseTo(sorted[number] ?? Number.NaN, 12);
        }
      }),
    );
  });

  test('gives a chance above 0 and up to 1 for all that can happen', () => {
    const possible = fc.array(
      fc.integer({ min: 1, max: 99 }).map((percent) => percent / 100),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(possible, fc.nat(), (likelihoods, number) => {
        const chance = chanceOf(likelihoods, number % (likelihoods.length + 1));
        expect(chance).toBeGreaterThan(0);
        expect(chance).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('usually gives the numbers of which it is not said that they are more than that', () => {
    fc.assert(
      fc.property(shares, (likelihoods) => {
        const { fewest, most } = usualNumbers(likelihoods);
        for (let number = 0; number <= likelihoods.length; number++) {
          const isUsual = number >= fewest && number <= most;
          expect(chanceOf(likelihoods, number) >= RARE_BY_CHANCE).toBe(isUsual);
        }
      }),
    );
  });

  test('is that of equal likelihoods, for a thousand guesses, to the last digits', () => {
    const distribution = poissonBinomial(same(0.3, 1000));
    // The binomial, by the logarithms of its parts.
    let log = 1000 * Math.log(0.7);
    for (const [number, share] of distribution.entries()) {
      const off = log > -50 ? Math.abs(share / Math.exp(log) - 1) : 0;
      expect(off).toBeLessThan(1e-9);
      log += Math.log((1000 - number) / (number + 1)) + Math.log(0.3 / 0.7);
    }
    expect(chanceOf(same(0.3, 1000), 300)).toBeGreaterThan(0.98);
  });
});

describe('what so many guesses allow to be said', () => {
  test.each([
    { count: 0, keys: ['count'] },
    { count: 1, keys: ['count'] },
    { count: 4, keys: ['count'] },
    { count: 5, keys: ['count', 'tally'] },
    { count: 9, keys: ['count', 'tally'] },
    { count: 10, keys: ['count', 'tally', 'againstHalf'] },
    { count: 19, keys: ['count', 'tally', 'againstHalf'] },
    { count: 20, keys: ['count', 'tally', 'againstHalf', 'bins'] },
    { count: 39, keys: ['count', 'tally', 'againstHalf', 'bins'] },
    { count: 40, keys: ['count', 'tally', 'againstHalf', 'bins', 'halves'] },
  ])('$count: $keys', ({ count, keys }) => {
    expect(Object.keys(calibrationOf(guesses(same(0.7, count), 3)))).toEqual(keys);
  });

  test('the halves are those made first and those made last', () => {
    const { halves } = calibrationOf([...guesses(same(0.8, 20), 20), ...guesses(same(0.8, 21), 0)]);
    expect(halves?.map(({ count, actual, againstHalf: words }) => [count, actual, words])).toEqual([
      [20, 20, 'better'],
      [21, 0, 'not-as-good'],
    ]);
  });
});

describe('the Brier score', () => {
  test.each([
    { likelihoods: [1, 0], happened: 1, is: 0 },
    { likelihoods: [0.5, 0.5, 0.5], happened: 2, is: 0.25 },
    { likelihoods: [0], happened: 1, is: 1 },
    { likelihoods: [0.7, 0.8], happened: 1, is: (0.09 + 0.64) / 2 },
  ])('$likelihoods: $is', ({ likelihoods, happened, is }) => {
    expect(brierOf(guesses(likelihoods, happened))).toBeCloseTo(is, 12);
  });

  test.each([
    { brier: 0, words: 'better' },
    { brier: 0.244, words: 'better' },
    { brier: 0.246, words: 'as-good' },
    { brier: 0.25, words: 'as-good' },
    { brier: 0.254, words: 'as-good' },
    { brier: 0.256, words: 'not-as-good' },
    { brier: 1, words: 'not-as-good' },
  ])('$brier is $words', ({ brier, words }) => expect(againstHalf(brier)).toBe(words));
});

describe('ranges of likelihoods', () => {
  test.each([
    { percent: 0, range: [0, 20] },
    { percent: 20, range: [0, 20] },
    { percent: 21, range: [21, 40] },
    { percent: 40, range: [21, 40] },
    { percent: 41, range: [41, 60] },
    { percent: 60, range: [41, 60] },
    { percent: 61, range: [61, 80] },
    { percent: 80, range: [61, 80] },
    { percent: 81, range: [81, 100] },
    { percent: 100, range: [81, 100] },
  ])('$percent % is in $range', ({ percent, range }) => {
    const bins = binsOf(guesses(same(percent / 100, 5), 0));
    expect(bins.map(({ from, to }) => [from, to])).toEqual([range]);
  });

  test('with fewer than five guesses are left out', () => {
    const bins = binsOf([...guesses(same(0.3, 4), 2), ...guesses(same(0.7, 10), 7)]);
    expect(bins).toMatchObject([{ from: 61, to: 80, count: 10, happened: 7 }]);
    expect(bins[0]?.mean).toBeCloseTo(0.7, 12);
  });

  test.each([
    { happened: 7, count: 10, is: [44, 87] },
    { happened: 4, count: 5, is: [44, 95] },
    { happened: 0, count: 5, is: [0, 35] },
    { happened: 5, count: 5, is: [65, 100] },
  ])('$happened of $count: from $is.0 to $is.1 %', ({ happened, count, is }) => {
    const { low, high } = wilson90(happened, count);
    expect([low, high].map((share) => Math.round(share * 100))).toEqual(is);
  });
});

describe('in four thousand made-up people whose likelihoods are right', () => {
  const chance = chances(3);
  const drawn = (count: number): readonly ScoredGuess[] =>
    Array.from({ length: count }, () => {
      const likelihood = (2 + Math.floor(8 * chance.share())) / 10;
      return { likelihood, happened: chance.share() < likelihood };
    });

  test.each([5, 10, 20])('with %d guesses, hardly a tenth is told of more than chance', (count) => {
    const told = Array.from({ length: 4000 }, () => tallyOf(drawn(count))).filter(
      ({ chance: share }) => share < RARE_BY_CHANCE,
    );
    // Numbers are whole, so that the limit is not met to the full.
    expect(told.length / 4000).toBeLessThan(0.11);
    expect(told.length / 4000).toBeGreaterThan(0.02);
  });

  test.each([
    { count: 5, from: 0.07, to: 0.35 },
    { count: 10, from: 0.1, to: 0.3 },
    { count: 20, from: 0.13, to: 0.27 },
    { count: 40, from: 0.15, to: 0.25 },
  ])('with $count guesses, 90 of 100 scores lie from $from to $to', ({ count, from, to }) => {
    const scores = Array.from({ length: 4000 }, () => brierOf(drawn(count))).toSorted(
      (one, other) => one - other,
    );
    expect(Math.abs((scores[200] ?? 0) - from)).toBeLessThan(0.015);
    expect(Math.abs((scores[3800] ?? 0) - to)).toBeLessThan(0.015);
  });
});
