import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, weekdayOf } from '../../../src/domain/time/day.ts';
import { parseDay } from '../../../src/domain/time/typed-day.ts';
import { parsePeriod } from '../../../src/domain/time/typed-period.ts';
import { midDay } from './times.ts';

// A Sunday.
const today = '2026-11-22';

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
      fc.property(midDay, fc.constantFrom('week', 'month', 'year'), (today, unit) => {
        const current = parsePeriod(`this ${unit}`, today);
        const last = parsePeriod(`last ${unit}`, today);
        expect(current !== undefined && current.from <= today && today <= current.to).toBe(true);
        expect(last?.to).toBe(addDays(current?.from ?? '', -1));
      }),
    );
  });

  test('weeks are seven days from Monday', () => {
    fc.assert(
      fc.property(midDay, (today) => {
        const { from, to } = parsePeriod('this week', today) ?? { from: '', to: '' };
        expect(weekdayOf(from)).toBe(1);
        expect(daysBetween(from, to)).toBe(6);
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
