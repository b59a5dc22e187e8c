// A day some months later.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths as monthsLater } from 'date-fns/addMonths';
import { type Day, dayAt, outOfCalendar } from './day.ts';

// The `mini` date is UTC throughout and costs little to load; the full one makes three formatters, 10 ms of it.
const midnight = (day: Day): Date => new UTCDateMini(`${day}T00:00:00Z`);

/**
 * The same day of the month so many months later, or earlier; the month's last day where it has no such day.
 *
 * @throws CoachError when that leads out of the years 0001 to 9999.
 *
 * @example
 * addMonths('2026-03-31', -1) //=> '2026-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const later = dayAt(monthsLater(midnight(day), months).getTime());
  if (later === undefined) throw outOfCalendar(`${months} months from ${day}`);
  return later;
}
