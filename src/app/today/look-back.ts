import { LOOKBACK_BANK } from '../../domain/banks/bank-names.ts';
import { type Day, addDays } from '../../domain/time/day.ts';
import type { EntryIndex } from '../ports/entry-index.ts';

/** Half a month: one that came later than this counts for the month that begins, an earlier one for the month that ended. */
export const DAYS_THAT_ONE_LASTS = 14;

/** Where nothing was written for as long, there is nothing to look back on. */
export const DAYS_LOOKED_AT = 31;

/**
 * Whether something was written in the past month, and nobody looked back in the last two weeks, the day itself included.
 *
 * @example
 * await isLookBackWaiting(index, '2026-12-01') //=> true
 */
export async function isLookBackWaiting(index: EntryIndex, day: Day): Promise<boolean> {
  const since = addDays(day, 1 - DAYS_THAT_ONE_LASTS);
  const looked = await index.newest({ banks: [LOOKBACK_BANK], since, until: day, limit: 1 });
  if (looked.entries.length > 0) return false;
  const written = await index.newest({ since: addDays(day, -DAYS_LOOKED_AT), until: day, limit: 1 });
  return written.entries.length > 0;
}
