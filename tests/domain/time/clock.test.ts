import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { epochOf, isoAt, isoIn, today, type Zone } from '../../../src/domain/time/clock.ts';
import { zoneNamed } from './zones.ts';

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
