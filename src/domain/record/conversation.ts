// The conversations that were prepared, each with its debrief.
import { PREPARE_BANK, DEBRIEF_BANK } from '../banks/bank-names.ts';
import type { Answer } from '../entry/answer.ts';
import { type Day, daysBetween } from '../time/day.ts';
import { type Entry, newestFirst, oncePerId } from '../entry/entry.ts';
import { entryIn } from './followed-items.ts';
import { sameAbout } from '../text/plain-text.ts';

/** For so many days after a conversation its debrief is offered: best within a day, and after a week the voices are gone. */
export const DAYS_TO_DEBRIEF = 7;

/** A conversation that was prepared. */
export interface Conversation {
  readonly prepared: Entry;
  /** When it was to be: the date that was given, else the day on which it was prepared. */
  readonly day: Day;
  /** The entry that looks back on it. */
  readonly debriefed?: Entry;
}

/**
 * The conversations that were prepared, the latest first, each with its debrief.
 *
 * A debrief belongs to the conversation whose guess it resolves. Otherwise to the latest one about the same people, from the
 * same seat, whose day had come; or else to the nearest one still to come, since conversations are moved forward, too. Each
 * belongs to one.
 *
 * @param entries - In any order; of several with the same id, the first counts.
 *
 * @example
 * conversationsOf([prepared, debriefed])[0]?.debriefed === debriefed //=> true
 */
export function conversationsOf(entries: readonly Entry[]): readonly Conversation[] {
  const unique = oncePerId(entries).toSorted(newestFirst);
  const prepared = unique.filter(({ bank }) => bank === PREPARE_BANK);
  const found = new Map<Entry, Entry>();
  for (const debrief of unique.filter(({ bank }) => bank === DEBRIEF_BANK).toReversed()) {
    const linked = prepared.find(({ id }) => closedIn(debrief).includes(id));
    const open = prepared.filter(
      (one) => !found.has(one) && isSame(one, debrief) && newestFirst(debrief, one) < 0,
    );
    const own = linked ?? latestCome(open, debrief.day) ?? nearestToCome(open);
    if (own) found.set(own, debrief);
  }
  return prepared
    .map((entry): Conversation => {
      const debriefed = found.get(entry);
      return { prepared: entry, day: conversationDay(entry), ...(debriefed && { debriefed }) };
    })
    .toSorted((one, other) => (one.day === other.day ? 0 : one.day < other.day ? 1 : -1));
}

function closedIn({ answers }: Entry): readonly string[] {
  return answers.flatMap(({ closes, skip }) =>
    closes === undefined || skip !== null ? [] : [entryIn(closes)],
  );
}

function isSame(one: Entry, other: Entry): boolean {
  return sameAbout(one.about, other.about) && (one.role === other.role || one.role === null);
}

function latestCome(open: readonly Entry[], day: Day): Entry | undefined {
  return open
    .filter((entry) => conversationDay(entry) <= day)
    .toSorted((one, other) => daysBetween(conversationDay(one), conversationDay(other)))[0];
}

function nearestToCome(open: readonly Entry[]): Entry | undefined {
  return open.toSorted((one, other) => daysBetween(conversationDay(other), conversationDay(one)))[0];
}

function conversationDay({ answers, day }: Entry): Day {
  const given = answers.find(
    (one): one is Answer & { type: 'date'; value: Day; skip: null } =>
      one.type === 'date' && one.skip === null,
  );
  return given?.value ?? day;
}

/**
 * The conversations that wait for their debrief on a day, the latest first.
 *
 * @example
 * conversationsToDebrief(conversationsOf([prepared]), '2026-11-22').length //=> 1
 */
export function conversationsToDebrief(
  conversations: readonly Conversation[],
  today: Day,
): readonly Conversation[] {
  return conversations.filter(
    ({ day, debriefed }) => !debriefed && day <= today && daysBetween(day, today) <= DAYS_TO_DEBRIEF,
  );
}

/**
 * The conversation that a debrief is about: the latest one that it may still belong to.
 *
 * @example
 * conversationFor(conversationsOf([prepared]), { about: 'D.', role: 'manager' }, '2026-11-22')?.day
 * //=> '2026-11-20'
 */
export function conversationFor(
  conversations: readonly Conversation[],
  { about, role }: Pick<Entry, 'about' | 'role'>,
  today: Day,
): Conversation | undefined {
  const open = conversations.filter(
    ({ prepared, debriefed }) =>
      !debriefed && sameAbout(prepared.about, about) && (prepared.role === role || prepared.role === null),
  );
  return open.find(({ day }) => day <= today) ?? open.at(-1);
}
