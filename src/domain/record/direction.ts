// The direction of ratings: the latest ten against all earlier ones.
import { RATINGS_FOR_DIRECTION } from './spread.ts';

/** So many of the latest are set against all earlier ones, and so many have to come before the next look. */
export const RATINGS_COMPARED = 10;

/**
 * The means have to differ by this much. Looked at only at 20, 30, 40, 50 and 60 ratings, 15 of 100 people in whom nothing
 * changes would ever see a claim; looked at after every check-in, far more (docs/method.md, What may be shown).
 */
export const POINTS_FOR_SHIFT = 1;

/** The direction that ratings take, as far as it may be told. */
export interface Direction {
  /** How many ratings, from the first on, were looked at: 20, 30, 40 and so on. */
  readonly compared: number;
  readonly shift: 'higher' | 'lower' | 'none';
  /** By about how many whole points; 0 where there is no clear change. */
  readonly points: number;
}

/**
 * The last ten ratings against all earlier ones. It is decided at 20, 30, 40 and so on, for the ratings up to that one: what was
 * said at 20 stands until there are 30, so that looking again and again does not find what chance brings up.
 *
 * @param ratings - Whole numbers in the order of time.
 * @returns Undefined below 20.
 *
 * @example
 * directionOf([...Array(10).fill(3), ...Array(10).fill(4), 5, 5, 5])
 * //=> { compared: 20, shift: 'higher', points: 1 }
 */
export function directionOf(ratings: readonly number[]): Direction | undefined {
  const compared = Math.floor(ratings.length / RATINGS_COMPARED) * RATINGS_COMPARED;
  if (compared < RATINGS_FOR_DIRECTION) return undefined;
  const earlier = compared - RATINGS_COMPARED;
  // In whole numbers, so that a difference of exactly one point is one.
  const difference =
    sum(ratings.slice(earlier, compared)) * earlier - sum(ratings.slice(0, earlier)) * RATINGS_COMPARED;
  const points = Math.abs(difference) / (earlier * RATINGS_COMPARED);
  if (points < POINTS_FOR_SHIFT) return { compared, shift: 'none', points: 0 };
  return { compared, shift: difference > 0 ? 'higher' : 'lower', points: Math.round(points) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
