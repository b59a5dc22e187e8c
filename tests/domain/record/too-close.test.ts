import { expect, test } from 'vitest';
import type { Day } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { comesTooClose } from '../../../src/domain/record/too-close.ts';
import { entryOn, skipped, words } from '../journals.ts';

const close = (day: Day, times = 1): Entry =>
  entryOn(
    day,
    'member',
    [words('q'), ...Array.from({ length: times }, (_, index) => skipped(`q${index}`, 'too-close'))],
    { id: day },
  );

test.each<{ case: string; before: readonly Entry[]; times?: number; is: boolean }>([
  { case: 'one', before: [], is: false },
  { case: 'three at once', before: [], times: 3, is: true },
  { case: 'three in two weeks', before: [close('2026-11-09'), close('2026-11-20')], is: true },
  { case: 'three in more', before: [close('2026-11-08'), close('2026-11-20')], is: false },
  { case: 'two and one that comes later', before: [close('2026-11-20'), close('2026-11-23')], is: false },
  { case: 'four', before: [close('2026-11-20', 2), close('2026-11-21')], is: false },
  { case: 'none after three', before: [close('2026-11-20', 3)], times: 0, is: false },
  { case: 'none after two', before: [close('2026-11-20', 2)], times: 0, is: false },
])('$case: $is', ({ before, times, is }) => {
  const entry = close('2026-11-22', times);
  expect(comesTooClose(before, entry)).toBe(is);
  expect(comesTooClose([entry, ...before], entry)).toBe(is);
});
