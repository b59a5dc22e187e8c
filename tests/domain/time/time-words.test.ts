import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayWords,
  daysBetween,
  isDay,
  isoAt,
  longDay,
  parseAt,
  weekdayOf,
} from '../../../src/domain/time/calendar.ts';
import type { Zone } from '../../../src/domain/time/calendar.ts';
import { parseDay, parseDueDay, parseMoment, parsePeriod } from '../../../src/domain/time/time-words.ts';

// A Sunday.
const today = '2026-11-22';

const anyDay = fc
  .integer({ min: 800, max: 3_651_000 })
  .map((days) => new Date(Date.parse('0001-01-01T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 10));

const padded = (number: number, digits: number): string => String(number).padStart(digits, '0');

/** Sakamoto's method; 0 is Sunday. */
function weekdayIn(year: number, month: number, day: number): number {
  const from = month < 3 ? year - 1 : year;
  const shift = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4][month - 1] ?? 0;
  return (from + Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400) + shift + day) % 7;
}

/** A year has 53 weeks when it begins or ends on a Thursday. */
const weeksIn = (year: number): number =>
  weekdayIn(year, 1, 1) === 4 || weekdayIn(year, 12, 31) === 4 ? 53 : 52;

/** The week of a day in January or December, from the day of the year and the weekday. */
function isoWeekOf(year: number, month: 1 | 12, day: number): string {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const dayOfYear = month === 1 ? day : (leap ? 335 : 334) + day;
  const week = Math.floor((dayOfYear - (weekdayIn(year, month, day) || 7) + 10) / 7);
  if (week < 1) return `${padded(year - 1, 4)}-W${weeksIn(year - 1)}`;
  return week > weeksIn(year) ? `${padded(year + 1, 4)}-W01` : `${padded(year, 4)}-W${padded(week, 2)}`;
}

describe('a day, looking back', () => {
  test.each([
    { words: '2026-11-22', is: '2026-11-22' },
    { words: '0001-01-01', is: '0001-01-01' },
    { words: 'today', is: '2026-11-22' },
    { words: '  Yesterday ', is: '2026-11-21' },
    { words: 'TOMORROW', is: '2026-11-23' },
    { words: 'sunday', is: '2026-11-22' },
    { words: 'last sunday', is: '2026-11-15' },
    { words: 'monday', is: '2026-11-16' },
    { words: 'Last   Monday', is: '2026-11-16' },
    { words: 'sat', is: '2026-11-21' },
    { words: 'thurs', is: '2026-11-19' },
    { words: '3 days ago', is: '2026-11-19' },
    { words: '0 days ago', is: '2026-11-22' },
    { words: '3d ago', is: '2026-11-19' },
    { words: 'a day ago', is: '2026-11-21' },
    { words: 'a week ago', is: '2026-11-15' },
    { words: '2 weeks ago', is: '2026-11-08' },
    { words: 'two months ago', is: '2026-09-22' },
    { words: 'twelve days ago', is: '2026-11-10' },
    { words: 'a year ago', is: '2025-11-22' },
    { words: '8 november', is: '2026-11-08' },
    { words: '22 november', is: '2026-11-22' },
    { words: '23 november', is: '2025-11-23' },
    { words: 'november 8', is: '2026-11-08' },
    { words: 'Nov 8th', is: '2026-11-08' },
    { words: '8 nov 2025', is: '2025-11-08' },
    { words: 'november 8, 2025', is: '2025-11-08' },
    { words: '1st of dec', is: '2025-12-01' },
    { words: '24 dec 2026', is: '2026-12-24' },
    { words: '29 february', is: '2024-02-29' },
  ])('$words: $is', ({ words, is }) => {
    expect(parseDay(words, today)).toBe(is);
    expect(parsePeriod(words, today)).toEqual({ from: is, to: is });
  });

  test.each([
    { words: 'a month ago', today: '2026-03-31', is: '2026-02-28' },
    { words: 'a year ago', today: '2024-02-29', is: '2023-02-28' },
    { words: '29 february', today: '1904-02-28', is: '1896-02-29' },
    { words: 'yesterday', today: '2026-01-01', is: '2025-12-31' },
  ])('on $today, $words: $is', ({ words, today, is }) => expect(parseDay(words, today)).toBe(is));
});

describe('a period', () => {
  test.each([
    { words: '2026', from: '2026-01-01', to: '2026-12-31' },
    { words: '2026-11', from: '2026-11-01', to: '2026-11-30' },
    { words: '2024-02', from: '2024-02-01', to: '2024-02-29' },
    { words: '9999-12', from: '9999-12-01', to: '9999-12-31' },
    { words: '2026-W40', from: '2026-09-28', to: '2026-10-04' },
    { words: '2026-w01', from: '2025-12-29', to: '2026-01-04' },
    { words: '2026-W53', from: '2026-12-28', to: '2027-01-03' },
    { words: '0001-W01', from: '0001-01-01', to: '0001-01-07' },
    { words: 'this week', from: '2026-11-16', to: '2026-11-22' },
    { words: 'Last  Week', from: '2026-11-09', to: '2026-11-15' },
    { words: 'this month', from: '2026-11-01', to: '2026-11-30' },
    { words: 'last month', from: '2026-10-01', to: '2026-10-31' },
    { words: 'this year', from: '2026-01-01', to: '2026-12-31' },
    { words: 'last year', from: '2025-01-01', to: '2025-12-31' },
    { words: 'november', from: '2026-11-01', to: '2026-11-30' },
    { words: 'December', from: '2025-12-01', to: '2025-12-31' },
    { words: 'sept', from: '2026-09-01', to: '2026-09-30' },
    { words: 'nov 2027', from: '2027-11-01', to: '2027-11-30' },
  ])('$words: $from to $to', ({ words, from, to }) => {
    expect(parsePeriod(words, today)).toEqual({ from, to });
    expect(parseDay(words, today)).toBeUndefined();
  });

  test('last month is the month before, also on the 31st', () =>
    expect(parsePeriod('last month', '2026-03-31')).toEqual({ from: '2026-02-01', to: '2026-02-28' }));

  test('periods around today contain it, and the last ones end the day before', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom('week', 'month', 'year'), (today, unit) => {
        const current = parsePeriod(`this ${unit}`, today);
        const last = parsePeriod(`last ${unit}`, today);
        expect(current !== undefined && current.from <= today && today <= current.to).toBe(true);
        expect(last?.to).toBe(addDays(current?.from ?? '', -1));
      }),
    );
  });

  test('weeks are seven days from Monday', () => {
    fc.assert(
      fc.property(anyDay, (today) => {
        const { from, to } = parsePeriod('this week', today) ?? { from: '', to: '' };
        expect(weekdayOf(from)).toBe(1);
        expect(daysBetween(from, to)).toBe(6);
      }),
    );
  });

  test('a weekday is within the last seven days, and is that weekday', () => {
    const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...names), (today, name) => {
        const latest = parseDay(name, today) ?? '';
        const before = parseDay(`last ${name}`, today) ?? '';
        const next = parseDueDay(name, today) ?? '';
        expect([latest, before, next].map(weekdayOf)).toEqual(Array(3).fill(names.indexOf(name) + 1));
        expect(daysBetween(latest, today)).toBeLessThan(7);
        expect(latest <= today && before < today && today < next).toBe(true);
        expect(daysBetween(before, next)).toBe(latest === today ? 14 : 7);
      }),
    );
  });

  test('what is shown of a day is read as that day', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (day, today) => {
        expect(parseDay(longDay(day), today)).toBe(day);
        expect(parseDueDay(longDay(day), today)).toBe(day);
        const [earlier, later] = day < today ? [day, today] : [today, day];
        expect(parseDay(dayWords(earlier, later), later)).toBe(earlier);
        expect(parseDueDay(dayWords(later, earlier), earlier)).toBe(later);
      }),
    );
  });
});

