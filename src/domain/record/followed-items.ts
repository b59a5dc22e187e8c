// The plans and guesses of a journal, and what became of each.
import { groupedBy } from './grouped-by.ts';
import type { Answer, Commitment, Prediction } from '../entry/answer.ts';
import { type Day, daysBetween } from '../time/day.ts';
import { type Entry, newestFirst, referenceTo, writtenLast } from '../entry/entry.ts';
import { type Resolution, resolutionsIn } from './outcomes.ts';
import { dayWritten, dueWithoutDate } from '../entry/due-day.ts';
import { matching } from '../search/query.ts';

/**
 * A plan or a guess that was not looked at for more than this many days after its date, or after it was written, rests
 * (docs/method.md, Commitments).
 */
export const DAYS_UNTIL_REST = 21;

/** A plan or a guess, and everything that later entries say of it. Nothing of it is kept anywhere but in the entries. */
export type Followed = FollowedCommitment | FollowedPrediction;

interface FollowedAny {
  /** `<entry id>/<question id>`. */
  readonly reference: string;
  readonly entry: Entry;
  /** As it stands in its entry. */
  readonly answer: Answer;
  /** The date as it stands now: the one that was given, or the latest that was put in its place. */
  readonly due: Day;
  /** The answers that gave it another date, the latest first. */
  readonly moves: readonly Resolution[];
  /** The answers that close it, the one that counts first. */
  readonly outcomes: readonly Resolution[];
}

export interface FollowedCommitment extends FollowedAny {
  readonly kind: 'commitment';
  readonly commitment: Commitment;
  /** The plan in whose place it came, and the one that came in its own. */
  readonly continues?: string;
  readonly continuedBy?: string;
}

export interface FollowedPrediction extends FollowedAny {
  readonly kind: 'prediction';
  readonly guess: Prediction;
}

/** The plans and guesses of a journal, and the references of those that a debrief or a step asks about: they do not rest. */
export interface FollowedUp {
  readonly items: readonly Followed[];
  readonly left: ReadonlySet<string>;
}

/**
 * Every plan and every guess in a journal with what became of it, the oldest first. The order of the entries does not matter,
 * nor on which machine they were written; an outcome of what is not there any more is passed over.
 *
 * A date that is missing is the usual one, counted from the day on which the entry was written.
 *
 * @param entries - All of them, each id once.
 *
 * @example
 * followedItems([planned, reviewed]).map(({ reference, outcomes }) => [reference, outcomes.length])
 * //=> [['k3x8m2p9qa/manager-prediction', 1], ['k3x8m2p9qa/manager-commitment', 1]]
 */
export function followedItems(entries: readonly Entry[]): readonly Followed[] {
  const asked = entries.filter(matching({ open: true }));
  const linked = asked.filter(({ answers }) => answers.some(isLinked)).toSorted(writtenLast);
  const said = groupedBy(linked.flatMap(resolutionsIn), ({ reference }) => reference);
  const continued = continuations(linked);
  const items: Followed[] = [];
  for (const entry of asked.toSorted(newestFirst).toReversed()) {
    for (const answer of entry.answers) {
      const item = itemOf(entry, answer, said, continued);
      if (item) items.push(item);
    }
  }
  return items;
}

/**
 * The plans and guesses of an entry, as it tells them itself.
 *
 * @example
 * itemsIn(planned).map(({ kind, due }) => `${kind} ${due}`)
 * //=> ['prediction 2026-11-15', 'commitment 2026-11-15']
 */
export function itemsIn(entry: Entry): readonly Followed[] {
  return entry.answers.flatMap((answer) => itemOf(entry, answer, NOTHING_SAID, NOTHING_SAID) ?? []);
}

const NOTHING_SAID = new Map<string, never>();
const NOTHING: readonly never[] = [];

function itemOf(
  entry: Entry,
  answer: Answer,
  said: ReadonlyMap<string, readonly Resolution[]>,
  continued: ReadonlyMap<string, string>,
): Followed | undefined {
  if (answer.skip !== null || (answer.type !== 'prediction' && answer.type !== 'commitment'))
    return undefined;
  const reference = referenceTo(entry.id, answer.question);
  const about = said.get(reference) ?? NOTHING;
  const moves = about.length === 0 ? NOTHING : about.filter((one) => one.moves !== undefined);
  const outcomes = moves.length === 0 ? about : about.filter((one) => one.moves === undefined);
  if (answer.type === 'prediction') {
    const { value: guess } = answer;
    const due = moves[0]?.moves ?? guess.due ?? dueWithoutDate(entry);
    return { kind: 'prediction', reference, entry, answer, moves, outcomes, guess, due };
  }
  const { value: commitment, continues } = answer;
  const continuedBy = continued.get(reference);
  const due = moves[0]?.moves ?? commitment.by ?? dueWithoutDate(entry);
  const item: Followed = { kind: 'commitment', reference, entry, answer, moves, outcomes, commitment, due };
  if (continues === undefined && continuedBy === undefined) return item;
  return {
    ...item,
    ...(continues !== undefined && { continues }),
    ...(continuedBy !== undefined && { continuedBy }),
  };
}

