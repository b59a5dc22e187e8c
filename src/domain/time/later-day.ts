// A day some days later, where the calendar goes so far.
import { addDays, type Day } from './day.ts';

const LAST_DAY: Day = '9999-12-31';

/**
 * The day so many days later; where the calendar ends before that, its last one.
 *
 * @example
 * laterDay('2026-11-22', 14) //=> '2026-12-06'
 * laterDay('9999-12-30', 14) //=> '9999-12-31'
 */
export function laterDay(day: Day, days: number): Day {
  return day > addDays(LAST_DAY, -days) ? LAST_DAY : addDays(day, days);
}
