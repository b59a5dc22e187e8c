// The looks at ratings: whether the last ten differ from all before, decided at 30, 40, 50 ratings and so on.
import type { Day } from '../time/day.ts';

/** One rating, and the day it is about. */
export interface Rating {
  readonly day: Day;
  readonly value: number;
}

/** So many of the latest are set against all earlier ones, and so many have to come before the next look. */
const RATINGS_COMPARED = 10;

/**
 * Below this, nothing is said about a direction. With three scales rated by everyone, 25 of 100 people in whom nothing changes are
 * told of a change within sixty check-ins; beginning at 20 it would be 40 (docs/method.md, What may be shown).
 */
export const RATINGS_FOR_DIRECTION = 30;

/** The means have to differ by this much. */
const POINTS_FOR_SHIFT = 1;

/** One comparison of the last ten ratings with all before. */
export interface Look {
  /** How many ratings, from the first on, were looked at: 30, 40, 50 and so on. */
  readonly compared: number;
  /** The day of the last of them, on which it was first said. */
  readonly day: Day;
  readonly shift: 'higher' | 'lower' | 'none';
  /** By about how many whole points; 0 where there is no clear change. */
  readonly points: number;
}

/**
 * What was said at 30, 40, 50 ratings and so on, in that order. Each look goes by the ratings up to its own, so that later ones
 * never change what it said: a shift that lasts is soon among "all before", and the last look alone would deny it.
 *
 * @param ratings - Whole numbers in the order of time, about one name.
 *
 * @example
 * const ratings = [...Array(20).fill(2), ...Array(20).fill(4)].map((value) => ({ day: '2026-05-11', value }));
 * looksOf(ratings).map(({ compared, shift }) => `${compared} ${shift}`) //=> ['30 higher', '40 higher']
 */
export function looksOf(ratings: readonly Rating[]): readonly Look[] {
  const looks: Look[] = [];
  let before = 0;
  let latest = 0;
  let compared = 0;
  for (const { day, value } of ratings) {
    latest += value;
    compared++;
    if (compared % RATINGS_COMPARED !== 0) continue;
    if (compared >= RATINGS_FOR_DIRECTION) looks.push(lookAt(compared, day, before, latest));
    before += latest;
    latest = 0;
  }
  return looks;
}

/** In whole numbers, so that means that differ by just one point do so. */
function lookAt(compared: number, day: Day, before: number, latest: number): Look {
  const earlier = compared - RATINGS_COMPARED;
  const difference = latest * earlier - before * RATINGS_COMPARED;
  const points = Math.abs(difference) / (earlier * RATINGS_COMPARED);
  if (points < POINTS_FOR_SHIFT) return { compared, day, shift: 'none', points: 0 };
  return { compared, day, shift: difference > 0 ? 'higher' : 'lower', points: Math.round(points) };
}

/**
 * Whether a look told of a change.
 *
 * @example
 * isTold({ shift: 'none' }) //=> false
 */
export function isTold({ shift }: Pick<Look, 'shift'>): boolean {
  return shift !== 'none';
}

/** Up to how many ratings one set in so many is told of a change at some time although nothing has changed; drawn again by a test. */
const TOLD_BY_CHANCE = [
  { below: 50, oneIn: 15 },
  { below: 70, oneIn: 10 },
  { below: 120, oneIn: 7 },
  { below: 240, oneIn: 4 },
] as const;

/**
 * Of sets with so many ratings in which nothing has changed, one in about so many is told of a change at some time.
 *
 * @example
 * toldByChance(60) //=> 10
 */
export function toldByChance(ratings: number): number {
  return TOLD_BY_CHANCE.find(({ below }) => ratings < below)?.oneIn ?? 3;
}
