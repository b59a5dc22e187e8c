import { expect, test } from 'vitest';
import { dueItems } from '../../src/domain/due.ts';
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
