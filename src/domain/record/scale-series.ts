// The ratings of each scale question, in the order of time: their spread and direction.
import { groupedBy } from './grouped-by.ts';
import type { Day } from '../time/day.ts';
import type { Entry } from '../entry/entry.ts';
import type { Role } from '../banks/question-bank.ts';
import { foldedAbout } from '../text/plain-text.ts';

export interface Rating {
  readonly day: Day;
  readonly value: number;
}

/** The ratings that were given to one scale question from one seat, and what may be said of them. */
export interface RatedQuestion {
  readonly question: string;
  readonly role: Role | null;
  /** The wording and the meaning of its ends, as they were when it was last asked. */
  readonly asked: string;
  readonly legend?: string;
  /** In the order of time. */
  readonly ratings: readonly Rating[];
  /** How often it did not apply, and the words for that. */
  readonly absent: number;
  readonly absentWords?: string;
  /** How many people or teams they are about. */
  readonly abouts: number;
  readonly spread?: Spread;
  readonly direction?: Direction;
}

/**
 * The ratings of every scale question, role by role since the wording differs, those with the most ratings first. Answers that it
 * does not apply are counted apart and change nothing else.
 *
 * @param entries - Each once, in the order of time.
 *
 * @example
 * ratedQuestions(checkIns).map(({ question, ratings }) => [question, ratings.length]) //=> [['checkin-trust', 2]]
 */
export function ratedQuestions(entries: readonly Entry[]): readonly RatedQuestion[] {
  const answers = entries.flatMap((entry) =>
    entry.answers.flatMap((answer): Answered[] => {
      if (answer.type !== 'scale' || answer.skip !== null) return [];
      const { question, asked, value, legend } = answer;
      return [{ entry, question, asked, value, legend }];
    }),
  );
  const series = groupedBy(answers, ({ entry, question }) => `${question} ${entry.role ?? ''}`);
  return Array.from(series.values(), ratedQuestion).toSorted(
    (one, other) =>
      other.ratings.length - one.ratings.length ||
      (one.question === other.question ? 0 : one.question < other.question ? -1 : 1),
  );
}

interface Answered {
  readonly entry: Entry;
  readonly question: string;
  readonly asked: string;
  readonly value: number | 'na';
  readonly legend: string | undefined;
}

function ratedQuestion(answers: readonly Answered[]): RatedQuestion {
  const given = answers.filter(({ value }) => value !== 'na');
  const absent = answers.filter(({ value }) => value === 'na');
  const ratings = given.flatMap(({ entry: { day }, value }) => (value === 'na' ? [] : [{ day, value }]));
  const values = ratings.map(({ value }) => value);
  const latest = answers.at(-1);
  const legend = given.at(-1)?.legend;
  const absentWords = absent.at(-1)?.legend;
  const spread = spreadOf(values);
  const direction = directionOf(values);
  return {
    question: latest?.question ?? '',
    role: latest?.entry.role ?? null,
    asked: latest?.asked ?? '',
    ...(legend !== undefined && { legend }),
    ratings,
    absent: absent.length,
    ...(absentWords !== undefined && { absentWords }),
    abouts: new Set(given.map(({ entry }) => foldedAbout(entry.about))).size,
    ...(spread && { spread }),
    ...(direction && { direction }),
  };
}

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

/** Fewer ratings than this are shown one by one, and nothing is said about them (docs/method.md, What may be shown). */
export const RATINGS_TO_SUM_UP = 4;

/** Below this, nothing may be said about a direction (docs/method.md, What may be shown). */
export const RATINGS_FOR_DIRECTION = 20;

/** The spread of ratings, in whole steps of their scale. */
export interface Spread {
  readonly lowest: number;
  readonly highest: number;
  /** The middle one; of an even number of them, the lower of the two. */
  readonly middle: number;
}

/**
 * The lowest, the highest and the middle one of some ratings; undefined where they are too few to sum up.
 *
 * @example
 * spreadOf([2, 4, 4, 5]) //=> { lowest: 2, highest: 5, middle: 4 }
 * spreadOf([2, 4]) //=> undefined
 */
export function spreadOf(ratings: readonly number[]): Spread | undefined {
  const sorted = ratings.toSorted((one, other) => one - other);
  const [lowest, middle, highest] = [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  if (sorted.length < RATINGS_TO_SUM_UP) return undefined;
  if (lowest === undefined || middle === undefined || highest === undefined) return undefined;
  return { lowest, highest, middle };
}
