// The ratings of each scale question, in the order of time: their spread, and each name's own looks.
import { groupedBy } from './grouped-by.ts';
import { type Look, looksOf, type Rating } from './looks.ts';
import type { Answer } from '../entry/answer.ts';
import type { Entry } from '../entry/entry.ts';
import type { Day } from '../time/day.ts';
import type { ByRole, Role, Scale } from '../banks/question-bank.ts';
import { isOnScale, scaleEnds, statedEnds } from '../entry/scale-ends.ts';
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
  /** How often it did not apply, on which days in the order of time, and the words for that in the latest entry. */
  readonly absent: number;
  readonly absentOn: readonly Day[];
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
  for (const entry of entries) {
    for (const answer of entry.answers) {
      if (answer.type !== 'scale' || answer.skip !== null) continue;
      const { question, value, legend } = answer;
      const seats = series.get(question) ?? new Map<Role | null, Answered[]>();
      if (seats.size === 0) series.set(question, seats);
      const answers = seats.get(entry.role) ?? [];
      if (answers.length === 0) seats.set(entry.role, answers);
      const isOutside =
        value !== 'na' &&
        !isOnScale(value, statedIn(legend) ?? scaleEnds(undefined, scales.get(question), entry.role));
      const given = isOutside ? 'outside' : value === 'na' ? value : { day: entry.day, value };
      answers.push({ entry, name: nameOf(entry.about), answer, given });
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
  readonly entry: Entry;
  /** Whom it is about, as names are compared. */
  readonly name: string;
  readonly answer: Answer & { readonly type: 'scale'; readonly skip: null };
  readonly given: Rating | 'na' | 'outside';
}

function ratedQuestion(answers: readonly Answered[]): RatedQuestion {
  const latest = answers.at(-1);
  const legend = answers.findLast(({ given }) => typeof given === 'object')?.answer.legend;
  return {
    question: latest?.answer.question ?? '',
    role: latest?.entry.role ?? null,
    asked: latest?.answer.asked ?? '',
    ...(legend !== undefined && { legend }),
    ...summedUp(answers),
    names: namesIn(answers),
  };
}

function namesIn(answers: readonly Answered[]): readonly NamedRatings[] {
  const byName = groupedBy(answers, ({ name }) => name);
  return Array.from(byName, ([name, own]): NamedRatings => {
    const about = name === '' ? null : (own.at(-1)?.entry.about ?? null);
    const absentWords = own.findLast(({ given }) => given === 'na')?.answer.legend;
    const sums = summedUp(own);
    return {
      about,
      ...(absentWords !== undefined && { absentWords }),
      ...sums,
      absentOn: own.flatMap(({ given, entry }) => (given === 'na' ? [entry.day] : [])),
      looks: looksOf(sums.ratings),
    };
  }).toSorted((one, other) => other.ratings.length - one.ratings.length);
}

function summedUp(
  answers: readonly Answered[],
): Pick<RatedQuestion, 'ratings' | 'absent' | 'outside' | 'spread'> {
  const ratings: Rating[] = [];
  const values: number[] = [];
  let [absent, outside] = [0, 0];
  for (const { given } of answers) {
    if (given === 'na') absent++;
    else if (given === 'outside') outside++;
    else {
      ratings.push(given);
      values.push(given.value);
    }
  }
  const spread = spreadOf(values);
  return { ratings, absent, outside, ...(spread && { spread }) };
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
