import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isoAt,
  dayOf,
  isAt,
  isFuture,
  parseAt,
  epochOf,
  isoIn,
  today,
  type Zone,
} from '../../../src/domain/time/moment.ts';
import { isDay } from '../../../src/domain/time/day.ts';
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

/** The instants, to the second, at which a zone changed its clocks from 1990 to 2036. */
function changesIn(zone: Zone): readonly number[] {
  const week = 7 * 86_400;
  const weeks = Array.from({ length: 46 * 52 }, (_, n) => Date.UTC(1990, 0) / 1000 + n * week);
  const offset = (second: number): number => zone.offsetAt(second * 1000);
  return weeks
    .filter((second) => offset(second) !== offset(second + week))
    .map((second) => {
      let [before, after] = [second, second + week];
      while (after - before > 1) {
        const middle = Math.floor((before + after) / 2);
        if (offset(middle) === offset(second)) before = middle;
        else after = middle;
      }
      return after;
    });
}

const zones = [
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Asia/Kolkata',
  'America/St_Johns',
  'Africa/Casablanca',
].map(zoneNamed);

describe('from the clock on the wall to the instant', () => {
  test.each([
    { zone: 'Europe/Berlin', wall: '2026-03-29 01:59:59', is: '2026-03-29T01:59:59+01:00' },
    { zone: 'Europe/Berlin', wall: '2026-03-29 02:00:00', is: '2026-03-29T03:00:00+02:00' },
    { zone: 'Europe/Berlin', wall: '2026-03-29 02:30:00', is: '2026-03-29T03:30:00+02:00' },
    { zone: 'Europe/Berlin', wall: '2026-03-29 03:00:00', is: '2026-03-29T03:00:00+02:00' },
    { zone: 'Europe/Berlin', wall: '2026-10-25 01:59:59', is: '2026-10-25T01:59:59+02:00' },
    { zone: 'Europe/Berlin', wall: '2026-10-25 02:30:00', is: '2026-10-25T02:30:00+02:00' },
    { zone: 'Europe/Berlin', wall: '2026-10-25 03:00:00', is: '2026-10-25T03:00:00+01:00' },
    { zone: 'America/Sao_Paulo', wall: '2018-11-04 00:30:00', is: '2018-11-04T01:30:00-02:00' },
    { zone: 'America/Sao_Paulo', wall: '2019-02-16 23:30:00', is: '2019-02-16T23:30:00-02:00' },
    { zone: 'America/Sao_Paulo', wall: '2019-02-17 00:00:00', is: '2019-02-17T00:00:00-03:00' },
    { zone: 'Australia/Lord_Howe', wall: '2026-10-04 02:15:00', is: '2026-10-04T02:45:00+11:00' },
    { zone: 'Australia/Lord_Howe', wall: '2026-04-05 01:45:00', is: '2026-04-05T01:45:00+11:00' },
    { zone: 'Australia/Lord_Howe', wall: '2026-04-05 02:00:00', is: '2026-04-05T02:00:00+10:30' },
    { zone: 'Pacific/Apia', wall: '2011-12-29 23:59:59', is: '2011-12-29T23:59:59-10:00' },
    { zone: 'Pacific/Apia', wall: '2011-12-30 12:00:00', is: '2011-12-31T12:00:00+14:00' },
    { zone: 'Pacific/Apia', wall: '2011-12-31 00:00:00', is: '2011-12-31T00:00:00+14:00' },
    { zone: 'Asia/Kolkata', wall: '2026-11-22 09:14:05', is: '2026-11-22T09:14:05+05:30' },
  ])('$wall in $zone is $is', ({ zone, wall, is }) => {
    const named = zoneNamed(zone);
    expect(isoIn(epochOf({ day: wall.slice(0, 10), time: wall.slice(11) }, named), named)).toBe(is);
  });

  const changes = zones.flatMap((zone) => changesIn(zone).map((second) => ({ zone, second })));
  const nearAChange = fc.tuple(
    fc.constantFrom(...changes),
    fc.oneof(fc.integer({ min: -7200, max: 7200 }), fc.integer({ min: -180_000, max: 180_000 })),
  );

  test('what a clock shows leads back to the instant, or to the earlier one that it shows the same at', () => {
    fc.assert(
      fc.property(nearAChange, ([{ zone, second }, apart]) => {
        const epoch = (second + apart) * 1000;
        const shown = isoIn(epoch, zone);
        const found = epochOf({ day: shown.slice(0, 10), time: shown.slice(11, 19) }, zone);
        expect(isoIn(found, zone).slice(0, 19)).toBe(shown.slice(0, 19));
        expect([0, (zone.offsetAt(found) - zone.offsetAt(epoch)) * 60_000]).toContain(epoch - found);
        expect(found).toBeLessThanOrEqual(epoch);
      }),
      { numRuns: 2000 },
    );
  });

  test('a time leads to an instant that shows it, or was skipped and moves by as much as clocks did', () => {
    fc.assert(
      fc.property(nearAChange, ([{ zone, second }, apart]) => {
        const wall = (second + apart) * 1000 + zone.offsetAt((second - 1) * 1000) * 60_000;
        const text = isoAt(wall, 0);
        const found = epochOf({ day: text.slice(0, 10), time: text.slice(11, 19) }, zone);
        const moved = found + zone.offsetAt(found) * 60_000 - wall;
        expect(moved).toBeGreaterThanOrEqual(0);
        expect(moved).toBe((zone.offsetAt(found) - zone.offsetAt(found - moved)) * 60_000);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the day that is running', () => {
  test.each([
    { now: '2026-11-22T01:30:00Z', zone: 'Europe/Berlin', dayEnds: 4, is: '2026-11-21' },
    { now: '2026-11-22T03:30:00Z', zone: 'Europe/Berlin', dayEnds: 4, is: '2026-11-22' },
    { now: '2026-11-22T01:30:00Z', zone: 'Asia/Kolkata', dayEnds: 4, is: '2026-11-22' },
    { now: '2026-12-31T10:00:00Z', zone: 'Pacific/Apia', dayEnds: 4, is: '2026-12-31' },
    { now: '2026-12-31T11:30:00Z', zone: 'Pacific/Apia', dayEnds: 0, is: '2027-01-01' },
  ])('at $now it is $is in $zone', ({ now, zone, dayEnds, is }) =>
    expect(today({ epoch: Date.parse(now), zone: zoneNamed(zone) }, dayEnds)).toBe(is),
  );
});