const hasWeek = (year: number, week: string): boolean =>
  parsePeriod(`${padded(year, 4)}-W${week}`, today) !== undefined;

describe('the weeks of ISO 8601', () => {
  const years = Array.from({ length: 9997 }, (_, n) => n + 2);

  test('the days from 29 December to 4 January are in the week they should be in, in every year', () => {
    const days = years.flatMap((year) => [
      ...[29, 30, 31].map((day) => [year, 12, day] as const),
      ...[1, 2, 3, 4].map((day) => [year, 1, day] as const),
    ]);
    const wrong = days.filter(([year, month, day]) => {
      const period = parsePeriod(isoWeekOf(year, month, day), today);
      const date = `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
      return period === undefined || date < period.from || date > period.to;
    });
    expect(wrong).toEqual([]);
  });

  test('a year has week 53 when it should, and never week 0 or 54', () => {
    expect(years.filter((year) => hasWeek(year, '53') !== (weeksIn(year) === 53))).toEqual([]);
    expect(years.filter((year) => hasWeek(year, '00') || hasWeek(year, '54'))).toEqual([]);
  });
});

test.each([
  '',
  ' ',
  '1/2/2026',
  '22.11.2026',
  '22/11',
  '11-22',
  '2026-1-5',
  '2026-02-30',
  '2026-13',
  '0000',
  '10000',
  '2026-W54',
  '2026-W5',
  '0000-W01',
  '0000-11',
  '30 february',
  '29 february 2026',
  '0 november',
  'november 31',
  'mo',
  'nov 26 2',
  'last',
  'last november',
  'last day',
  'next week',
  'thirteen days ago',
  'some days ago',
  '-3 days ago',
  '9999 years ago',
  '99999 days ago',
  'aday ago',
  'yesteryear',
  'monday tuesday',
])('%j names no day and no period', (words) => {
  expect(parseDay(words, today)).toBeUndefined();
  expect(parsePeriod(words, today)).toBeUndefined();
});

describe('a day, looking ahead', () => {
  test.each([
    { words: '2026-12-06', is: '2026-12-06' },
    { words: '2020-01-01', is: '2020-01-01' },
    { words: 'Today', is: '2026-11-22' },
    { words: 'tomorrow', is: '2026-11-23' },
    { words: '7', is: '2026-11-29' },
    { words: '0', is: '2026-11-22' },
    { words: '3 days', is: '2026-11-25' },
    { words: 'in 3 days', is: '2026-11-25' },
    { words: '14d', is: '2026-12-06' },
    { words: '2 weeks', is: '2026-12-06' },
    { words: 'in two weeks', is: '2026-12-06' },
    { words: 'a week', is: '2026-11-29' },
    { words: 'in a month', is: '2026-12-22' },
    { words: 'in a year', is: '2027-11-22' },
    { words: 'friday', is: '2026-11-27' },
    { words: 'next friday', is: '2026-11-27' },
    { words: 'sunday', is: '2026-11-29' },
    { words: 'mon', is: '2026-11-23' },
    { words: '8 december', is: '2026-12-08' },
    { words: 'nov 22', is: '2026-11-22' },
    { words: 'november 8', is: '2027-11-08' },
    { words: '29 february', is: '2028-02-29' },
    { words: '8 dec 2027', is: '2027-12-08' },
  ])('$words: $is', ({ words, is }) => expect(parseDueDay(words, today)).toBe(is));

  test('a month ahead of the 31st is the last of the next', () =>
    expect(parseDueDay('in a month', '2027-01-31')).toBe('2027-02-28'));

  test.each([
    '',
    'soon',
    '2026',
    '2026-12',
    '1/2/2026',
    '6.12.',
    '6.12.2026',
    'yesterday',
    '3 days ago',
    'last friday',
    'next',
    'next week',
    'in friday',
    '-3',
    '3.5 days',
    'in 9999 years',
    '2026-02-30',
  ])('%j names no day ahead', (words) => expect(parseDueDay(words, today)).toBeUndefined());
});

describe('a moment', () => {
  /** Berlin in 2026: summer time from 29 March, 02:00, to 25 October, 03:00. */
  const berlin: Zone = {
    name: 'Europe/Berlin',
    offsetAt: (epoch) => (epoch >= Date.UTC(2026, 2, 29, 1) && epoch < Date.UTC(2026, 9, 25, 1) ? 120 : 60),
  };
  const at = (iso: string) => ({ epoch: Date.parse(iso), zone: berlin });
  const noonish = at('2026-11-22T12:30:45+01:00');

  test.each([
    { words: 'now', is: '2026-11-22T12:30:45+01:00' },
    { words: '20 minutes ago', is: '2026-11-22T12:10:45+01:00' },
    { words: '90 min ago', is: '2026-11-22T11:00:45+01:00' },
    { words: '2 hours ago', is: '2026-11-22T10:30:45+01:00' },
    { words: 'An Hour ago', is: '2026-11-22T11:30:45+01:00' },
    { words: 'two hours ago', is: '2026-11-22T10:30:45+01:00' },
    { words: '2026-11-20T18:00:30+05:30', is: '2026-11-20T18:00:30+05:30' },
    { words: '2026-11-20T18:00Z', is: '2026-11-20T18:00:00+00:00' },
    { words: '2026-11-20 18:00', is: '2026-11-20T18:00:00+01:00' },
    { words: '2026-07-20  18:00', is: '2026-07-20T18:00:00+02:00' },
    { words: '2026-11-20', is: '2026-11-20' },
    { words: '2026-11-20 9:30', is: '2026-11-20T09:30:00+01:00' },
    { words: '2026-11-20 9:30 pm', is: '2026-11-20T21:30:00+01:00' },
    { words: '09:30', is: '2026-11-22T09:30:00+01:00' },
    { words: '9.30', is: '2026-11-22T09:30:00+01:00' },
    { words: 'at 9:30', is: '2026-11-22T09:30:00+01:00' },
    { words: '9am', is: '2026-11-22T09:00:00+01:00' },
    { words: '9 PM', is: '2026-11-22T21:00:00+01:00' },
    { words: '9:30 p.m.', is: '2026-11-22T21:30:00+01:00' },
    { words: '12am', is: '2026-11-22T00:00:00+01:00' },
    { words: '12:15 pm', is: '2026-11-22T12:15:00+01:00' },
    { words: 'noon', is: '2026-11-22T12:00:00+01:00' },
    { words: 'midnight', is: '2026-11-22T00:00:00+01:00' },
    { words: '1:00', is: '2026-11-22T01:00:00+01:00' },
    { words: 'yesterday', is: '2026-11-21' },
    { words: '3 days ago', is: '2026-11-19' },
    { words: 'yesterday 18:00', is: '2026-11-21T18:00:00+01:00' },
    { words: 'yesterday noon', is: '2026-11-21T12:00:00+01:00' },
    { words: 'today at 9', is: undefined },
    { words: 'last monday at 9:30', is: '2026-11-16T09:30:00+01:00' },
    { words: 'a week ago, 7pm', is: '2026-11-15T19:00:00+01:00' },
    { words: '8 november 18.15', is: '2026-11-08T18:15:00+01:00' },
    { words: 'nov 8 2025 at midnight', is: '2025-11-08T00:00:00+01:00' },
    { words: 'tomorrow 9:00', is: '2026-11-23T09:00:00+01:00' },
    { words: '2026-03-29 02:30', is: '2026-03-29T03:30:00+02:00' },
    { words: '29 march 2:30', is: '2026-03-29T03:30:00+02:00' },
    { words: '2026-10-25 02:30', is: '2026-10-25T02:30:00+02:00' },
    { words: '2026-10-25T02:30+01:00', is: '2026-10-25T02:30:00+01:00' },
  ])('$words: $is', ({ words, is }) => expect(parseMoment(words, noonish, 4)).toBe(is));

  test.each([
    { words: 'now', is: '2026-11-23T01:30:00+01:00' },
    { words: 'today', is: '2026-11-22' },
    { words: 'yesterday', is: '2026-11-21' },
    { words: '1:00', is: '2026-11-23T01:00:00+01:00' },
    { words: 'midnight', is: '2026-11-23T00:00:00+01:00' },
    { words: '23:00', is: '2026-11-22T23:00:00+01:00' },
    { words: 'today 23:00', is: '2026-11-22T23:00:00+01:00' },
    { words: 'yesterday 18:00', is: '2026-11-21T18:00:00+01:00' },
    { words: 'yesterday 1:00', is: '2026-11-22T01:00:00+01:00' },
    { words: '2026-11-22 1:00', is: '2026-11-22T01:00:00+01:00' },
  ])('at half past one in the night, $words: $is', ({ words, is }) =>
    expect(parseMoment(words, at('2026-11-23T01:30:00+01:00'), 4)).toBe(is),
  );

  test('hours ago are hours that went by, not hours on the clock', () =>
    expect(parseMoment('2 hours ago', at('2026-10-25T03:30:00+01:00'), 4)).toBe('2026-10-25T02:30:00+02:00'));

  test.each([
    '',
    'at',
    '9',
    '930',
    '24:00',
    '9:60',
    '13pm',
    '0am',
    '14:00 pm',
    '9:3',
    'noon noon',
    'half past nine',
    'this week 9:00',
    '2026-11 9:00',
    '1/2/2026 9:00',
    '2026-02-30',
    '2026-02-30 10:00',
    '2026-11-22T25:00',
    '2026-11-22T10:00+25:00',
    '5 hours',
    'in 5 hours',
    '99999 hours ago',
  ])('%j names no moment', (words) => expect(parseMoment(words, noonish, 4)).toBeUndefined());

  test('any words are a moment or not, and never an error', () => {
    const word = fc.constantFrom(
      'last',
      'monday',
      'nov',
      'a',
      'ago',
      'at',
      'noon',
      'week',
      'hours',
      'in',
      'this',
      'am',
    );
    const number = fc.integer({ min: 0, max: 12_000 }).map(String);
    const time = fc.constantFrom('9:30', '0001-01-01', '9999-12-31', '23.59', '12am', '99:99');
    const words = fc.array(fc.oneof(word, number, time), { maxLength: 5 }).map((parts) => parts.join(' '));
    fc.assert(
      fc.property(fc.oneof(words, fc.string({ unit: 'binary' })), (text) => {
        const moment = parseMoment(text, noonish, 4);
        expect(moment === undefined || parseAt(moment) !== undefined).toBe(true);
        const days = [
          parseDueDay(text, '9999-12-31'),
          parseDay(text, '0001-01-01'),
          parsePeriod(text, today)?.to,
        ];
        expect(days.every((day) => day === undefined || isDay(day))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('what coach wrote is read as it stands', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), fc.integer({ min: -840, max: 840 }), (second, offset) => {
        const written = isoAt(second * 1000, offset);
        expect(parseMoment(written, noonish, 4)).toBe(written);
      }),
    );
  });
});
