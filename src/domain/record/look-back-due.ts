// The rule by which a look back is due.
import { LOOKBACK_BANK } from '../banks/bank-names.ts';
import { type Entry, newestFirst } from '../entry/entry.ts';
import { addDays, type Day } from '../time/day.ts';

/**
 * Half a month: a look back that came later than so many days before a month counts for that month, an earlier one for the month
 * before. So one that comes late is not followed at once by another.
 */
export const DAYS_A_LOOK_BACK_LASTS = 14;

/** A look back that waits, and when the last one was; null where there was none yet. */
export interface LookBackDue {
  readonly last: Day | null;
}

/**
 * The last day on which a look back may have been, or without one the first entry of all, so that another is due in the month of
 * a day.
 *
 * @example
 * lookBackLimit('2026-12-09') //=> '2026-11-17'
 */
export function lookBackLimit(today: Day): Day {
  return addDays(`${today.slice(0, 8)}01`, -DAYS_A_LOOK_BACK_LASTS);
}

/**
 * The look back that is due on a day (docs/method.md, Look backs): where something was written since the last one, and that one,
 * or without one the first entry of all, lies at least 14 days before the first of the month.
 *
 * @param entries - All of them, in any order. The newest one, the newest look back and any one up to `lookBackLimit` tell as much
 *   as all do. Those of days to come do not count.
 *
 * @example
 * lookBackDue([], '2026-12-01') //=> undefined
 */
export function lookBackDue(entries: readonly Entry[], today: Day): LookBackDue | undefined {
  const known = entries.filter(({ day }) => day <= today).toSorted(newestFirst);
  const last = known.find(({ bank }) => bank === LOOKBACK_BANK);
  const limit = lookBackLimit(today);
  const isTime = last ? last.day <= limit && known[0] !== last : known.some(({ day }) => day <= limit);
  return isTime ? { last: last?.day ?? null } : undefined;
}
