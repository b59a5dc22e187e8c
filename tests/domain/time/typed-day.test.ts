import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayWords, longDay, daysBetween, weekdayOf } from '../../../src/domain/time/day.ts';
import { parseDay, parseDueDay } from '../../../src/domain/time/typed-day.ts';
import { parsePeriod } from '../../../src/domain/time/typed-period.ts';
import { midDay } from './times.ts';

// A Sunday.
const today = '2026-11-22';

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

describe('days in words', () => {
  test('a weekday is within the last seven days, and is that weekday', () => {
    const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
    fc.assert(
      fc.property(midDay, fc.constantFrom(...names), (today, name) => {
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
      fc.property(midDay, midDay, (day, today) => {
        expect(parseDay(longDay(day), today)).toBe(day);
        expect(parseDueDay(longDay(day), today)).toBe(day);
        const [earlier, later] = day < today ? [day, today] : [today, day];
        expect(parseDay(dayWords(earlier, later), later)).toBe(earlier);
        expect(parseDueDay(dayWords(later, earlier), earlier)).toBe(later);
      }),
    );
  });
});
