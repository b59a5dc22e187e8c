import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isoAt } from '../../../src/domain/time/clock.ts';
import { isDay } from '../../../src/domain/time/day.ts';
import { dayOf, isAt, isFuture, parseAt } from '../../../src/domain/time/moment.ts';
import { at, firstMoment, lastMoment } from './times.ts';
import { zoneNamed } from './zones.ts';

describe('moments', () => {
  test.each([
    { epoch: Date.UTC(2026, 10, 22, 8, 14, 5), offset: 60, is: '2026-11-22T09:14:05+01:00' },
    { epoch: Date.UTC(2026, 10, 22, 8, 14, 5, 999), offset: 0, is: '2026-11-22T08:14:05+00:00' },
    { epoch: Date.UTC(2026, 10, 22, 2, 0, 0), offset: -210, is: '2026-11-21T22:30:00-03:30' },
    { epoch: Date.UTC(2026, 11, 31, 18, 30, 0), offset: 330, is: '2027-01-01T00:00:00+05:30' },
    { epoch: -1, offset: 0, is: '1969-12-31T23:59:59+00:00' },
  ])('writes $is', ({ epoch, offset, is }) => expect(isoAt(epoch, offset)).toBe(is));

  test.each([
    { text: '2026-11-22T09:14:05+01:00', time: '09:14:05', offset: 60, instant: '2026-11-22T08:14:05Z' },
    { text: '2026-11-22T09:14:05Z', time: '09:14:05', offset: 0, instant: '2026-11-22T09:14:05Z' },
    { text: '2026-11-22t09:14:05z', time: '09:14:05', offset: 0, instant: '2026-11-22T09:14:05Z' },
    { text: '2026-11-22 09:14+01:00', time: '09:14:00', offset: 60, instant: '2026-11-22T08:14:00Z' },
    { text: '2026-11-22 09:14:05 -0330', time: '09:14:05', offset: -210, instant: '2026-11-22T12:44:05Z' },
    { text: '2026-11-22T09:14-03', time: '09:14:00', offset: -180, instant: '2026-11-22T12:14:00Z' },
    { text: '2026-11-22T09:14:05-00:00', time: '09:14:05', offset: 0, instant: '2026-11-22T09:14:05Z' },
    { text: '2026-11-22T09:14:05+23:59', time: '09:14:05', offset: 1439, instant: '2026-11-21T09:15:05Z' },
    {
      text: '2026-11-22T09:14:05.25+01:00',
      time: '09:14:05',
      offset: 60,
      instant: '2026-11-22T08:14:05.250Z',
    },
    {
      text: '2026-11-22T09:14:05,1239999Z',
      time: '09:14:05',
      offset: 0,
      instant: '2026-11-22T09:14:05.123Z',
    },
    { text: '2026-11-22T00:00', time: '00:00:00', offset: null, instant: '2026-11-22T00:00:00Z' },
    { text: '2026-11-22 23:59:59', time: '23:59:59', offset: null, instant: '2026-11-22T23:59:59Z' },
    { text: '2026-11-22', time: null, offset: null, instant: '2026-11-22T00:00:00Z' },
  ])('reads $text', ({ text, time, offset, instant }) =>
    expect(parseAt(text)).toStrictEqual({
      text,
      day: '2026-11-22',
      time,
      offset,
      instant: Date.parse(instant),
    }),
  );

  test('reads the first and the last moment there are', () => {
    expect(at('0001-01-01').instant).toBe(firstMoment);
    expect(at('0001-01-01T00:00:00+14:00').instant).toBe(firstMoment - 14 * 3_600_000);
    expect(at('9999-12-31T23:59:59Z').instant).toBe(lastMoment);
  });

  test.each([
    '',
    'today',
    '2026-02-30',
    '2026-02-30T10:00Z',
    '0000-01-01T10:00Z',
    '2026-11-22T24:00',
    '2026-11-22T24:61',
    '2026-11-22T09:60',
    '2026-11-22T09',
    '2026-11-22T0914',
    '2026-11-22T9:14',
    '2026-11-22T09:14.5',
    '2016-12-31T23:59:60Z',
    '2026-11-22T09:14:05+25:00',
    '2026-11-22T09:14:05+24:00',
    '2026-11-22T09:14:05+01:60',
    '2026-11-22T09:14:05+1:00',
    '2026-11-22  09:14',
    '2026-11-22T 09:14',
    '2026-11-22Z',
    '2026-11-22T09:14 CET',
    ' 2026-11-22',
    '2026-11-22\n',
    '+002026-11-22',
    '20261122',
    '1/2/2026',
  ])('refuses %j', (text) => expect(parseAt(text)).toBeUndefined());

  test('what was written is read as the same instant', () => {
    const seconds = fc.integer({ min: firstMoment / 1000 + 86_400, max: lastMoment / 1000 - 86_400 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: -1439, max: 1439 }), (second, offset) => {
        const moment = at(isoAt(second * 1000, offset));
        expect(moment.instant).toBe(second * 1000);
        expect(moment.offset).toBe(offset);
        expect(isoAt(moment.instant, offset)).toBe(`${moment.day}T${moment.time}${moment.text.slice(19)}`);
      }),
    );
  });

  test('any text is a moment or not, and never an error', () => {
    const nearly = fc.stringMatching(
      /^\d{4}-\d\d-\d\d([Tt ]\d\d:\d\d(:\d\d(\.\d{1,5})?)?([Zz]|[+-]\d\d:?\d\d)?)?$/,
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), (text) => {
        const { text: kept, day, instant } = parseAt(text) ?? { text, day: '2026-11-22', instant: 0 };
        expect(kept).toBe(text);
        expect(isAt(text)).toBe(parseAt(text) !== undefined);
        expect(isDay(day)).toBe(true);
        expect(Number.isInteger(instant)).toBe(true);
      }),
    );
  });
});

