// The check-in of a day: whether it waits, and when reminders are quiet.
import { CHECKIN_BANK, PREPARE_BANK } from '../../domain/banks/bank-names.ts';
import { addDays, type Day, daysBetween, isDay } from '../../domain/time/day.ts';
import { DAYS_TO_DEBRIEF, MOST_DAYS_AHEAD } from '../../domain/record/conversation.ts';
import type { Query } from '../../domain/search/query.ts';
import type { EntryIndex } from '../ports/entry-index.ts';
import type { Memory } from '../ports/machine.ts';

/** After more days than this without a check-in, the next one begins with one question: whole, it would feel like catching up. */
export const DAYS_OF_SILENCE = 10;

/**
 * Whether nothing was checked in on a day yet.
 *
 * @param whose - From that seat, about that name; from either one and about anybody where absent.
 *
 * @example
 * await isCheckInWaiting(index, '2026-11-22') //=> true
 */
export async function isCheckInWaiting(
  index: EntryIndex,
  day: Day,
  whose: Pick<Query, 'role' | 'about'> = {},
): Promise<boolean> {
  const { entries } = await index.newest({
    banks: [CHECKIN_BANK],
    since: day,
    until: day,
    limit: 1,
    ...whose,
  });
  return entries.length === 0;
}

/**
 * Whether there was a check-in before.
 *
 * @example
 * await hasCheckedIn(index) //=> false
 */
export async function hasCheckedIn(index: EntryIndex): Promise<boolean> {
  return (await index.newest({ banks: [CHECKIN_BANK], limit: 1 })).entries.length > 0;
}

/**
 * Whether somebody who has checked in before comes back after ten days without (docs/method.md, Check-ins).
 *
 * @example
 * await isBackAfterSilence(index, '2026-11-22') //=> false
 */
export async function isBackAfterSilence(index: EntryIndex, today: Day): Promise<boolean> {
  const { entries } = await index.newest({ banks: [CHECKIN_BANK], limit: 1 });
  const last = entries[0]?.entry.day;
  return last !== undefined && daysBetween(last, today) > DAYS_OF_SILENCE;
}

/**
 * The day on which reminders on this machine come again, where they are paused. A pause that has ended is none.
 *
 * @example
 * pausedUntil({ pausedUntil: () => '2026-12-06' }, '2026-11-22') //=> '2026-12-06'
 */
export function pausedUntil(memory: Pick<Memory, 'pausedUntil'>, today: Day): Day | undefined {
  const until = memory.pausedUntil();
  return until !== undefined && until > today ? until : undefined;
}

/**
 * Whether a day had its reminder. Who travels over the date line has a day twice, and is reminded once. A clock that was ahead
 * by more than that, and was put right, keeps no reminder away.
 *
 * @param last - The day of the latest reminder.
 *
 * @example
 * isReminded('2026-03-10', '2026-03-09') //=> true
 */
export function isReminded(last: Day | undefined, today: Day): boolean {
  return last !== undefined && isDay(last) && last >= today && daysBetween(today, last) <= 1;
}

/**
 * Whether a conversation was prepared that may wait for its debrief: where none was for long enough, none can.
 *
 * @example
 * await mayConversationWait(index, '2026-11-22') //=> false
 */
export async function mayConversationWait(index: EntryIndex, today: Day): Promise<boolean> {
  const since = addDays(today, -(MOST_DAYS_AHEAD + DAYS_TO_DEBRIEF));
  const { entries } = await index.newest({ banks: [PREPARE_BANK], since, limit: 1 });
  return entries.length > 0;
}
