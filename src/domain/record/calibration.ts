// The arithmetic of guesses: what so many of them allow to be said.
import { chanceOf, poissonBinomial, type UsualNumbers, usualNumbers } from './chance.ts';
import { percentOf } from '../entry/answer.ts';

/** Fewer scored guesses than this are listed one by one, without any score (docs/method.md, What may be shown). */
export const GUESSES_FOR_EXPECTED = 5;

/** Below this, the mean Brier score of somebody well calibrated lies anywhere from 0.07 to 0.35: nothing is said of it. */
export const GUESSES_FOR_BRIER = 10;

/** From here on likelihoods are set against what happened range by range; below it, a Brier score is "still few". */
export const GUESSES_FOR_BINS = 20;

/** In a range with fewer guesses, the interval covers nearly everything. */
export const GUESSES_IN_A_BIN = 5;

/** Each half has enough by then for a score of its own. */
export const GUESSES_FOR_HALVES = 40;

/** The score of saying 50 % each time (Brier 1950, in the form from 0 to 1). */
const BRIER_OF_HALF = 0.25;

/** Scores that are the same to two decimals are called the same: nobody has guesses enough to tell them apart. */
const AS_GOOD_WITHIN = 0.005;

/** The normal quantile of a two-sided interval that covers 90 percent. */
const Z_90 = 1.645;

/** A guess that came true or did not, with the share from 0 to 1 that was given to it. */
export interface ScoredGuess {
  readonly likelihood: number;
  readonly happened: boolean;
}

/** How the likelihoods did against saying 50 % each time. */
export type AgainstHalf = 'better' | 'as-good' | 'not-as-good';

/** The guesses of one range of likelihoods. Shares are from 0 to 1. */
export interface Bin {
  /** Whole percents, both included. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly happened: number;
  /** The mean of the likelihoods that were given. */
  readonly mean: number;
  /** Where the share of those that happen lies, in 90 of 100 such cases. */
  readonly low: number;
  readonly high: number;
}

/** So many guesses, expected and actual. */
export interface Tally {
  readonly count: number;
  readonly expected: number;
  readonly actual: number;
  /** How often chance alone gives a gap that is as unlikely: a share from 0 to 1. */
  readonly chance: number;
  readonly usual: UsualNumbers;
}

/** Everything that may be said of some scored guesses; what they are too few for is not there. */
export interface Calibration {
  readonly count: number;
  readonly tally?: Tally;
  readonly againstHalf?: AgainstHalf;
  readonly bins?: readonly Bin[];
  readonly halves?: readonly [Half, Half];
}

/** One half of the guesses, in the order in which they were made. */
export interface Half extends Tally {
  readonly againstHalf: AgainstHalf;
}

/**
 * Everything that may be said of some guesses: from 5 on expected against actual, from 10 on how the likelihoods did against 50
 * %, from 20 on ranges with at least 5 in each, from 40 on the two halves (docs/method.md, What may be shown).
 *
 * @param guesses - In the order in which they were made.
 *
 * @example
 * calibrationOf([{ likelihood: 0.7, happened: true }]) //=> { count: 1 }
 */
export function calibrationOf(guesses: readonly ScoredGuess[]): Calibration {
  const count = guesses.length;
  const middle = Math.floor(count / 2);
  const halves =
    count >= GUESSES_FOR_HALVES ? ([guesses.slice(0, middle), guesses.slice(middle)] as const) : undefined;
  // The whole goes on from its first half: to add guess after guess takes longer the more there are.
  const first = halves && poissonBinomial(halves[0].map(likelihoodOf));
  const later = halves ? halves[1] : guesses;
  return {
    count,
    ...(count >= GUESSES_FOR_EXPECTED && {
      tally: tallyIn(guesses, poissonBinomial(later.map(likelihoodOf), first)),
    }),
    ...(count >= GUESSES_FOR_BRIER && { againstHalf: againstHalf(brierOf(guesses)) }),
    ...(count >= GUESSES_FOR_BINS && { bins: binsOf(guesses) }),
    ...(halves && {
      halves: [halfOf(halves[0], first), halfOf(halves[1])] as const,
    }),
  };
}

