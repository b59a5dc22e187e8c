// The ratings of each scale question, in the order of time: their spread, and each name's own looks.
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
  const asked = new Map<string, Map<Role | null, Seat>>();
  // By their places: V8 makes an object of each step of a loop that does not run for long.
  for (let at = 0; at < entries.length; at++) {
    const entry = entries[at];
    const answers = entry?.answers ?? [];
    for (let place = 0; place < answers.length; place++) {
      const answer = answers[place];
      if (!entry || answer?.type !== 'scale' || answer.skip !== null) continue;
      const { question, value, legend } = answer;
      const seat = seatOf(asked, question, entry.role);
      const own = seriesOf(seat, nameOf(entry.about));
      const isOutside =
        value !== 'na' &&
        !isOnScale(value, statedIn(legend) ?? scaleEnds(undefined, scales.get(question), entry.role));
      const given = isOutside ? 'outside' : value === 'na' ? value : { day: entry.day, value };
      add(seat.all, entry, answer, given);
      add(own, entry, answer, given);
    }
  }
  return Array.from(asked.values())
    .flatMap((seats) => Array.from(seats.values(), ratedQuestion))
    .toSorted(
      (one, other) =>
        other.ratings.length - one.ratings.length ||
        (one.question === other.question ? 0 : one.question < other.question ? -1 : 1),
    );
}

type ScaleAnswer = Answer & { readonly type: 'scale'; readonly skip: null };

/** Ratings while entries are gone through. */
interface Series {
  readonly ratings: Rating[];
  readonly absentOn: Day[];
  outside: number;
  latestEntry?: Entry;
  latest?: ScaleAnswer;
  latestRated?: ScaleAnswer;
  latestAbsent?: ScaleAnswer;
}

/** The ratings of one question from one seat: all, and by whom they are about, as names are compared. */
interface Seat {
  readonly all: Series;
  readonly names: Map<string, Series>;
}

function seatOf(asked: Map<string, Map<Role | null, Seat>>, question: string, role: Role | null): Seat {
  const seats = asked.get(question) ?? new Map<Role | null, Seat>();
  if (seats.size === 0) asked.set(question, seats);
  const seat = seats.get(role) ?? { all: noRatings(), names: new Map<string, Series>() };
  if (seat.names.size === 0) seats.set(role, seat);
  return seat;
}

function seriesOf({ names }: Seat, name: string): Series {
  const known = names.get(name);
  if (known) return known;
  const own = noRatings();
  names.set(name, own);
  return own;
}

function noRatings(): Series {
  return { ratings: [], absentOn: [], outside: 0 };
}

function add(series: Series, entry: Entry, answer: ScaleAnswer, given: Rating | 'na' | 'outside'): void {
  series.latestEntry = entry;
  series.latest = answer;
  if (given === 'outside') series.outside++;
  else if (given === 'na') {
    series.absentOn.push(entry.day);
    series.latestAbsent = answer;
  } else {
    series.ratings.push(given);
    series.latestRated = answer;
  }
}

function ratedQuestion({ all, names }: Seat): RatedQuestion {
  const legend = all.latestRated?.legend;
  const byName = Array.from(names, namedRatings);
  const [only] = byName;
  const spread = only && names.size === 1 ? only.spread : spreadIn(all);
  return {
    question: all.latest?.question ?? '',
    role: all.latestEntry?.role ?? null,
    asked: all.latest?.asked ?? '',
    ...(legend !== undefined && { legend }),
    ratings: all.ratings,
    absent: all.absentOn.length,
    outside: all.outside,
    ...(spread && { spread }),
    names: byName.toSorted((one, other) => other.ratings.length - one.ratings.length),
  };
}

function namedRatings([name, own]: readonly [string, Series]): NamedRatings {
  const { ratings, absentOn, outside } = own;
  const absentWords = own.latestAbsent?.legend;
  const spread = spreadIn(own);
  return {
    about: name === '' ? null : (own.latestEntry?.about ?? null),
    ...(absentWords !== undefined && { absentWords }),
    ratings,
    absent: absentOn.length,
    outside,
    ...(spread && { spread }),
    absentOn,
    looks: looksOf(ratings),
  };
}

function spreadIn({ ratings }: Series): Spread | undefined {
  return spreadOf(ratings.map(({ value }) => value));
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
  if (ratings.length < RATINGS_TO_SUM_UP) return undefined;
  // Of thousands of ratings there are few different ones, which are counted sooner than all are sorted.
  const counts = new Map<number, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  const values = Array.from(counts.keys()).sort((one, other) => one - other);
  let passed = 0;
  const middle = values.find((value) => (passed += counts.get(value) ?? 0) > (ratings.length - 1) / 2);
  const [lowest, highest] = [values[0], values.at(-1)];
  if (lowest === undefined || middle === undefined || highest === undefined) return undefined;
  return { lowest, highest, middle };
}
