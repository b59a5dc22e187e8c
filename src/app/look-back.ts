import { type Day, addDays } from '../domain/calendar.ts';
import type { EntryIndex } from './ports.ts';

/** The bank of the monthly look back. */
export const LOOKBACK_BANK = 'lookback';

/** Half a month: one that came later than this counts for the month that begins, an earlier one for the month that ended. */
const DAYS_THAT_ONE_LASTS = 14;

/**
 * Whether nobody looked back in the last two weeks, the day itself included.
 *
 * @example
 * await isLookBackWaiting(index, '2026-12-01') //=> true
 */
export async function isLookBackWaiting(index: EntryIndex, day: Day): Promise<boolean> {
  const since = addDays(day, 1 - DAYS_THAT_ONE_LASTS);
  const { entries } = await index.newest({ banks: [LOOKBACK_BANK], since, until: day, limit: 1 });
  return entries.length === 0;
}
