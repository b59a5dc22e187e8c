// The schedule of a reminder: its time and days, read from words and said in words.
import { WEEKDAYS } from '../domain/time/day.ts';
import type { SyncSchedule } from './sync-schedule.ts';
import { nearest } from '../domain/text/nearest.ts';
import { parseClockTime } from '../domain/time/typed-moment.ts';

/** The reminders at a time of a person's own: of the daily check-in, and of the monthly look back. */
export const REMINDERS = ['checkin', 'lookback'] as const;

export type Reminder = (typeof REMINDERS)[number];

/** The days a reminder comes on: some of the week, from 1 (Monday) to 7 (Sunday), in order; or one of each month, 1 to 28. */
export type ReminderDays =
  | { readonly kind: 'week'; readonly weekdays: readonly number[] }
  | { readonly kind: 'month'; readonly day: number };

/** A reminder, and when it comes, by the clock of the machine. */
export interface Schedule {
  readonly reminder: Reminder;
  readonly hour: number;
  readonly minute: number;
  readonly days: ReminderDays;
}

/** What comes at times of a person's own. */
export type AnySchedule = Schedule | SyncSchedule;

/** Every month has as many days; on a later one nothing would come in some of them. */
const LAST_DAY_OF_EVERY_MONTH = 28;

/** The days of the week that a name stands for. */
const SETS: Readonly<Record<string, readonly number[]>> = {
  daily: [1, 2, 3, 4, 5, 6, 7],
  workdays: [1, 2, 3, 4, 5],
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};

/** The words that name days, for whoever completes or corrects them. */
export const DAY_WORDS: readonly string[] = ['daily', 'workdays', 'weekends'];

export const EVERY_DAY: ReminderDays = { kind: 'week', weekdays: [1, 2, 3, 4, 5, 6, 7] };

export const FIRST_OF_THE_MONTH: ReminderDays = { kind: 'month', day: 1 };

/**
 * The hour and minute that words name; see `parseClockTime`.
 *
 * @returns Nothing where the words name no time.
 *
 * @example
 * parseReminderTime('4:30pm') //=> { hour: 16, minute: 30 }
 */
export function parseReminderTime(words: string): Pick<Schedule, 'hour' | 'minute'> | undefined {
  const time = parseClockTime(words);
  return time === undefined
    ? undefined
    : { hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) };
}

/**
 * The days that words name: `daily`, `workdays` (Monday to Friday), `weekends`; days of the week, cut to three letters or more,
 * with commas, blanks or `and` between them, or a dash from one to another (`mon,wed,fri`, `mon-thu`); `1` or `1st`, a day of
 * each month up to the 28th, which is the last that every month has. Case does not count.
 *
 * @returns Nothing where the words name no days.
 *
 * @example
 * parseReminderDays('mon,wed,fri') //=> { kind: 'week', weekdays: [1, 3, 5] }
 * parseReminderDays('1st') //=> { kind: 'month', day: 1 }
 */
export function parseReminderDays(words: string): ReminderDays | undefined {
  const text = words.trim().toLowerCase();
  const [, date] = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/.exec(text) ?? [];
  if (date !== undefined) {
    const day = Number(date);
    return day >= 1 && day <= LAST_DAY_OF_EVERY_MONTH ? { kind: 'month', day } : undefined;
  }
  const parts = partsOf(text).map(weekdaysIn);
  const named = parts.flatMap((part) => part ?? []);
  if (named.length === 0 || parts.includes(undefined)) return undefined;
  return { kind: 'week', weekdays: [...new Set(named)].toSorted((one, other) => one - other) };
}

/**
 * The words that were most likely meant where some name no days, or nothing where none is near.
 *
 * @example
 * nearestDays('mon,wde') //=> 'mon,wed'
 * nearestDays('workday') //=> 'workdays'
 */
export function nearestDays(words: string): string | undefined {
  const known = [...DAY_WORDS, ...WEEKDAYS.map((name) => name.toLowerCase()), ...WEEKDAYS.map(shortName)];
  const mended = partsOf(words.trim().toLowerCase()).map((part) =>
    weekdaysIn(part) ? part : nearest(part, known),
  );
  return mended.length === 0 || mended.includes(undefined) ? undefined : mended.join(',');
}

/**
 * Days as they are written on the command line.
 *
 * @example
 * daysAsTyped({ kind: 'week', weekdays: [1, 2, 3, 4, 5] }) //=> 'workdays'
 */
export function daysAsTyped(days: ReminderDays): string {
  if (days.kind === 'month') return String(days.day);
  const same = (name: string): boolean => SETS[name]?.join() === days.weekdays.join();
  return (
    DAY_WORDS.find(same) ?? days.weekdays.map((weekday) => shortName(WEEKDAYS[weekday - 1] ?? '')).join(',')
  );
}

/**
 * The time of a reminder, as it is written on the command line.
 *
 * @example
 * timeAsTyped({ hour: 9, minute: 5 }) //=> '09:05'
 */
export function timeAsTyped({ hour, minute }: Pick<Schedule, 'hour' | 'minute'>): string {
  return [hour, minute].map((number) => String(number).padStart(2, '0')).join(':');
}

/**
 * Whether two are the same reminder at the same times. There is one sync alone, however often it comes.
 *
 * @example
 * isSameSchedule(reminder, { ...reminder, hour: 9 }) //=> false
 * isSameSchedule({ every: 30 }, { every: 60 }) //=> true
 */
export function isSameSchedule(one: AnySchedule, other: AnySchedule): boolean {
  if ('every' in one || 'every' in other) return 'every' in one && 'every' in other;
  return (
    one.reminder === other.reminder &&
    timeAsTyped(one) === timeAsTyped(other) &&
    daysAsTyped(one.days) === daysAsTyped(other.days)
  );
}

function partsOf(text: string): readonly string[] {
  return text.split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s+/).filter((part) => part !== '');
}

function weekdaysIn(part: string): readonly number[] | undefined {
  if (Object.hasOwn(SETS, part)) return SETS[part];
  const [first, last, more] = part.split('-').map(weekdayCalled);
  if (first === undefined || more !== undefined) return undefined;
  if (!part.includes('-')) return [first];
  if (last === undefined) return undefined;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, n) => ((first - 1 + n) % 7) + 1);
}

/** A name of three letters or more, or what it is the beginning of; an `s` may follow (`fridays`). */
function weekdayCalled(name: string): number | undefined {
  if (name.length < 3) return undefined;
  const at = WEEKDAYS.findIndex((weekday) => `${weekday.toLowerCase()}s`.startsWith(name));
  return at < 0 ? undefined : at + 1;
}

function shortName(weekday: string): string {
  return weekday.slice(0, 3).toLowerCase();
}
