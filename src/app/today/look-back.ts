// Whether a look back is due.
import { LOOKBACK_BANK } from '../../domain/banks/bank-names.ts';
import { type Day } from '../../domain/time/day.ts';
import type { EntryIndex, Found } from '../ports/entry-index.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import { type LookBackDue, lookBackDue, lookBackLimit } from '../../domain/record/look-back-due.ts';
import type { Query } from '../../domain/search/query.ts';

/**
 * The three queries that tell as much as all entries whether a look back is due: the newest look back, the newest entry, and one that
 * is old enough.
 *
 * @example
 * lookBackQueries('2026-11-22').length //=> 3
 */
export function lookBackQueries(today: Day): readonly Query[] {
  return [
    { banks: [LOOKBACK_BANK], until: today, limit: 1, outline: true },
    { until: today, limit: 1, outline: true },
    { until: lookBackLimit(today), limit: 1, outline: true },
  ];
}

/**
 * The look back that is due on a day, by what was found for `lookBackQueries`.
 *
 * @example
 * lookBackIn([], '2026-12-01') //=> undefined
 */
export function lookBackIn(found: readonly Found[], today: Day): LookBackDue | undefined {
  return lookBackDue(countingEntries(found.flatMap(({ entries }) => entries)), today);
}

/**
 * The same by the names of files, for what has to be quick at any size.
 *
 * @example
 * await lookBackWaiting(index, '2026-12-01') //=> undefined
 */
export async function lookBackWaiting(index: EntryIndex, today: Day): Promise<LookBackDue | undefined> {
  const found: Found[] = [];
  for (const query of lookBackQueries(today)) found.push(await index.newest(query));
  return lookBackIn(found, today);
}
