import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, newestFirst } from '../../../src/domain/entry/entry.ts';
import { lookBackDue, lookBackLimit } from '../../../src/domain/record/look-back-due.ts';
import { addDays, type Day } from '../../../src/domain/time/day.ts';
import { entryOn, words } from '../journals.ts';

const wrote = (day: Day): Entry => entryOn(day, 'note', [words('note-text')], { id: `n${day}` });
const looked = (day: Day): Entry =>
  entryOn(day, 'lookback', [words('lookback-first-word')], { id: `l${day}` });

describe('a look back', () => {
  test.each([
    { case: 'of nothing is not due', entries: [], today: '2026-12-01', is: undefined },
    {
      case: 'is due where the first entry is from two weeks before the month',
      entries: [wrote('2026-11-17')],
      today: '2026-12-01',
      is: { last: null },
    },
    {
      case: 'is not due where it is from later',
      entries: [wrote('2026-11-18')],
      today: '2026-12-31',
      is: undefined,
    },
    {
      case: 'is due however long nothing was written, while something was since',
      entries: [looked('2026-01-10'), wrote('2026-01-11')],
      today: '2026-12-01',
      is: { last: '2026-01-10' },
    },
    {
      case: 'is not due where nothing was written since',
      entries: [wrote('2026-01-09'), looked('2026-01-10')],
      today: '2026-12-01',
      is: undefined,
    },
    {
      case: 'in the first half of a month counts for the month before',
      entries: [wrote('2026-10-01'), looked('2026-11-17'), wrote('2026-11-20')],
      today: '2026-12-01',
      is: { last: '2026-11-17' },
    },
    {
      case: 'in the second half counts for that month',
      entries: [wrote('2026-10-01'), looked('2026-11-18'), wrote('2026-11-20')],
      today: '2026-12-31',
      is: undefined,
    },
    {
      case: 'waits as long as nobody looks back',
      entries: [wrote('2026-10-01')],
      today: '2026-11-30',
      is: { last: null },
    },
    {
      case: 'is no more due once somebody has',
      entries: [wrote('2026-10-01'), looked('2026-11-30')],
      today: '2026-11-30',
      is: undefined,
    },
    {
      case: 'of days to come does not count',
      entries: [wrote('2026-10-01'), looked('2027-01-01')],
      today: '2026-11-22',
      is: { last: null },
    },
  ])('$case', ({ entries, today, is }) => {
    for (const order of [entries, entries.toReversed()]) expect(lookBackDue(order, today)).toEqual(is);
  });
});

describe('laws', () => {
  const day = fc.nat(150).map((later) => addDays('2026-01-01', later));
  const journal = fc.uniqueArray(
    fc.tuple(day, fc.boolean()).map(([on, isLookBack]) => (isLookBack ? looked(on) : wrote(on))),
    { selector: ({ id }) => id, maxLength: 12 },
  );

  test('three entries tell as much as all', () => {
    fc.assert(
      fc.property(journal, day, (entries, today) => {
        const known = entries.filter((entry) => entry.day <= today).toSorted(newestFirst);
        const some = [
          known[0],
          known.find(({ bank }) => bank === 'lookback'),
          known.find((entry) => entry.day <= lookBackLimit(today)),
        ];
        expect(
          lookBackDue(
            some.filter((one) => one !== undefined),
            today,
          ),
        ).toEqual(lookBackDue(entries, today));
      }),
    );
  });

  test('within a month, only writing and looking back change it', () => {
    fc.assert(
      fc.property(journal, day, (entries, today) => {
        const known = entries.filter((entry) => entry.day < `${today.slice(0, 7)}-01`);
        const first = lookBackDue(known, `${today.slice(0, 7)}-01`);
        expect(lookBackDue(known, today)).toEqual(first);
        expect(lookBackDue([...known, looked(today)], today)).toBeUndefined();
      }),
    );
  });
});