function likelihoodOf({ likelihood }: ScoredGuess): number {
  return likelihood;
}

function halfOf(
  guesses: readonly ScoredGuess[],
  distribution = poissonBinomial(guesses.map(likelihoodOf)),
): Half {
  return { ...tallyIn(guesses, distribution), againstHalf: againstHalf(brierOf(guesses)) };
}

/**
 * How many of the guesses were expected to come true, how many did, and how far chance alone explains the gap.
 *
 * @example
 * tallyOf([{ likelihood: 0.5, happened: true }])
 * //=> { count: 1, expected: 0.5, actual: 1, chance: 1, usual: { fewest: 0, most: 1 } }
 */
export function tallyOf(guesses: readonly ScoredGuess[]): Tally {
  return tallyIn(guesses, poissonBinomial(guesses.map(likelihoodOf)));
}

function tallyIn(guesses: readonly ScoredGuess[], distribution: readonly number[]): Tally {
  const likelihoods = guesses.map(likelihoodOf);
  const actual = guesses.filter(({ happened }) => happened).length;
  return {
    count: guesses.length,
    expected: sum(likelihoods),
    actual,
    chance: chanceOf(likelihoods, actual, distribution),
    usual: usualNumbers(likelihoods, distribution),
  };
}

/**
 * The mean Brier score in the form from 0 to 1 (Brier 1950): 0 is perfect, 0.25 is what always saying 50 % gives.
 *
 * @param guesses - At least one.
 *
 * @example
 * brierOf([{ likelihood: 0.5, happened: true }]) //=> 0.25
 */
export function brierOf(guesses: readonly ScoredGuess[]): number {
  return (
    sum(guesses.map(({ likelihood, happened }) => (likelihood - Number(happened)) ** 2)) / guesses.length
  );
}

/**
 * A Brier score as it is told: against saying 50 % each time.
 *
 * @example
 * againstHalf(0.19) //=> 'better'
 */
export function againstHalf(brier: number): AgainstHalf {
  const above = brier - BRIER_OF_HALF;
  if (Math.abs(above) < AS_GOOD_WITHIN) return 'as-good';
  return above < 0 ? 'better' : 'not-as-good';
}

/**
 * The guesses by ranges of their likelihoods, from 0 to 20 percent up to 81 to 100; ranges with fewer than five are left out.
 *
 * @example
 * const tenAtSeventy = Array(10).fill({ likelihood: 0.7, happened: true });
 * binsOf(tenAtSeventy).map(({ from, to, count }) => [from, to, count]) //=> [[61, 80, 10]]
 */
export function binsOf(guesses: readonly ScoredGuess[]): readonly Bin[] {
  return [20, 40, 60, 80, 100].flatMap((to): Bin[] => {
    const from = to === 20 ? 0 : to - 19;
    const own = guesses.filter(({ likelihood }) => {
      const percent = percentOf(likelihood);
      return percent >= from && percent <= to;
    });
    if (own.length < GUESSES_IN_A_BIN) return [];
    const count = own.length;
    const happened = own.filter((guess) => guess.happened).length;
    const mean = sum(own.map(({ likelihood }) => likelihood)) / count;
    return [{ from, to, count, happened, mean, ...wilson90(happened, count) }];
  });
}

/**
 * The 90 percent interval for a share of which so many of so many were seen, after Wilson (1927), which Brown, Cai and DasGupta
 * (2001) recommend for small numbers.
 *
 * @param happened - From 0 to `count`.
 * @param count - At least 1.
 *
 * @example
 * wilson90(7, 10).low.toFixed(2) //=> '0.44'
 * wilson90(7, 10).high.toFixed(2) //=> '0.87'
 */
export function wilson90(happened: number, count: number): { readonly low: number; readonly high: number } {
  const share = happened / count;
  const square = Z_90 ** 2;
  const scale = 1 + square / count;
  const centre = (share + square / (2 * count)) / scale;
  const half = (Z_90 * Math.sqrt((share * (1 - share)) / count + square / (4 * count ** 2))) / scale;
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