describe('the day a moment belongs to', () => {
  test.each([
    { text: '2026-11-22T03:59:59+01:00', dayEnds: 4, is: '2026-11-21' },
    { text: '2026-11-22T04:00:00+01:00', dayEnds: 4, is: '2026-11-22' },
    { text: '2026-11-22T00:00:00+01:00', dayEnds: 0, is: '2026-11-22' },
    { text: '2026-11-22T22:59:59+01:00', dayEnds: 23, is: '2026-11-21' },
    { text: '2026-01-01 00:30', dayEnds: 4, is: '2025-12-31' },
    { text: '2026-11-22', dayEnds: 4, is: '2026-11-22' },
    { text: '0001-01-01T00:30', dayEnds: 4, is: '0001-01-01' },
  ])('$text, days end at $dayEnds: $is', ({ text, dayEnds, is }) =>
    expect(dayOf(at(text), dayEnds)).toBe(is),
  );
});

describe('what is still to come', () => {
  const now = { epoch: Date.parse('2026-11-22T09:00:00+01:00'), zone: zoneNamed('Europe/Berlin') };

  test.each([
    { text: '2026-11-22T09:00:00+01:00', is: false },
    { text: '2026-11-22T09:00:01+01:00', is: true },
    { text: '2026-11-22T09:00:01+02:00', is: false },
    { text: '2026-11-22T08:30:00Z', is: true },
    { text: '2026-11-22 08:30', is: false },
    { text: '2026-11-22 09:01', is: true },
    { text: '2026-11-22', is: false },
    { text: '2026-11-23', is: true },
  ])('$text: $is', ({ text, is }) => expect(isFuture(at(text), now)).toBe(is));

  test('a date is no longer to come once the date has begun', () => {
    expect(isFuture(at('2026-11-23'), { ...now, epoch: Date.parse('2026-11-23T00:00:00+01:00') })).toBe(
      false,
    );
  });
});
