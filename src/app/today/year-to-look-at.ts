// Whether there is a year of entries to look at.
import { type Day, withinReach } from '../../domain/time/day.ts';
import { addMonths } from '../../domain/time/later-month.ts';
import type { EntryIndex, Found } from '../ports/entry-index.ts';

/**
 * Whether a year has passed since the first entry, and since a year was looked at or said to be there last. Where nothing was written
 * within this year, there is none to look at.
 *
 * @param newest - The newest entries.
 * @param last - When a year was looked at or spoken of last, where that is known.
 *
 * @example
 * await isYearToLookAt(index, await index.newest({ limit: 1 }), undefined, '2026-11-22') //=> false
 */
export async function isYearToLookAt(
  index: Pick<EntryIndex, 'newest'>,
  newest: Found,
  last: Day | undefined,
  today: Day,
): Promise<boolean> {
  const before = withinReach(() => addMonths(today, -12));
  if (before === undefined || (last !== undefined && last > before)) return false;
  if (!newest.entries.some(({ entry: { day } }) => day > before && day <= today)) return false;
  const { entries } = await index.newest({ until: before, limit: 1, outline: true });
  return entries.length > 0;
}
