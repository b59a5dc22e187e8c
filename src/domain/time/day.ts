// The days of a calendar: which there are, how to count them, and the words for them.
import { CoachError } from '../text/errors.ts';

/** A calendar date, `YYYY-MM-DD`, in the years 0001 to 9999. Days compare as text: `'2026-11-08' < '2026-11-22'`. */
export type Day = string;

/** A minute and a day, in milliseconds. In UTC every day has 24 hours. */
export const MINUTE = 60_000;
export const DAY_LENGTH = 24 * 60 * MINUTE;

const writtenDay = /^\d{4}-\d\d-\d\d$/;
/** How many days of a common year come before each month, January first; last of all, those of the whole year. */
const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/** The days from 0001-01-01 to 1970-01-01. */
const daysBeforeEpoch = 719_162;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** How many days of a year come before a month, from 1 to 13. */
function daysBefore(month: number, year: number): number {
  return (daysBeforeMonth[month - 1] ?? Number.NaN) + (month > 2 && isLeapYear(year) ? 1 : 0);
}

/**
 * The whole number that some digits of a text are.
 *
 * @example
 * digits('2026-11-22', 5, 7) //=> 11
 */
export function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 0x30;
  return number;
}

/**
 * Whether the calendar has the day with which a text begins.
 *
 * @param text - One that begins with four digits, a sign, two digits, a sign and two digits.
 *
 * @example
 * beginsWithDay('2026-02-30 09:14') //=> false
 */
export function beginsWithDay(text: string): boolean {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const date = digits(text, 8, 10);
  return year > 0 && date > 0 && date <= daysBefore(month + 1, year) - daysBefore(month, year);
}

/**
 * The instant at which the day with which a text begins does so in UTC. Each entry of a journal is put in its place with it,
 * so it counts by itself: no date is made.
 *
 * @param text - One for which `beginsWithDay` holds.
 * @returns Milliseconds since 1970-01-01T00:00Z.
 *
 * @example
 * dayBegins('1970-01-02 09:14') //=> 86400000
 */
export function dayBegins(text: string): number {
  const year = digits(text, 0, 4);
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const inYear = daysBefore(digits(text, 5, 7), year) + digits(text, 8, 10) - 1;
  return (before * 365 + leapDays + inYear - daysBeforeEpoch) * DAY_LENGTH;
}

/**
 * Whether a text is a day that the calendar has, written `YYYY-MM-DD`.
 *
 * The calendar is the Gregorian one in all years, as in ISO 8601. The year 0000 is refused.
 *
 * @example
 * isDay('2024-02-29') //=> true
 * isDay('2026-02-30') //=> false
 */
export function isDay(text: string): boolean {
  return writtenDay.test(text) && beginsWithDay(text);
}

/**
 * The day of an instant in UTC, or nothing outside the years 0001 to 9999.
 *
 * @param epoch - Milliseconds since 1970-01-01T00:00Z.
 *
 * @example
 * dayAt(-1) //=> '1969-12-31'
 */
export function dayAt(epoch: number): Day | undefined {
  const date = new Date(epoch);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : undefined;
}

/**
 * The day so many days later, or earlier where the number is negative.
 *
 * @throws CoachError when that leads out of the years 0001 to 9999.
 *
 * @example
 * addDays('2026-12-31', 1) //=> '2027-01-01'
 */
export function addDays(day: Day, days: number): Day {
  const later = dayAt(dayBegins(day) + days * DAY_LENGTH);
  if (later === undefined) throw outOfCalendar(`${days} days from ${day}`);
  return later;
}

/**
 * The error of a reckoning that leads out of the calendar.
 *
 * @param subject - The words for where it leads.
 *
 * @example
 * outOfCalendar('that moment').message //=> 'that moment is outside the years 0001 to 9999'
 */
export function outOfCalendar(subject: string): CoachError {
  return new CoachError(`${subject} is outside the years 0001 to 9999`);
}

/**
 * A reckoning with days, or nothing where it leads out of the years 0001 to 9999.
 *
 * @example
 * withinReach(() => addDays('9999-12-31', 1)) //=> undefined
 */
export function withinReach<T>(reckon: () => T): T | undefined {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof CoachError) return undefined;
    throw error;
  }
}

/**
 * How many days lie from one day to another; negative where the second is the earlier one.
 *
 * @example
 * daysBetween('2026-11-22', '2026-12-06') //=> 14
 */
export function daysBetween(from: Day, to: Day): number {
  return (dayBegins(to) - dayBegins(from)) / DAY_LENGTH;
}

/**
 * The weekday's number: 1 is Monday, 7 is Sunday (ISO 8601).
 *
 * @example
 * weekdayOf('2026-11-22') //=> 7
 */
export function weekdayOf(day: Day): number {
  // The first day of all, 0001-01-01, is a Monday.
  return ((dayBegins(day) / DAY_LENGTH + daysBeforeEpoch) % 7) + 1;
}

/**
 * A number of a date or a clock, in two digits.
 *
 * @example
 * twoDigits(8) //=> '08'
 */
export function twoDigits(number: string | number): string {
  return String(number).padStart(2, '0');
}

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
 * @param today - Null where nobody knows when it will be read: the day in full.
 *
 * @example
 * dayWords('2026-11-21', '2026-11-22') //=> 'yesterday'
 * dayWords('2025-11-08', '2026-11-22') //=> '8 November 2025'
 */
export function dayWords(day: Day, today: Day | null): string {
  if (today === null) return longDay(day);
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 'today';
  if (ahead === -1) return 'yesterday';
  if (ahead === 1) return 'tomorrow';
  return day.slice(0, 4) === today.slice(0, 4) ? longDay(day).slice(0, -5) : longDay(day);
}
