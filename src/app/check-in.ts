import type { Day } from '../domain/calendar.ts';
import type { EntryIndex } from './ports.ts';

/** The bank of the daily check-in. */
export const CHECKIN_BANK = 'checkin';

/**
 * Whether nothing was checked in on a day yet.
 *
 * @example
 * await isCheckInWaiting(index, '2026-11-22') //=> true
 */
export async function isCheckInWaiting(index: EntryIndex, day: Day): Promise<boolean> {
  const { entries } = await index.newest({ banks: [CHECKIN_BANK], since: day, until: day, limit: 1 });
  return entries.length === 0;
}