function isLinked({ closes, continues }: Answer): boolean {
  return closes !== undefined || continues !== undefined;
}

/** The plan that takes the place of another one; of several, the one written last. */
function continuations(byWriting: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    byWriting
      .toReversed()
      .flatMap((entry) =>
        entry.answers.flatMap(({ type, skip, question, continues }): [string, string][] =>
          type === 'commitment' && skip === null && continues !== undefined
            ? [[continues, referenceTo(entry.id, question)]]
            : [],
        ),
      ),
  );
}

/** Where a plan or a guess stands on a day: closed, still to come, due, or resting since nobody looked at it for long. */
export type ItemStanding = 'closed' | 'coming' | 'due' | 'resting';

/**
 * Where a plan or a guess stands on a day.
 *
 * @example
 * standingOf({ due: '2026-12-06', outcomes: [], entry }, '2026-12-06') //=> 'due'
 */
export function standingOf(
  { due, outcomes, entry }: Pick<Followed, 'due' | 'outcomes' | 'entry'>,
  today: Day,
): ItemStanding {
  if (outcomes.length > 0) return 'closed';
  if (due > today) return 'coming';
  // What was written after its date could not be looked at before.
  const written = dayWritten(entry);
  return daysBetween(due > written ? due : written, today) > DAYS_UNTIL_REST ? 'resting' : 'due';
}

/**
 * The plans and guesses that are due on a day, in turn.
 *
 * @example
 * dueItems(followedItems([planned]), '2026-11-15').map(({ kind }) => kind) //=> ['commitment', 'prediction']
 */
export function dueItems(items: readonly Followed[], today: Day): readonly Followed[] {
  return inTurn(items.filter((item) => standingOf(item, today) === 'due'));
}

/**
 * Plans and guesses in the order in which they are asked about: the longest due first; of one day, what was planned or guessed
 * first. A guess comes after the plans of its sitting, which it may depend on.
 *
 * @example
 * inTurn(followedItems([planned])).map(({ kind }) => kind) //=> ['commitment', 'prediction']
 */
export function inTurn(items: readonly Followed[]): readonly Followed[] {
  const plans = groupedBy(
    items.filter(({ kind }) => kind === 'commitment'),
    ({ entry }) => entry.id,
  );
  const turn = (item: Followed): readonly [Followed, boolean] => {
    const before =
      item.kind === 'commitment' ? undefined : plans.get(item.entry.id)?.toSorted(longestDueFirst).at(-1);
    return before && before.due >= item.due ? [before, true] : [item, false];
  };
  const turns = new Map(items.map((item) => [item, turn(item)]));
  const turnOf = (item: Followed): readonly [Followed, boolean] => turns.get(item) ?? [item, false];
  return items.toSorted((one, other) => {
    const [first, isLater] = turnOf(one);
    const [second, isAlso] = turnOf(other);
    return longestDueFirst(first, second) || Number(isLater) - Number(isAlso);
  });
}

/**
 * The day on which something is looked at next: today where anything is due, else the earliest date to come; undefined where
 * everything is closed or rests.
 *
 * @example
 * nextLook(followedItems([prepared]), '2026-11-22') //=> '2026-12-06'
 */
export function nextLook(items: readonly Followed[], today: Day): Day | undefined {
  const days = items.flatMap((item) => {
    const standing = standingOf(item, today);
    return standing === 'due' ? [today] : standing === 'coming' ? [item.due] : [];
  });
  return days.toSorted()[0];
}

/**
 * The order in which plans and guesses are looked at.
 *
 * @example
 * [{ due: '2026-12-06' }, { due: '2026-11-30' }].sort(longestDueFirst)[0].due //=> '2026-11-30'
 */
export function longestDueFirst(one: Followed, other: Followed): number {
  return one.due === other.due ? newestFirst(other.entry, one.entry) : one.due < other.due ? -1 : 1;
}

/**
 * The entry that a reference leads to.
 *
 * @example
 * entryIn('k3x8m2p9qa/manager-commitment') //=> 'k3x8m2p9qa'
 */
export function entryIn(reference: string): string {
  return reference.slice(0, Math.max(0, reference.indexOf('/')));
}
