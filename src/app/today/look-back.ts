// Whether a look back is due.
import { LOOKBACK_BANK } from '../../domain/banks/bank-names.ts';
import { type Day } from '../../domain/time/day.ts';
import type { EntryIndex, Found } from '../ports/entry-index.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import { type LookBackDue, lookBackDue, lookBackLimit } from '../../domain/record/look-back-due.ts';
import type { Query } from '../../domain/search/query.ts';

/**
 * The newest look back.
 *
 * @example
 * newestLookBack('2026-11-22').banks //=> ['lookback']
 */
export function newestLookBack(today: Day): Query {
  return { banks: [LOOKBACK_BANK], until: today, limit: 1, outline: true };
}

/**
 * The look back that is due on a day. Three entries tell as much as all: the newest look back, the newest entry, and one that is
 * old enough.
 *
 * @param looked - What was found for `newestLookBack`, which here is found by the names of files.
 *
 * @example
 * await lookBackWaiting(index, '2026-12-01') //=> undefined
 */
export async function lookBackWaiting(
  index: EntryIndex,
  today: Day,
  looked?: Found,
): Promise<LookBackDue | undefined> {
  const last = looked ?? (await index.newest(newestLookBack(today)));
  const newest = await index.newest({ until: today, limit: 1 });
  const old = await index.newest({ until: lookBackLimit(today), limit: 1 });
  return lookBackDue(countingEntries([...last.entries, ...newest.entries, ...old.entries]), today);
}
