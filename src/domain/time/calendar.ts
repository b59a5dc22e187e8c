import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addDays as daysLater } from 'date-fns/addDays';
import { addMonths as monthsLater } from 'date-fns/addMonths';
import { getISODay } from 'date-fns/getISODay';
import { CoachError } from '../text/errors.ts';

/** A calendar date, `YYYY-MM-DD`, in the years 0001 to 9999. Days compare as text: `'2026-11-08' < '2026-11-22'`. */
export type Day = string;

/** A time zone, as far as coach needs one. */
export interface Zone {
  /** The IANA name, for example `Europe/Berlin`. */
  readonly name: string;
  /** Whole minutes east of UTC at an instant, given in milliseconds since 1970-01-01T00:00Z. */
  offsetAt(epoch: number): number;
}

/** The present instant, in milliseconds since 1970-01-01T00:00Z, and the zone of the person's clock. */
export interface Now {
  readonly epoch: number;
  readonly zone: Zone;
}

/** What a clock on the wall shows: a date, and a time as `HH:MM:SS`. */
export interface Wall {
  readonly day: Day;
  readonly time: string;
}

/** A moment as an entry states it. */
export interface At {
  /** As it was written. */
  readonly text: string;
  readonly day: Day;
  /** `HH:MM:SS`, or null where only a date was written. */
  readonly time: string | null;
  /** Minutes east of UTC, or null where none was written. */
  readonly offset: number | null;
  /** Milliseconds since 1970-01-01T00:00Z, for ordering: without an offset as if in UTC, without a time at 00:00. */
  readonly instant: number;
}

/** English month names, January first. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** English weekday names, Monday first (ISO 8601). */
export const WEEKDAYS: readonly string[] = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(
  ' ',
);

const minute = 60_000;
/** In UTC every day has 24 hours. */
const dayLength = 24 * 60 * minute;

// The `mini` date is UTC throughout and costs nothing to load; the full one makes three formatters, 10 ms at each start.
const midnight = (day: Day): Date => new UTCDateMini(`${day}T00:00:00Z`);

const exists = (date: Date): boolean => date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999;

const dateOf = (date: Date): Day => date.toISOString().slice(0, 10);

function wallOf(epoch: number, offset: number): Wall {
  const date = new UTCDateMini(epoch + offset * minute);
  if (!exists(date)) throw new CoachError('that moment lies outside the years 0001 to 9999');
  return { day: dateOf(date), time: date.toISOString().slice(11, 19) };
}

/** The day before is where a time belongs that comes before the day's end; the first day of all keeps its own. */
function countedDay({ day, time }: Wall, dayEnds: number): Day {
  return Number(time.slice(0, 2)) < dayEnds && day !== '0001-01-01' ? addDays(day, -1) : day;
}

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

/** The whole number that some digits of a text are. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 0x30;
  return number;
}

/** Whether the calendar has the day with which a text begins. */
function beginsWithDay(text: string): boolean {
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const date = digits(text, 8, 10);
  return year > 0 && date > 0 && date <= daysBefore(month + 1, year) - daysBefore(month, year);
}

