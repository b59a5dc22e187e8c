// The rule by which reminders rest where nothing is written any more.
import { addDays, type Day, daysBetween } from '../time/day.ts';

/** So many days after the last entry reminders become fewer, and so many days lie between them then. */
export const DAYS_OF_REMINDERS = 14;
export const DAYS_BETWEEN_FEWER = 7;

/** So many days after the last entry comes the last reminder. */
export const DAYS_UNTIL_LAST = 42;

/** What a reminder may do: be said as ever, be said as the last one, or be left out. */
export type ReminderTurn = 'said' | 'last' | 'left-out';

/**
 * The turn of a reminder (docs/method.md, Rhythm): as ever for two weeks after the last entry, once a week until six weeks after
 * it, then one last one. Before the first entry nothing rests.
 *
 * @param last - The day on which the last entry was written.
 * @param reminded - The day of the latest reminder.
 *
 * @example
 * reminderTurn('2026-11-01', '2026-11-17', '2026-11-20') //=> 'left-out'
 * reminderTurn('2026-11-01', '2026-11-17', '2026-11-24') //=> 'said'
 * reminderTurn('2026-11-01', '2026-12-08', '2026-12-13') //=> 'last'
 */
export function reminderTurn(last: Day | undefined, reminded: Day | undefined, today: Day): ReminderTurn {
  const silence = last === undefined ? 0 : daysBetween(last, today);
  if (last === undefined || silence < DAYS_OF_REMINDERS) return 'said';
  // One from a clock that was ahead counts for nothing.
  const before = reminded !== undefined && reminded <= addDays(today, 1) ? reminded : undefined;
  if (silence >= DAYS_UNTIL_LAST)
    return before !== undefined && daysBetween(last, before) >= DAYS_UNTIL_LAST ? 'left-out' : 'last';
  return before !== undefined && daysBetween(before, today) < DAYS_BETWEEN_FEWER ? 'left-out' : 'said';
}
