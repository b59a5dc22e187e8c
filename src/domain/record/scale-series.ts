// The ratings of each scale question, in the order of time: their spread, and each name's own looks.
import { groupedBy } from './grouped-by.ts';
import { type Look, looksOf, type Rating } from './looks.ts';
import type { Entry } from '../entry/entry.ts';
import type { Role } from '../banks/question-bank.ts';
import { foldedAbout } from '../text/plain-text.ts';

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
  readonly spread?: Spread;
  /** The same ratings name by name, those with the most first. */
  readonly names: readonly NamedRatings[];
}

/** The ratings about one name; those without a name belong together as well. */
export interface NamedRatings {
  /** As it was written last. */
  readonly about: string | null;
  readonly ratings: readonly Rating[];
  readonly spread?: Spread;
  /** What was said at 30, 40, 50 ratings and so on. Those of several people are never compared: a new mixture is no change. */
  readonly looks: readonly Look[];
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
  const ratings = ratingsIn(given);
  const latest = answers.at(-1);
  const legend = given.at(-1)?.legend;
  const absentWords = absent.at(-1)?.legend;
  const spread = spreadOf(ratings.map(({ value }) => value));
  return {
    question: latest?.question ?? '',
    role: latest?.entry.role ?? null,
    asked: latest?.asked ?? '',
    ...(legend !== undefined && { legend }),
    ratings,
    absent: absent.length,
    ...(absentWords !== undefined && { absentWords }),
    ...(spread && { spread }),
    names: namesIn(given),
  };
}

function namesIn(given: readonly Answered[]): readonly NamedRatings[] {
  const byName = groupedBy(given, ({ entry }) => foldedAbout(entry.about));
  return Array.from(byName, ([name, own]): NamedRatings => {
    const ratings = ratingsIn(own);
    const spread = spreadOf(ratings.map(({ value }) => value));
    const about = name === '' ? null : (own.at(-1)?.entry.about ?? null);
    return { about, ratings, ...(spread && { spread }), looks: looksOf(ratings) };
  }).toSorted((one, other) => other.ratings.length - one.ratings.length);
}

function ratingsIn(answers: readonly Answered[]): readonly Rating[] {
  return answers.flatMap(({ entry: { day }, value }) => (value === 'na' ? [] : [{ day, value }]));
}

/** Fewer ratings than this are shown one by one, and nothing is said about them (docs/method.md, What may be shown). */
export const RATINGS_TO_SUM_UP = 4;

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
