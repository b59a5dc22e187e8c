import {
  MONTHS,
  WEEKDAYS,
  addDays,
  addMonths,
  epochOf,
  isDay,
  isoAt,
  isoIn,
  parseAt,
  today as dayRunning,
  weekdayOf,
} from './calendar.ts';
import type { Day, Now } from './calendar.ts';
import { CoachError } from '../text/errors.ts';

/** The days from one to another, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** A form of words, and what it means on a given day. The first that fits and means something counts. */
type Form<T> = readonly [RegExp, (match: RegExpExecArray, today: Day) => T | undefined];

const minute = 60_000;
const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const amount = String.raw`(?:(\d{1,4}) ?|(an?|${numbers.join('|')}) )`;
const days = `${amount}(days?|d|weeks?|w|months?|years?)`;
const hoursAgo = new RegExp(`^${amount}(minutes?|mins?|hours?|h) ago$`);
const ordinal = String.raw`(\d{1,2})(?:st|nd|rd|th|\.)?`;
const inYear = String.raw`(?:,? (\d{4}))?`;

const tidy = (words: string): string => words.trim().toLowerCase().replace(/\s+/gu, ' ');

/** Where a name, or its beginning from three letters on, stands in a list, counted from 1; 0 where it does not. */
const placeOf = (word: string, names: readonly string[]): number =>
  word.length < 3 ? 0 : names.findIndex((name) => name.toLowerCase().startsWith(word)) + 1;

const count = (digits: string | undefined, word = ''): number =>
  digits === undefined ? Math.max(1, numbers.indexOf(word) + 1) : Number(digits);

function shift(day: Day, number: number, unit: string): Day {
  if (unit.startsWith('d')) return addDays(day, number);
  if (unit.startsWith('w')) return addDays(day, 7 * number);
  return addMonths(day, unit.startsWith('m') ? number : 12 * number);
}

const twoDigits = (number: string | number): string => String(number).padStart(2, '0');

/** The year that is said, or this one and eight years back or ahead: leap days are no further apart. */
function yearsMeant(said: string | undefined, today: Day, step: 1 | -1): readonly string[] {
  if (said !== undefined) return [said];
  const thisYear = Number(today.slice(0, 4));
  return Array.from({ length: 9 }, (_, n) => String(thisYear + n * step).padStart(4, '0'));
}

function datedDay(date: string, name: string, year: string | undefined, today: Day, step: 1 | -1) {
  const month = twoDigits(placeOf(name, MONTHS));
  const fits = (day: Day): boolean => year !== undefined || (step === 1 ? day >= today : day <= today);
  return yearsMeant(year, today, step)
    .map((some) => `${some}-${month}-${twoDigits(date)}`)
    .find((day) => isDay(day) && fits(day));
}

const isoDay: Form<Day> = [/^\d{4}-\d\d-\d\d$/, ([text]) => (isDay(text) ? text : undefined)];

const datedForms = (step: 1 | -1): readonly Form<Day>[] => [
  [
    new RegExp(`^${ordinal}(?: of)? ([a-z]+)${inYear}$`),
    ([, date = '', name = '', year], today) => datedDay(date, name, year, today, step),
  ],
  [
    new RegExp(`^([a-z]+) ${ordinal}${inYear}$`),
    ([, name = '', date = '', year], today) => datedDay(date, name, year, today, step),
  ],
];

const dayForms: readonly Form<Day>[] = [
  isoDay,
  [/^today$/, (_, today) => today],
  [/^yesterday$/, (_, today) => addDays(today, -1)],
  [/^tomorrow$/, (_, today) => addDays(today, 1)],
  [
    /^(last )?([a-z]+)$/,
    ([, last, name = ''], today) => {
      const weekday = placeOf(name, WEEKDAYS);
      if (weekday === 0) return undefined;
      const back = (weekdayOf(today) - weekday + 7) % 7;
      return addDays(today, last !== undefined && back === 0 ? -7 : -back);
    },
  ],
  [
    new RegExp(`^${days} ago$`),
    ([, digits, word, unit = ''], today) => shift(today, -count(digits, word), unit),
  ],
  ...datedForms(-1),
];

const dueForms: readonly Form<Day>[] = [
  isoDay,
  [/^today$/, (_, today) => today],
  [/^tomorrow$/, (_, today) => addDays(today, 1)],
  [/^\d{1,3}$/, ([digits], today) => addDays(today, Number(digits))],
  [
    new RegExp(`^(?:in )?${days}$`),
    ([, digits, word, unit = ''], today) => shift(today, count(digits, word), unit),
  ],
  [
    /^(?:next )?([a-z]+)$/,
    ([, name = ''], today) => {
      const weekday = placeOf(name, WEEKDAYS);
      return weekday === 0 ? undefined : addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
    },
  ],
  ...datedForms(1),
];

