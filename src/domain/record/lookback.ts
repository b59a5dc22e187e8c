// A look back: what it shows, and the resting things that it asks about.
import { LOOKBACK_BANK } from '../banks/bank-names.ts';
import { addDays, type Day } from '../time/day.ts';
import { type Entry, newestFirst } from '../entry/entry.ts';
import {
  type Followed,
  type FollowedCommitment,
  followedItems,
  longestDueFirst,
  standingOf,
} from './followed-items.ts';
import type { Earlier } from './history.ts';
import { type RatedQuestion, ratedQuestions } from './scale-series.ts';
import type { JournalCounts, Question } from '../banks/question-bank.ts';

/** So far back a look back looks at least (docs/method.md, Look backs). */
export const DAYS_LOOKED_BACK_ON = 30;

/** So many of the person's own answers are shown at once, about a screen (docs/method.md, Look backs). */
export const MOST_WORDS = 12;

/** What a look back looks at. */
export interface LookedBackOn {
  /** Whether an entry belongs to the relationship and seat; where absent, each does. */
  readonly isOwn?: (whose: Pick<Entry, 'about' | 'role'>) => boolean;
  /** References of the plans and guesses that a debrief or a step asks about: they do not rest. */
  readonly left?: ReadonlySet<string>;
}

/** So many plans and guesses that something was said of, and so many that rest. */
const MOST_ITEMS = 8;
const MOST_RESTING = 3;

/** The ratings and words since the last look back, and what became of plans and guesses: of each, the latest, oldest first. */
export interface Recap {
  readonly since: Day;
  readonly ratings: readonly RatedQuestion[];
  /** The answers in the person's own words; `more` were left out. */
  readonly words: readonly Earlier[];
  readonly more: number;
  /** The guesses and plans that something was said of meanwhile, in the order in which it was; `moreItems` were left out. */
  readonly items: readonly Followed[];
  readonly moreItems: number;
  /** Of those that rest, the longest due; `moreResting` were left out. */
  readonly resting: readonly Followed[];
  readonly moreResting: number;
}

/**
 * The recap that a look back shows once the person has said how the past weeks were: everything since the last one, or of thirty
 * days, whichever is longer ago.
 *
 * @param entries - All of them: what one is about may be told in any other one.
 *
 * @example
 * recapOf(entries, '2026-11-22').since //=> '2026-10-23'
 */
export function recapOf(
  entries: readonly Entry[],
  today: Day,
  { isOwn = () => true, left = new Set() }: LookedBackOn = {},
): Recap {
  const earliest = addDays(today, -DAYS_LOOKED_BACK_ON);
  const own = entries.filter(isOwn);
  const looked = own
    .filter(({ bank, day }) => bank === LOOKBACK_BANK && day < today)
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
  const since = looked !== undefined && looked < earliest ? looked : earliest;
  const lately = own.filter(({ day, bank }) => day >= since && bank !== LOOKBACK_BANK).toSorted(oldestFirst);
  const words = lately.flatMap(({ id, day, answers }) =>
    answers.flatMap((answer): Earlier[] =>
      answer.skip === null && answer.type === 'text'
        ? [{ entryId: id, day, answer, since: 0, sittingsSince: 0 }]
        : [],
    ),
  );
  const items = followedItems(entries).filter(({ entry }) => isOwn(entry));
  const told = items
    .flatMap((item) => {
      const last = [...item.outcomes, ...item.moves].find(({ entry }) => entry.day >= since);
      return last ? [{ item, last: last.entry }] : [];
    })
    .toSorted((one, other) => oldestFirst(one.last, other.last))
    .map(({ item }) => item);
  const resting = items
    .filter((item) => standingOf(item, today) === 'resting' && !left.has(item.reference))
    .toSorted(longestDueFirst);
  return {
    since,
    ratings: ratedQuestions(lately),
    words: words.slice(-MOST_WORDS),
    more: Math.max(0, words.length - MOST_WORDS),
    items: told.slice(-MOST_ITEMS),
    moreItems: Math.max(0, told.length - MOST_ITEMS),
    resting: resting.slice(0, MOST_RESTING),
    moreResting: Math.max(0, resting.length - MOST_RESTING),
  };
}

function oldestFirst(one: Entry, other: Entry): number {
  return newestFirst(other, one);
}

/**
 * The plan that a look back asks about: of those that rest, the one that was left resting the longest ago, or never.
 *
 * @param entries - All of them: another look back may have let go of it.
 *
 * @example
 * restingCommitment([planned], '2026-12-31')?.reference //=> 'k3x8m2p9qa/manager-commitment'
 */
export function restingCommitment(
  entries: readonly Entry[],
  today: Day,
  { isOwn = () => true, left = new Set() }: LookedBackOn = {},
): FollowedCommitment | undefined {
  const lastLeft = new Map<string, Day>();
  for (const { day, answers } of entries) {
    for (const { continues, value, type } of answers) {
      if (type !== 'choice' || continues === undefined || value !== 'leave') continue;
      if ((lastLeft.get(continues) ?? '') < day) lastLeft.set(continues, day);
    }
  }
  const leftOn = ({ reference }: Followed): Day => lastLeft.get(reference) ?? '';
  return followedItems(entries)
    .filter((item): item is FollowedCommitment => item.kind === 'commitment')
    .filter((item) => isOwn(item.entry) && !left.has(item.reference))
    .filter((item) => standingOf(item, today) === 'resting')
    .toSorted((one, other) =>
      leftOn(one) === leftOn(other) ? longestDueFirst(one, other) : leftOn(one) < leftOn(other) ? -1 : 1,
    )[0];
}

/**
 * Whether a question is asked about one of the things that its condition counts.
 *
 * @example
 * countsOne({ type: 'choice', showIf: { count: 'rested_commitments', atLeast: 1 } }, 'rested_commitments') //=> true
 */
export function countsOne(
  { type, showIf }: Pick<Question, 'type' | 'showIf'>,
  count: keyof JournalCounts,
): boolean {
  return type === 'choice' && showIf !== undefined && 'count' in showIf && showIf.count === count;
}

/** The parts that belong to a question which is asked about a plan. */
interface AboutCommitment {
  readonly question: Question;
  readonly recalled: readonly Earlier[];
  readonly closes: string;
  readonly continues: string;
}

/**
 * The parts that belong to a question about a plan that rests: to take it up again gives it a new date, to let it go closes it, and
 * anything else leaves it as it is.
 *
 * @example
 * const plan = restingCommitment([planned], '2026-12-31');
 * aboutCommitment({ type: 'choice' }, plan).closes //=> 'k3x8m2p9qa/manager-commitment'
 */
export function aboutCommitment(
  question: Question,
  commitment: FollowedCommitment | undefined,
): Partial<AboutCommitment> {
  if (!commitment) return {};
  const { reference, entry, answer } = commitment;
  const resolves: Readonly<Record<string, 'wait' | 'let-go'>> = { 'take-up': 'wait', 'let-go': 'let-go' };
  const options = question.options?.map((option) => {
    const said = resolves[option.value];
    return said === undefined ? option : { ...option, resolves: said };
  });
  return {
    question: { ...question, ...(options && { options }) },
    recalled: [{ entryId: entry.id, day: entry.day, answer, since: 0, sittingsSince: 0 }],
    closes: reference,
    continues: reference,
  };
}
