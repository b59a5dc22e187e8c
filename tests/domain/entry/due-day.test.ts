import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayWritten,
  defaultDueDay,
  dueWithoutDate,
  wasDueWhenWritten,
} from '../../../src/domain/entry/due-day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { type DraftHead, draftOf, entryFrom } from '../../../src/domain/sitting/draft.ts';
import { beginSitting } from '../../../src/domain/sitting/sitting.ts';
import { dayOf, parseAt, isoIn, type Now, today } from '../../../src/domain/time/moment.ts';
import { bankNamed, planOf } from '../plans.ts';

type Dated = Pick<Entry, 'at' | 'written' | 'day'>;

describe('the day on which an entry was written', () => {
  test.each([
    {
      case: 'is its own',
      entry: { at: '2026-11-22T09:14:05+01:00', written: '2026-11-22T09:25:40+01:00', day: '2026-11-22' },
      is: '2026-11-22',
    },
    {
      case: 'is the one before in the small hours',
      entry: { at: '2026-11-22T03:30:00+01:00', written: '2026-11-22T03:30:00+01:00', day: '2026-11-21' },
      is: '2026-11-21',
    },
    {
      case: 'is its own where days end later, too',
      entry: { at: '2026-11-22T05:30:00+01:00', written: '2026-11-22T05:40:00+01:00', day: '2026-11-21' },
      is: '2026-11-21',
    },
    {
      case: 'is the day of its beginning, where midnight passed meanwhile',
      entry: { at: '2026-11-21T23:50:00+01:00', written: '2026-11-22T00:10:00+01:00', day: '2026-11-21' },
      is: '2026-11-21',
    },
    {
      case: 'is later than its own, where it was back-filled',
      entry: { at: '2026-11-01', written: '2026-11-22T09:25:40+01:00', day: '2026-11-01' },
      is: '2026-11-22',
    },
    {
      case: 'is the one before where that was done in the small hours',
      entry: { at: '2026-11-20T18:00:00+01:00', written: '2026-11-22T03:30:00+01:00', day: '2026-11-20' },
      is: '2026-11-21',
    },
  ] satisfies readonly { readonly case: string; readonly entry: Dated; readonly is: string }[])(
    '$case',
    ({ entry, is }) => expect(dayWritten(entry)).toBe(is),
  );
});

test('a guess due today that is written in the small hours is not late', () => {
  const entry = { at: '2026-11-22T03:30:00+01:00', written: '2026-11-22T03:30:00+01:00', day: '2026-11-21' };
  expect(wasDueWhenWritten(entry, '2026-11-21')).toBe(false);
  expect(wasDueWhenWritten(entry, '2026-11-20')).toBe(true);
  expect(wasDueWhenWritten(entry, null)).toBe(false);
});

test('the date that a sitting stores is the one that is read where somebody takes it out', () => {
  const minutes = (most: number) => fc.nat(most).map((some) => some * 60_000);
  const sitting = fc.record({
    begun: minutes(4 * 24 * 60).map((later) => Date.UTC(2026, 2, 28) + later),
    took: minutes(90),
    offset: fc.constantFrom(-600, 0, 60, 345, 780),
    hoursBack: fc.option(fc.integer({ min: 24, max: 24 * 40 }), { nil: undefined }),
  });
  fc.assert(
    fc.property(sitting, ({ begun, took, offset, hoursBack }) => {
      const zone = { name: 'Nowhere/Land', offsetAt: () => offset };
      const at = (epoch: number): Now => ({ epoch, zone });
      const stored = defaultDueDay(today(at(begun), 4));
      const ended = at(begun + took);
      fc.pre(today(ended, 4) === today(at(begun), 4));
      const about = isoIn(begun - (hoursBack ?? 0) * 3_600_000, zone);
      const head: DraftHead = { id: 'k3x8m2p9qa', at: about, tags: [], backFilled: hoursBack !== undefined };
      const sitting = beginSitting(planOf(bankNamed('note')), today(at(begun), 4));
      const entry = entryFrom(draftOf(sitting, head, {}), ended, 4);
      const moment = parseAt(about);
      expect(entry.day).toBe(moment && dayOf(moment, 4));
      expect(dueWithoutDate(entry)).toBe(stored);
    }),
    { numRuns: 500 },
  );
});