function wholeYear(year: string): Period | undefined {
  return isDay(`${year}-01-01`) ? { from: `${year}-01-01`, to: `${year}-12-31` } : undefined;
}

function wholeMonth(year: string, month: string): Period | undefined {
  const from = `${year}-${month}-01`;
  return isDay(from) ? { from, to: addMonths(`${year}-01-31`, Number(month) - 1) } : undefined;
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));
const weekFrom = (monday: Day): Period => ({ from: monday, to: addDays(monday, 6) });

/** ISO 8601: weeks begin on Monday and belong to the year their Thursday is in, so that week 1 is the one with 4 January. */
function isoWeek(year: string, week: number): Period | undefined {
  if (!isDay(`${year}-01-04`)) return undefined;
  const monday = addDays(mondayOf(`${year}-01-04`), 7 * (week - 1));
  return addDays(monday, 3).startsWith(year) ? weekFrom(monday) : undefined;
}

const periodForms: readonly Form<Period>[] = [
  [/^\d{4}$/, ([year]) => wholeYear(year)],
  [/^(\d{4})-(\d\d)$/, ([, year = '', month = '']) => wholeMonth(year, month)],
  [/^(\d{4})-w(\d\d)$/, ([, year = '', week]) => isoWeek(year, Number(week))],
  [
    /^(this|last) (week|month|year)$/,
    ([, which, unit = ''], today) => {
      const day = which === 'last' ? shift(today, -1, unit) : today;
      if (unit === 'week') return weekFrom(mondayOf(day));
      return unit === 'month' ? wholeMonth(day.slice(0, 4), day.slice(5, 7)) : wholeYear(day.slice(0, 4));
    },
  ],
  [
    /^([a-z]+)(?: (\d{4}))?$/,
    ([, name = '', year], today) => {
      const month = twoDigits(placeOf(name, MONTHS));
      const begun = (some: string): boolean => `${some}-${month}` <= today.slice(0, 7);
      const meant = yearsMeant(year, today, -1).find((some) => year !== undefined || begun(some));
      return meant === undefined ? undefined : wholeMonth(meant, month);
    },
  ],
];

/** Words that lead out of the years 0001 to 9999 mean nothing. */
function withinReach<T>(read: () => T | undefined): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CoachError) return undefined;
    throw error;
  }
}

function read<T>(forms: readonly Form<T>[], words: string, today: Day): T | undefined {
  return withinReach(() => {
    for (const [pattern, meaning] of forms) {
      const match = pattern.exec(tidy(words));
      const meant = match === null ? undefined : meaning(match, today);
      if (meant !== undefined) return meant;
    }
    return undefined;
  });
}

/**
 * The one day that words name, looking back: `2026-11-22`, `today`, `yesterday`, `tomorrow`; `monday` (the latest, today
 * included), `last monday` (the latest before today); `3 days ago`, `a week ago`, `two months ago` (the last of the month
 * where it is shorter), `a year ago`; `8 november`, `nov 8th` (the latest that is not to come), `8 nov 2025`.
 *
 * Case and extra blanks do not count; names may be cut to three letters or more. Nothing is guessed: `1/2/2026` is no day.
 *
 * @returns The day, or nothing where the words do not name one in the years 0001 to 9999.
 *
 * @example
 * parseDay('last monday', '2026-11-22') //=> '2026-11-16'
 */
export function parseDay(words: string, today: Day): Day | undefined {
  return read(dayForms, words, today);
}

/**
 * The period that words name, looking back: a day as in `parseDay`, or `2026`, `2026-11`, `november` (the latest that has
 * begun), `nov 2026`, `2026-W40`, and `this` or `last` with `week`, `month` or `year`. Weeks are those of ISO 8601: they
 * begin on Monday, and week 1 is the one with 4 January. Periods are whole, also where some of it is still to come.
 *
 * @returns First and last day, or nothing where the words do not name a period in the years 0001 to 9999.
 *
 * @example
 * parsePeriod('last week', '2026-11-22') //=> { from: '2026-11-09', to: '2026-11-15' }
 */
export function parsePeriod(words: string, today: Day): Period | undefined {
  const day = parseDay(words, today);
  return day === undefined ? read(periodForms, words, today) : { from: day, to: day };
}

