// The words in which days and times are shown.
import { type Day, daysBetween, weekdayOf } from './day.ts';
import type { At } from './moment.ts';

/** English month names, January first. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** English weekday names, Monday first (ISO 8601). */
export const WEEKDAYS: readonly string[] = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
  ' ',
);

/**
 * The month a day is in, as a heading.
 *
 * @example
 * monthTitle('2026-11-22') //=> 'November 2026'
 */
export function monthTitle(day: Day): string {
  return `${MONTHS[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`;
}

/**
 * A day under its month's heading.
 *
 * @example
 * weekdayAndDay('2026-11-22') //=> 'Sun 22'
 */
export function weekdayAndDay(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day) - 1]?.slice(0, 3)} ${Number(day.slice(8))}`;
}

/**
 * A day in full.
 *
 * @example
 * longDay('2026-11-22') //=> '22 November 2026'
 */
export function longDay(day: Day): string {
  return `${Number(day.slice(8))} ${monthTitle(day)}`;
}

/**
 * A day as people say it: by its nearness, else without the year when it is this year's.
 *
 * @example
 * dayWords('2026-11-21', '2026-11-22') //=> 'yesterday'
 * dayWords('2025-11-08', '2026-11-22') //=> '8 November 2025'
 */
export function dayWords(day: Day, today: Day): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 'today';
  if (ahead === -1) return 'yesterday';
  if (ahead === 1) return 'tomorrow';
  return day.slice(0, 4) === today.slice(0, 4) ? longDay(day).slice(0, -5) : longDay(day);
}

/**
 * The time of a moment as clocks show it, or nothing where it has none.
 *
 * @example
 * clockTime(parseAt('2026-11-22T09:14:05+01:00')) //=> '09:14'
 */
export function clockTime({ time }: At): string {
  return time?.slice(0, 5) ?? '';
}
