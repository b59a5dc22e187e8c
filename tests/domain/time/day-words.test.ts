import { describe, expect, test } from 'vitest';
import {
  clockTime,
  dayWords,
  longDay,
  monthTitle,
  weekdayAndDay,
} from '../../../src/domain/time/day-words.ts';
import { at } from './times.ts';

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