/** The instant at which the day with which a text begins does so in UTC. */
function dayBegins(text: string): number {
  const year = digits(text, 0, 4);
  const before = year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const inYear = daysBefore(digits(text, 5, 7), year) + digits(text, 8, 10) - 1;
  return (before * 365 + leapDays + inYear - daysBeforeEpoch) * dayLength;
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
 * The day so many days later, or earlier where the number is negative.
 *
 * @throws CoachError when that leads out of the years 0001 to 9999.
 *
 * @example
 * addDays('2026-12-31', 1) //=> '2027-01-01'
 */
export function addDays(day: Day, days: number): Day {
  const date = daysLater(midnight(day), days);
  if (!exists(date)) throw new CoachError(`${days} days from ${day} lies outside the years 0001 to 9999`);
  return dateOf(date);
}

/**
 * The same day of the month so many months later, or earlier; the month's last day where it has no such day.
 *
 * @throws CoachError when that leads out of the years 0001 to 9999.
 *
 * @example
 * addMonths('2026-03-31', -1) //=> '2026-02-28'
 */
export function addMonths(day: Day, months: number): Day {
  const date = monthsLater(midnight(day), months);
  if (!exists(date)) throw new CoachError(`${months} months from ${day} lies outside the years 0001 to 9999`);
  return dateOf(date);
}

/**
 * How many days lie from one day to another; negative where the second is the earlier one.
 *
 * @example
 * daysBetween('2026-11-22', '2026-12-06') //=> 14
 */
export function daysBetween(from: Day, to: Day): number {
  return (midnight(to).getTime() - midnight(from).getTime()) / dayLength;
}

/**
 * The weekday's number: 1 is Monday, 7 is Sunday (ISO 8601).
 *
 * @example
 * weekdayOf('2026-11-22') //=> 7
 */
export function weekdayOf(day: Day): number {
  return getISODay(midnight(day));
}

/**
 * An instant in ISO 8601, as a clock with that offset shows it. Parts of a second are cut off.
 *
 * @param epoch - Milliseconds since 1970-01-01T00:00Z.
 * @param offset - Whole minutes east of UTC. It is always written out; UTC is `+00:00`.
 * @throws CoachError when that clock is outside the years 0001 to 9999.
 *
 * @example
 * isoAt(1795335245000, 60) //=> '2026-11-22T09:14:05+01:00'
 */
export function isoAt(epoch: number, offset: number): string {
  const { day, time } = wallOf(epoch, offset);
  const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, '0');
  const minutes = String(Math.abs(offset) % 60).padStart(2, '0');
  return `${day}T${time}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/**
 * An instant in ISO 8601, as a clock in that zone shows it.
 *
 * @throws CoachError when that clock is outside the years 0001 to 9999.
 *
 * @example
 * isoIn(1795335245000, berlin) //=> '2026-11-22T09:14:05+01:00'
 */
export function isoIn(epoch: number, zone: Zone): string {
  return isoAt(epoch, zone.offsetAt(epoch));
}

const clock = String.raw`([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?`;
const writtenOffset = String.raw`Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?`;
const writtenAt = new RegExp(String.raw`^(\d{4}-\d\d-\d\d)(?:[T ]${clock}(?: ?(${writtenOffset}))?)?$`, 'i');

/**
 * Whether a text is a moment that `parseAt` reads.
 *
 * @example
 * isAt('2026-11-22 09:14+01:00') //=> true
 */
export function isAt(text: string): boolean {
  return writtenAt.test(text) && beginsWithDay(text);
}

/**
 * Reads the moment that an entry states: ISO 8601, as coach writes it and as people and other programs do.
 *
 * Taken: a date and time with an offset or `Z`, with or without seconds or their fraction, `T` or one blank between;
 * the same without an offset, which keeps the clock's time and claims no offset; a date alone. Forgiven: small letters,
 * a blank before the offset, an offset without colon or minutes. Refused: days that do not exist, the year 0000, 24:00,
 * leap seconds, offsets beyond 23:59.
 *
 * @returns The moment, or nothing where the text is not one.
 *
 * @example
 * parseAt('2026-11-22 09:14+01:00')
 * //=> { text: '2026-11-22 09:14+01:00', day: '2026-11-22', time: '09:14:00', offset: 60, instant: 1795335240000 }
 */
export function parseAt(text: string): At | undefined {
  const match = writtenAt.exec(text);
  if (!match || !beginsWithDay(text)) return undefined;
  const day = match[1] ?? '';
  const hours = match[2];
  if (hours === undefined) return { text, day, time: null, offset: null, instant: dayBegins(text) };

  const minutes = match[3] ?? '00';
  const seconds = match[4] ?? '00';
  const fraction = match[5] ?? '0';
  const east = Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0);
  const offset = match[7] === '-' && east > 0 ? -east : east;
  const ofDay = (Number(hours) * 60 + Number(minutes)) * minute + Number(seconds) * 1000;
  const parts = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return {
    text,
    day,
    time: `${hours}:${minutes}:${seconds}`,
    offset: match[6] === undefined ? null : offset,
    instant: dayBegins(text) + ofDay + parts - offset * minute,
  };
}

/**
 * The day that a moment belongs to: its date, or the day before for a time before the day's end. A date without a time
 * is that day. The first hours of 0001-01-01 stay on it, since no day comes before.
 *
 * @param dayEnds - The hour at which a day ends, 0 to 23; 4 where the settings say nothing.
 *
 * @example
 * dayOf({ text: '2026-11-22T03:59+01:00', day: '2026-11-22', time: '03:59:00', … }, 4) //=> '2026-11-21'
 */
export function dayOf({ day, time }: At, dayEnds: number): Day {
  return time === null ? day : countedDay({ day, time }, dayEnds);
}

/**
 * The day that is running where the person is; before the day's end it is still yesterday's date.
 *
 * @param dayEnds - The hour at which a day ends, 0 to 23.
 *
 * @example
 * today({ epoch: Date.parse('2026-11-22T02:30+01:00'), zone: berlin }, 4) //=> '2026-11-21'
 */
export function today({ epoch, zone }: Now, dayEnds: number): Day {
  return countedDay(wallOf(epoch, zone.offsetAt(epoch)), dayEnds);
}

/**
 * The instant at which a clock in a zone shows a date and time.
 *
 * A time that clocks skip moves forward by as much as they skip: 02:30 becomes 03:30 when summer time begins. Of a time
 * that comes twice, the earlier instant is taken. Both as "compatible" does in ECMAScript's Temporal, which also looks at
 * the offsets a day before and a day after: no zone has changed its clocks twice so close together.
 *
 * @returns Milliseconds since 1970-01-01T00:00Z.
 *
 * @example
 * epochOf({ day: '2026-03-29', time: '02:30:00' }, berlin) //=> Date.parse('2026-03-29T03:30+02:00')
 */
export function epochOf({ day, time }: Wall, zone: Zone): number {
  const inUtc = Date.parse(`${day}T${time}Z`);
  const before = inUtc - zone.offsetAt(inUtc - dayLength) * minute;
  const after = inUtc - zone.offsetAt(inUtc + dayLength) * minute;
  const shown = [before, after].filter((epoch) => epoch + zone.offsetAt(epoch) * minute === inUtc);
  return shown.length === 0 ? before : Math.min(...shown);
}

/**
 * Whether a moment is still to come. A time without an offset is taken from the person's own clock; a date without a
 * time is to come from tomorrow on.
 *
 * @example
 * isFuture(tomorrowAtNine, now) //=> true
 */
export function isFuture({ day, time, offset, instant }: At, { epoch, zone }: Now): boolean {
  if (time === null) return day > wallOf(epoch, zone.offsetAt(epoch)).day;
  return (offset === null ? epochOf({ day, time }, zone) : instant) > epoch;
}

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
 * clockTime({ text: '2026-11-22T09:14:05+01:00', time: '09:14:05', … }) //=> '09:14'
 */
export function clockTime({ time }: At): string {
  return time?.slice(0, 5) ?? '';
}
