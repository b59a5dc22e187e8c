// The ratings of each scale question, in the order of time: their spread, and each name's own looks.
import { groupedBy } from './grouped-by.ts';
import { type Look, looksOf, type Rating } from './looks.ts';
import type { Answer } from '../entry/answer.ts';
import type { Entry } from '../entry/entry.ts';
import type { ByRole, Role, Scale } from '../banks/question-bank.ts';
import { isOnScale, type ScaleEnds, scaleEnds, statedEnds } from '../entry/scale-ends.ts';
import { foldedAbout } from '../text/plain-text.ts';
import { remembered } from '../text/remembered.ts';

/** The ratings that were given to one scale question from one seat, and what may be said of them. */
export interface RatedQuestion {
  readonly question: string;
  readonly role: Role | null;
  /** The wording and the meaning of its ends, as they were when it was last asked. */
  readonly asked: string;
  readonly legend?: string;
  /** In the order of time. */
  readonly ratings: readonly Rating[];
  /** How often it did not apply, and how many ratings are not on their scale. */
  readonly absent: number;
  readonly outside: number;
  readonly spread?: Spread;
  /** The same ratings name by name, those with the most first; also names about which there is none. */
  readonly names: readonly NamedRatings[];
}

/** The ratings about one name; those without a name belong together as well. */
export interface NamedRatings {
  /** As it was written last. */
  readonly about: string | null;
  readonly ratings: readonly Rating[];
  /** How often it did not apply, and the words for that in the latest entry. */
  readonly absent: number;
  readonly absentWords?: string;
  readonly outside: number;
  readonly spread?: Spread;
  /** What was said at 30, 40, 50 ratings and so on. Those of several people are never compared: a new mixture is no change. */
  readonly looks: readonly Look[];
}

/**
 * The ratings of every scale question, role by role since the wording differs, those with the most ratings first. Answers that it
 * does not apply, and numbers that are not on the scale, are counted apart and change nothing else.
 *
 * @param entries - Each once, in the order of time.
 * @param scales - Those that banks state, by question.
 *
 * @example
 * ratedQuestions(checkIns).map(({ question, ratings }) => [question, ratings.length]) //=> [['checkin-trust', 2]]
 */
export function ratedQuestions(
  entries: readonly Entry[],
  scales: ReadonlyMap<string, ByRole<Scale>> = new Map(),
): readonly RatedQuestion[] {
  const nameOf = remembered(foldedAbout);
  const statedIn = remembered(statedEnds);
  const series = new Map<string, Map<Role | null, Answered[]>>();
  for (const { role, day, about, answers } of entries) {
    for (const answer of answers) {
      if (answer.type !== 'scale' || answer.skip !== null) continue;
      const { question, value, legend } = answer;
      const endsOf = (): ScaleEnds | undefined =>
        statedIn(legend) ?? scaleEnds(undefined, scales.get(question), role);
      const answered: Answered = {
        answer,
        role,
        about,
        name: nameOf(about),
        given: value === 'na' ? value : isOnScale(value, endsOf()) ? { day, value } : 'outside',
      };
      const seats = series.get(question) ?? new Map<Role | null, Answered[]>();
      if (seats.size === 0) series.set(question, seats);
      const same = seats.get(role);
      if (same) same.push(answered);
      else seats.set(role, [answered]);
    }
  }
  const bySeat = Array.from(series.values()).flatMap((seats) => [...seats.values()]);
  return bySeat
    .map(ratedQuestion)
    .toSorted(
      (one, other) =>
        other.ratings.length - one.ratings.length ||
        (one.question === other.question ? 0 : one.question < other.question ? -1 : 1),
    );
}

interface Answered {
  readonly answer: Answer & { readonly type: 'scale'; readonly skip: null };
  readonly role: Role | null;
  readonly about: string | null;
  /** The same name, as names are compared. */
  readonly name: string;
  readonly given: Rating | 'na' | 'outside';
}

function ratedQuestion(answers: readonly Answered[]): RatedQuestion {
  const ratings = ratingsIn(answers);
  const latest = answers.at(-1);
  const legend = answers.findLast(({ given }) => typeof given === 'object')?.answer.legend;
  const spread = spreadOf(ratings.map(({ value }) => value));
  return {
    question: latest?.answer.question ?? '',
    role: latest?.role ?? null,
    asked: latest?.answer.asked ?? '',
    ...(legend !== undefined && { legend }),
    ratings,
    absent: answers.filter(({ given }) => given === 'na').length,
    outside: answers.filter(({ given }) => given === 'outside').length,
    ...(spread && { spread }),
    names: namesIn(answers),
  };
}

function namesIn(answers: readonly Answered[]): readonly NamedRatings[] {
  const byName = groupedBy(answers, ({ name }) => name);
  return Array.from(byName, ([name, own]): NamedRatings => {
    const ratings = ratingsIn(own);
    const spread = spreadOf(ratings.map(({ value }) => value));
    const about = name === '' ? null : (own.at(-1)?.about ?? null);
    const absent = own.filter(({ given }) => given === 'na');
    const absentWords = absent.at(-1)?.answer.legend;
    return {
      about,
      ratings,
      absent: absent.length,
      ...(absentWords !== undefined && { absentWords }),
      outside: own.filter(({ given }) => given === 'outside').length,
      ...(spread && { spread }),
      looks: looksOf(ratings),
    };
  }).toSorted((one, other) => other.ratings.length - one.ratings.length);
}

function ratingsIn(answers: readonly Answered[]): readonly Rating[] {
  return answers.map(({ given }) => given).filter((given) => typeof given === 'object');
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
  const sorted = Float64Array.from(ratings).sort();
  const [lowest, middle, highest] = [sorted[0], sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
  if (sorted.length < RATINGS_TO_SUM_UP) return undefined;
  if (lowest === undefined || middle === undefined || highest === undefined) return undefined;
  return { lowest, highest, middle };
}
