import { expect, test } from 'vitest';
import { dueItems, openEntries } from '../../src/domain/due.ts';
import { commitment, entryOn, guess, outcome, skipped, words } from './journals.ts';
import { TODAY } from './plans.ts';

test('what has come due and is not closed, the longest due first', () => {
  const entries = [
    entryOn('2026-11-20', 'member', [commitment('member-commitment', TODAY)], { id: 'aaaaaaaaaa' }),
    entryOn('2026-11-01', 'member', [guess('member-prediction', '2026-11-15'), words('member-felt')], {
      id: 'bbbbbbbbbb',
    }),
    entryOn('2026-11-02', 'member', [commitment('member-commitment', '2026-11-15')], { id: 'cccccccccc' }),
    entryOn('2026-11-03', 'member', [guess('member-prediction', '2026-11-23')], { id: 'dddddddddd' }),
    entryOn('2026-11-04', 'member', [guess('member-prediction', null)], { id: 'eeeeeeeeee' }),
    entryOn('2026-11-05', 'member', [commitment('member-commitment', '2026-11-10')], { id: 'ffffffffff' }),
    entryOn('2026-11-06', 'member', [skipped('member-commitment')], { id: 'gggggggggg' }),
    entryOn('2026-11-11', 'review', [outcome('ffffffffff/member-commitment', 'kept')], { id: 'hhhhhhhhhh' }),
  ];
  for (const order of [entries, entries.toReversed()]) {
    expect(dueItems(order, TODAY).map(({ kind, reference, due }) => `${due} ${kind} ${reference}`)).toEqual([
      '2026-11-15 prediction bbbbbbbbbb/member-prediction',
      '2026-11-15 commitment cccccccccc/member-commitment',
      '2026-11-22 commitment aaaaaaaaaa/member-commitment',
    ]);
  }
});

test('nothing is due in an empty journal', () => expect(dueItems([], TODAY)).toEqual([]));

test('open are entries with an open plan, and those that close another one of theirs', () => {
  const plan = (id: string, ...questions: readonly string[]) =>
    entryOn(
      '2026-11-20',
      'member',
      questions.map((one) => commitment(one)),
      { id },
    );
  const open = plan('aaaaaaaaaa', 'member-one');
  const closed = plan('bbbbbbbbbb', 'member-one');
  const half = plan('cccccccccc', 'member-one', 'member-two');
  const closing = (id: string, reference: string) =>
    entryOn('2026-11-21', 'review', [outcome(reference, 'kept')], { id });
  const closesB = closing('dddddddddd', 'bbbbbbbbbb/member-one');
  const closesC = closing('eeeeeeeeee', 'cccccccccc/member-two');
  const skips = entryOn('2026-11-21', 'member', [skipped('member-one'), words('member-felt')], {
    id: 'ffffffffff',
  });
  const all = [open, closed, half, closesB, closesC, skips];
  expect([...openEntries(all)]).toEqual([open, half, closesC]);
  expect(dueItems([...openEntries(all)], '2027-01-01')).toEqual(dueItems(all, '2027-01-01'));
  // Of two with the same id, the first counts.
  const copy = entryOn('2026-11-21', 'review', [words('review-seen')], { id: 'dddddddddd' });
  expect(openEntries([...all.slice(0, 3), copy, closesB]).has(closed)).toBe(true);
});