/**
 * The day that words name, looking ahead: `2026-12-06`, `today`, `tomorrow`; `7`, `3 days`, `in two weeks`, `in a month`
 * (the last of the month where it is shorter); `friday`, `next friday` (both the next one after today); `8 december` (the
 * next, today included), `8 dec 2026`. A day that is written out may lie in the past; the caller judges that.
 *
 * @returns The day, or nothing where the words do not name one in the years 0001 to 9999.
 *
 * @example
 * parseDueDay('in 2 weeks', '2026-11-22') //=> '2026-12-06'
 */
export function parseDueDay(words: string, today: Day): Day | undefined {
  return read(dueForms, words, today);
}

/**
 * The time of day that words name: `9:30`, `9.30`, `16:30`, `9am`, `9:30 pm`, `noon`, `midnight`. A number alone says no time.
 *
 * @returns `HH:MM:SS`, or nothing where the words name no time.
 *
 * @example
 * parseClockTime('4:30pm') //=> '16:30:00'
 */
export function parseClockTime(words: string): string | undefined {
  return clockTimeIn(tidy(words));
}

function clockTimeIn(text: string): string | undefined {
  if (text === 'noon') return '12:00:00';
  if (text === 'midnight') return '00:00:00';
  const [, hours, minutes, half] = /^(\d{1,2})(?:[:.]([0-5]\d))?(?: ?([ap])\.?m\.?)?$/.exec(text) ?? [];
  const said = Number(hours);
  if (hours === undefined || (minutes ?? half) === undefined) return undefined;
  if (half === undefined ? said > 23 : said < 1 || said > 12) return undefined;
  const hour = half === undefined ? said : (said % 12) + (half === 'p' ? 12 : 0);
  return `${twoDigits(hour)}:${minutes ?? '00'}:00`;
}

/** `yesterday 18:00`, `last monday at 9:30`, or a time alone. */
function dayAndTime(text: string, now: Now, dayEnds: number): string | undefined {
  const [, dayWords = 'today', timeWords = ''] =
    /^(?:(.+?),? )??(?:at )?([\d.:]+(?: ?[ap]\.?m\.?)?|noon|midnight)$/.exec(text) ?? [];
  const time = clockTimeIn(timeWords);
  if (time === undefined) return undefined;
  const today = dayRunning(now, Number(time.slice(0, 2)) < dayEnds ? 0 : dayEnds);
  const day = parseDay(dayWords, today);
  return day === undefined ? undefined : isoIn(epochOf({ day, time }, now.zone), now.zone);
}

/** A date and time as `parseAt` reads it, completed with the zone's offset; a date alone stays one. */
function isoMoment(text: string, { zone }: Now): string | undefined {
  const at = parseAt(text);
  if (at === undefined) return undefined;
  const { day, time, offset, instant } = at;
  if (time === null) return day;
  return offset === null ? isoIn(epochOf({ day, time }, zone), zone) : isoAt(instant, offset);
}

/**
 * The moment that words name, as an entry's `at` states it.
 *
 * ISO 8601 as in `parseAt`; `now`, `20 minutes ago`, `2 hours ago`; a time (`18:00`, `9.30`, `9am`, `9:30 pm`, `noon`,
 * `midnight`), alone for today or after a day as in `parseDay`, with or without `at`. Times are the clock's in the zone,
 * and skipped or repeated ones are settled as in `epochOf`. A day without a time stays a day. In the night, while the
 * day before is still running, days count from that one for times after the day's end (at two, `23:00` was three hours
 * ago), and from the new date for times before it (`1:00` was one hour ago).
 * Whether the moment is still to come is for the caller to judge, with `isFuture`.
 *
 * @param dayEnds - The hour at which a day ends, 0 to 23.
 * @returns ISO 8601 with seconds and offset, or a day; nothing where the words name no moment in the years 0001 to 9999.
 *
 * @example
 * parseMoment('yesterday 18:00', now, 4) //=> '2026-11-21T18:00:00+01:00'
 * parseMoment('yesterday', now, 4) //=> '2026-11-21'
 */
export function parseMoment(words: string, now: Now, dayEnds: number): string | undefined {
  const text = tidy(words);
  const [, digits, word, unit] = hoursAgo.exec(text) ?? [];
  return withinReach(() => {
    if (text === 'now') return isoIn(now.epoch, now.zone);
    if (unit !== undefined) {
      const length = unit.startsWith('h') ? 60 * minute : minute;
      return isoIn(now.epoch - count(digits, word) * length, now.zone);
    }
    return isoMoment(text, now) ?? parseDay(text, dayRunning(now, dayEnds)) ?? dayAndTime(text, now, dayEnds);
  });
}
