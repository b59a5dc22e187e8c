import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoAt, type Zone, parseAt } from '../../../src/domain/time/moment.ts';
import { isDay } from '../../../src/domain/time/day.ts';
import { parseDay, parseDueDay } from '../../../src/domain/time/typed-day.ts';
import { parseMoment } from '../../../src/domain/time/typed-moment.ts';
import { parsePeriod } from '../../../src/domain/time/typed-period.ts';

// A Sunday.
const today = '2026-11-22';

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
