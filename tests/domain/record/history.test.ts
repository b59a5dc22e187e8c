import { describe, expect, test } from 'vitest';
import { historyOf, openPrediction } from '../../../src/domain/record/history.ts';
import { entryOn, guess, skipped, words } from '../journals.ts';

describe('what was answered before', () => {
  const entries = [
    entryOn('2026-11-02', 'member', [words('member-felt', 'old')], { id: 'aaaaaaaaaa' }),
    entryOn('2026-11-20', 'member', [skipped('member-felt')], { id: 'cccccccccc' }),
    entryOn('2026-11-10', 'member', [words('member-felt', 'new'), words('member-needs')], {
      id: 'bbbbbbbbbb',
    }),
    entryOn('2026-11-21', 'member', [words('member-felt', 'about D.')], { id: 'dddddddddd', about: 'D.' }),
  ];

  test('the latest comes first, skips included, whatever the order of the entries', () => {
    for (const order of [entries, entries.toReversed()]) {
      const askings = historyOf(order, null, null).askings('member-felt');
      expect(askings.map(({ day, since }) => [day, since])).toEqual([
        ['2026-11-20', 0],
        ['2026-11-10', 1],
        ['2026-11-02', 2],
      ]);
    }
  });

  test('the latest answer is the latest that is not a skip', () => {
    const history = historyOf(entries, null, null);
    expect(history.latest('member-felt')).toMatchObject({ entryId: 'bbbbbbbbbb', answer: { value: 'new' } });
    expect(history.latest('member-gone')).toBeUndefined();
    expect(history.askings('constructor')).toEqual([]);
  });

  test.each([
    { about: 'D.', is: 'about D.' },
    { about: ' d. ', is: 'about D.' },
    { about: null, is: 'new' },
    { about: '', is: 'new' },
    { about: 'E.', is: undefined },
  ])('only entries about the same people count: $about', ({ about, is }) => {
    expect(historyOf(entries, about, 'member').latest('member-felt')?.answer.value).toBe(is);
  });

  test.each([
    { role: 'member', is: 'as member' },
    { role: 'manager', is: 'of nobody in particular' },
    { role: null, is: 'as member' },
  ] as const)('only entries from the same seat count, and those from none: $role', ({ role, is }) => {
    const seated = [
      entryOn('2026-11-10', 'checkin', [words('checkin-trust', 'of nobody in particular')], { role: null }),
      entryOn('2026-11-12', 'checkin', [words('checkin-trust', 'as member')], { role: 'member' }),
    ];
    expect(historyOf(seated, null, role).latest('checkin-trust')?.answer.value).toBe(is);
  });

  test('of two sittings on one day, the later one is the latest', () => {
    const morning = entryOn('2026-11-02', 'member', [words('member-felt', 'morning')]);
    const at = '2026-11-02T07:30:00-05:00';
    const evening = entryOn('2026-11-02', 'member', [words('member-felt', 'evening')], {
      at,
      id: '0000000000',
    });
    expect(historyOf([morning, evening], null, null).latest('member-felt')?.answer.value).toBe('evening');
  });
});

describe('the standing prediction that is open', () => {
  const first = entryOn('2026-11-02', 'prepare', [guess('prepare-prediction')], { id: 'aaaaaaaaaa' });
  const second = entryOn('2026-11-09', 'prepare', [guess('prepare-prediction')], { id: 'bbbbbbbbbb' });
  const passed = entryOn('2026-11-16', 'prepare', [skipped('prepare-prediction')], { id: 'cccccccccc' });
  const asMember = entryOn('2026-11-05', 'prepare', [guess('prepare-member-prediction')], {
    id: 'dddddddddd',
  });
  const both = ['prepare-prediction', 'prepare-member-prediction'];
  const one = 'aaaaaaaaaa/prepare-prediction';
  const two = 'bbbbbbbbbb/prepare-prediction';
  const three = 'dddddddddd/prepare-member-prediction';

  test.each([
    { case: 'the latest', closed: [], is: two },
    { case: 'the one before, when the latest is closed', closed: [two], is: three },
    { case: 'the first, when the others are', closed: [two, three], is: one },
    { case: 'none, when all are', closed: [one, two, three], is: undefined },
  ])('is $case', ({ closed, is }) => {
    const history = historyOf([first, asMember, passed, second], null, null);
    expect(openPrediction(history, both, new Set(closed))).toBe(is);
  });

  test('of two on one day, the later one', () => {
    const later = entryOn('2026-11-09', 'prepare', [guess('prepare-prediction')], {
      id: '0000000000',
      at: '2026-11-09T17:00:00+01:00',
    });
    expect(openPrediction(historyOf([second, later], null, null), both, new Set())).toBe(
      '0000000000/prepare-prediction',
    );
  });
});
