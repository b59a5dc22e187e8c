// The conversations that were prepared, each with its debrief.
import { PREPARE_BANK, DEBRIEF_BANK } from '../banks/bank-names.ts';
import { type Day, daysBetween } from '../time/day.ts';
import { type Entry, newestFirst } from '../entry/entry.ts';
import { entryIn } from './followed-items.ts';
import { sameAbout } from '../text/plain-text.ts';

/** For so many days after a conversation its debrief is offered: best within a day, and after a week the voices are gone. */
export const DAYS_TO_DEBRIEF = 7;

/** A day further ahead than a year is a slip of the pen: no debrief is offered on it. */
export const MOST_DAYS_AHEAD = 366;

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
 * A debrief belongs to the conversation that it names, or else to the latest one about the same people, from the same seat, whose
 * day had come. Each belongs to one.
 *
 * @param entries - All of them, each id once, in any order.
 *
 * @example
 * conversationsOf([prepared, debriefed])[0]?.debriefed === debriefed //=> true
 */
export function conversationsOf(entries: readonly Entry[]): readonly Conversation[] {
  const ofBank = (name: string): readonly Entry[] =>
    entries.filter(({ bank }) => bank === name).toSorted(newestFirst);
  const conversations = ofBank(PREPARE_BANK)
    .map((prepared): Conversation => ({ prepared, day: conversationDay(prepared) }))
    .toSorted((one, other) => (one.day === other.day ? 0 : one.day < other.day ? 1 : -1));
  const found = new Map<Conversation, Entry>();
  for (const debrief of ofBank(DEBRIEF_BANK).toReversed()) {
    const named = namedIn(debrief);
    const linked = conversations.find(({ prepared }) => named.includes(prepared.id));
    const own =
      linked ??
      conversations.find(
        (one) =>
          one.day <= debrief.day &&
          !found.has(one) &&
          isWith(one, debrief) &&
          newestFirst(debrief, one.prepared) < 0,
      );
    if (own) found.set(own, debrief);
  }
  return conversations.map((one) => {
    const debriefed = found.get(one);
    return debriefed ? { ...one, debriefed } : one;
  });
}

/** Conversations are moved forward, too: then a debrief names one that was still ahead. */
function namedIn({ answers }: Entry): readonly string[] {
  return answers.flatMap(({ closes, continues, skip }) =>
    skip === null
      ? [closes, continues].flatMap((reference) => (reference === undefined ? [] : entryIn(reference)))
      : [],
  );
}

/** Whether it is about the same people and from the same seat; one that was prepared from no seat is from either. */
function isWith({ prepared }: Conversation, { about, role }: Pick<Entry, 'about' | 'role'>): boolean {
  return sameAbout(prepared.about, about) && (prepared.role === role || prepared.role === null);
}

function conversationDay({ answers, day }: Entry): Day {
  const given = answers.find(({ type, skip }) => type === 'date' && skip === null);
  return given?.type === 'date' && given.skip === null ? given.value : day;
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
  return conversations.filter((one) => one.day <= today && mayBeDebriefed(one, today));
}

/**
 * The conversations that are still ahead on a day, the nearest first.
 *
 * @example
 * conversationsAhead(conversationsOf([prepared]), '2026-11-19').length //=> 1
 */
export function conversationsAhead(
  conversations: readonly Conversation[],
  today: Day,
): readonly Conversation[] {
  return conversations.filter((one) => one.day > today && mayBeDebriefed(one, today)).toReversed();
}

/**
 * Whether the debrief of a conversation is still to come: it is ahead, or was not long ago.
 *
 * @example
 * mayBeDebriefed(conversationsOf([prepared])[0], '2027-01-01') //=> false
 */
export function mayBeDebriefed({ prepared, day, debriefed }: Conversation, today: Day): boolean {
  const isDayOfSense = daysBetween(prepared.day, day) <= MOST_DAYS_AHEAD;
  return !debriefed && isDayOfSense && daysBetween(day, today) <= DAYS_TO_DEBRIEF;
}

/**
 * The conversation that a debrief is about: the latest one whose day has come. One that is ahead is never taken unasked.
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
  return conversations.find((one) => !one.debriefed && one.day <= today && isWith(one, { about, role }));
}
