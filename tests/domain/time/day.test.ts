import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  isDay,
  weekdayOf,
  dayWords,
  longDay,
  monthTitle,
  weekdayAndDay,
} from '../../../src/domain/time/day.ts';
import { addMonths } from '../../../src/domain/time/later-month.ts';
import { isoAt, parseAt, clockTime } from '../../../src/domain/time/moment.ts';
import { CoachError } from '../../../src/domain/text/errors.ts';
import { anyDay, firstMoment, lastMoment, at } from './times.ts';

const two = (number: number): string => String(number).padStart(2, '0');

describe('days', () => {
  test.each(['0001-01-01', '9999-12-31', '2024-02-29', '2000-02-29', '0004-02-29', '2026-11-22'])(
    '%s is a day',
    (text) => expect(isDay(text)).toBe(true),
  );

  test.each([
    '',
    '0000-01-01',
    '10000-01-01',
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '2026-1-5',
    '22.11.2026',
    '2026-11-22 ',
    '2026-11-22\n',
    '２０２６-11-22',
  ])('%j is not a day', (text) => expect(isDay(text)).toBe(false));

  test('exactly 146,097 days are days in 400 years of 12 months of 31', () => {
    const dates = Array.from({ length: 400 * 12 * 31 }, (_, n) => {
      const [year, month, day] = [2000 + Math.floor(n / 372), (Math.floor(n / 31) % 12) + 1, (n % 31) + 1];
      return `${year}-${two(month)}-${two(day)}`;
    });
    expect(dates.filter(isDay)).toHaveLength(146_097);
  });

  test('are those that the language has, and begin when it says', () => {
    const parts = fc.tuple(
      fc.oneof(
        fc.nat(9999),
        fc.nat(99).map((century) => century * 100),
      ),
      fc.oneof(fc.nat(14), fc.constant(2)),
      fc.oneof(fc.nat(33), fc.constantFrom(28, 29, 30, 31)),
    );
    fc.assert(
      fc.property(parts, ([year, month, date]) => {
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
        const midnight = new Date(`${text}T00:00:00Z`);
        const isOne = year > 0 && midnight.getUTCDate() === date;
        expect(isDay(text)).toBe(isOne);
        expect(parseAt(text)?.instant).toBe(isOne ? midnight.getTime() : undefined);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    { day: '2026-12-31', days: 1, is: '2027-01-01' },
    { day: '2026-03-28', days: 1, is: '2026-03-29' },
    { day: '2026-03-29', days: 1, is: '2026-03-30' },
    { day: '2026-03-01', days: -1, is: '2026-02-28' },
    { day: '2024-03-01', days: -1, is: '2024-02-29' },
    { day: '0001-01-01', days: 3_652_058, is: '9999-12-31' },
    { day: '0099-12-31', days: 1, is: '0100-01-01' },
  ])('$days days from $day is $is', ({ day, days, is }) => {
    expect(addDays(day, days)).toBe(is);
    expect(daysBetween(day, is)).toBe(days);
  });

  test.each([
    { day: '2026-01-31', months: 1, is: '2026-02-28' },
    { day: '2026-03-31', months: -1, is: '2026-02-28' },
    { day: '2024-02-29', months: 12, is: '2025-02-28' },
    { day: '2024-02-29', months: -48, is: '2020-02-29' },
    { day: '2026-11-30', months: 3, is: '2027-02-28' },
    { day: '0001-12-31', months: -11, is: '0001-01-31' },
  ])('$months months from $day is $is', ({ day, months, is }) => expect(addMonths(day, months)).toBe(is));

  test.each([
    () => addDays('9999-12-31', 1),
    () => addDays('0001-01-01', -1),
    () => addDays('2026-11-22', 1e12),
    () => addMonths('9999-12-01', 1),
    () => addMonths('0001-01-31', -1),
    () => isoAt(lastMoment, 60),
    () => isoAt(firstMoment, -60),
  ])('refuses what is outside the years 0001 to 9999: %s', (leave) => {
    expect(leave).toThrow(CoachError);
    expect(leave).toThrow('outside the years 0001 to 9999');
  });

  test('adding and counting days undo each other', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, to) => {
        const days = daysBetween(from, to);
        expect(addDays(from, days)).toBe(to);
        expect(addDays(to, -days)).toBe(from);
        expect(daysBetween(to, from)).toBe(0 - days);
        expect(Math.sign(days)).toBe(Number(to > from) - Number(to < from));
      }),
    );
  });

  test('days and months later are those of the calendar that the language has', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (day, number) => {
        const [years = 0, month = 0, date = 0] = day.split('-').map(Number);
        const text = (moment: Date): string => moment.toISOString().slice(0, 10);
        const on = (inMonth: number, dayOfMonth: number): Date => {
          const made = new Date(0);
          made.setUTCFullYear(years, inMonth, dayOfMonth);
          return made;
        };
        const later = on(month - 1, date + number);
        const last = on(month + number, 0);
        fc.pre([later, last].every((one) => one.getUTCFullYear() >= 1 && one.getUTCFullYear() <= 9999));
        expect(addDays(day, number)).toBe(text(later));
        expect(addMonths(day, number)).toBe(text(on(month - 1 + number, Math.min(date, last.getUTCDate()))));
      }),
    );
  });

  test('weekdays come round every seven days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (day, weeks) => {
        fc.pre(daysBetween('0001-01-01', day) > 2800 && daysBetween(day, '9999-12-31') > 2800);
        expect(weekdayOf(addDays(day, 7 * weeks))).toBe(weekdayOf(day));
        expect(weekdayOf(addDays(day, 1))).toBe((weekdayOf(day) % 7) + 1);
      }),
    );
  });
});

describe('wording for people', () => {
  test('months, days and times', () => {
    expect(monthTitle('2026-11-22')).toBe('November 2026');
    expect(monthTitle('0987-01-02')).toBe('January 0987');
    expect(weekdayAndDay('2026-11-22')).toBe('Sun 22');
    expect(weekdayAndDay('2026-11-02')).toBe('Mon 2');
    expect(longDay('2026-11-08')).toBe('8 November 2026');
    expect(clockTime(at('2026-11-22T09:14:05+01:00'))).toBe('09:14');
    expect(clockTime(at('2026-11-22'))).toBe('');
  });

  test.each([
    { day: '2026-11-22', is: 'today' },
    { day: '2026-11-21', is: 'yesterday' },
    { day: '2026-11-23', is: 'tomorrow' },
    { day: '2026-11-08', is: '8 November' },
    { day: '2026-12-31', is: '31 December' },
    { day: '2025-11-22', is: '22 November 2025' },
    { day: '2027-01-01', is: '1 January 2027' },
  ])('$day is "$is"', ({ day, is }) => expect(dayWords(day, '2026-11-22')).toBe(is));

  test('nearness counts before the year', () => {
    expect(dayWords('2025-12-31', '2026-01-01')).toBe('yesterday');
    expect(dayWords('2027-01-01', '2026-12-31')).toBe('tomorrow');
  });
});
