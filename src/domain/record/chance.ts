// The numbers of guesses that come true by chance alone.

/** A gap is "more than chance would usually give" only where chance gives one as unlikely in less than this share of cases. */
export const RARE_BY_CHANCE = 0.1;

/** Probabilities that differ by no more than rounding are equally likely. */
const TIE = 1e-12;

/** How many of some guesses come true where their likelihoods are right, but for the cases that chance rarely gives. */
export interface UsualNumbers {
  readonly fewest: number;
  readonly most: number;
}

/**
 * How likely each number of guesses is to come true, from none to all, where each has its own likelihood: the Poisson binomial
 * distribution, by adding one guess after the other. Only positive numbers are added, so that hundreds of guesses lose nothing. What is
 * less likely than anything that counts is called impossible: of thousands of guesses nearly every number is.
 *
 * @param likelihoods - Shares from 0 to 1.
 * @param before - The distribution of guesses that come before these, where that is known.
 *
 * @example
 * poissonBinomial([0.5, 0.5]) //=> [0.25, 0.5, 0.25]
 * poissonBinomial([0.5], [0.5, 0.5]) //=> [0.25, 0.5, 0.25]
 */
export function poissonBinomial(
  likelihoods: readonly number[],
  before: readonly number[] = NO_GUESS,
): readonly number[] {
  const distribution = new Float64Array(likelihoods.length + before.length);
  distribution.set(before);
  let [fewest, most] = [before.findIndex((share) => share > 0), before.findLastIndex((share) => share > 0)];
  for (const likelihood of likelihoods) {
    const unlikelihood = 1 - likelihood;
    most++;
    let share = 0;
    for (let number = most; number > fewest; number--) {
      const below = distribution[number - 1] ?? 0;
      distribution[number] = share * unlikelihood + below * likelihood;
      share = below;
    }
    distribution[fewest] = share * unlikelihood;
    while ((distribution[fewest] ?? 1) < IMPOSSIBLE) distribution[fewest++] = 0;
    while ((distribution[most] ?? 1) < IMPOSSIBLE) distribution[most--] = 0;
  }
  return Array.from(distribution);
}

/** Of no guesses, none comes true. */
const NO_GUESS: readonly number[] = [1];

/** Thousands of such numbers together are far from what could be told from rounding. */
const IMPOSSIBLE = 1e-40;

/**
 * How often, were the likelihoods right, a number of guesses would come true that is no more likely than this one: the exact
 * two-sided probability.
 *
 * @param likelihoods - Shares from 0 to 1.
 * @param actual - How many came true.
 * @param distribution - `poissonBinomial` of them, where that is known.
 *
 * @example
 * chanceOf([0.8, 0.8, 0.8, 0.8, 0.8], 2).toFixed(4) //=> '0.0579'
 */
export function chanceOf(
  likelihoods: readonly number[],
  actual: number,
  distribution = poissonBinomial(likelihoods),
): number {
  return chanceIn(distribution, actual);
}

/** @param enough - Whoever only asks whether it is as much as this is told no more. */
function chanceIn(distribution: readonly number[], actual: number, enough = Infinity): number {
  const limit = (distribution[actual] ?? 0) + TIE;
  let sum = 0;
  for (let number = 0; number < distribution.length && sum < enough; number++) {
    const share = distribution[number] ?? 0;
    if (share <= limit) sum += share;
  }
  return Math.min(1, sum);
}

/**
 * The numbers that chance usually gives: those of which it is not said that the gap is more than that.
 *
 * @param likelihoods - Shares from 0 to 1.
 * @param distribution - `poissonBinomial` of them, where that is known.
 *
 * @example
 * usualNumbers([0.7, 0.8, 0.6, 0.9, 0.5, 0.7, 0.6]) //=> { fewest: 3, most: 6 }
 */
export function usualNumbers(
  likelihoods: readonly number[],
  distribution = poissonBinomial(likelihoods),
): UsualNumbers {
  const isUsual = (number: number): boolean =>
    chanceIn(distribution, number, RARE_BY_CHANCE) >= RARE_BY_CHANCE;
  const likeliest = distribution.reduce(
    (best, share, number) => (share > (distribution[best] ?? 0) ? number : best),
    0,
  );
  return {
    fewest: furthest(likeliest, 0, isUsual),
    most: furthest(likeliest, distribution.length - 1, isUsual),
  };
}

/** The usual number that is furthest on one side of the likeliest: from there on they only get less likely, so halving finds it. */
function furthest(likeliest: number, end: number, isUsual: (number: number) => boolean): number {
  if (isUsual(end)) return end;
  let [usual, other] = [likeliest, end];
  while (Math.abs(other - usual) > 1) {
    const between = Math.trunc((usual + other) / 2);
    if (isUsual(between)) usual = between;
    else other = between;
  }
  return usual;
}
