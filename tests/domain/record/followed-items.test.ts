import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/domain/entry/answer.ts';
import { addDays } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import {
  dueItems,
  type Followed,
  followedItems,
  standingOf,
} from '../../../src/domain/record/followed-items.ts';
import { timesNotYet } from '../../../src/domain/record/plan-chain.ts';
import { openEntries } from '../../../src/domain/record/open-entries.ts';
import { outcomeOf } from '../../../src/domain/record/outcomes.ts';
import { commitment, entryOn, given, guess, outcome, skipped, words } from '../journals.ts';
import { TODAY } from '../plans.ts';

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
    entryOn('2026-10-01', 'member', [commitment('member-commitment', '2026-10-31')], { id: 'jjjjjjjjjj' }),
  ];
  for (const order of [entries, entries.toReversed()]) {
    const due = dueItems(followedItems(order), TODAY);
    expect(due.map((item) => `${item.due} ${item.kind} ${item.reference}`)).toEqual([
      '2026-11-15 prediction bbbbbbbbbb/member-prediction',
      '2026-11-15 commitment cccccccccc/member-commitment',
      // Without a date, fourteen days after it was written.
      '2026-11-18 prediction eeeeeeeeee/member-prediction',
      '2026-11-22 commitment aaaaaaaaaa/member-commitment',
    ]);
  }
});

test('a plan comes before the guess about it, also where the guess was to be known earlier', () => {
  const entries = [
    entryOn(
      '2026-11-01',
      'member',
      [guess('member-prediction', '2026-11-08'), commitment('member-commitment', '2026-11-12')],
      {
        id: 'aaaaaaaaaa',
      },
    ),
    entryOn('2026-11-02', 'member', [guess('member-prediction', '2026-11-10')], { id: 'bbbbbbbbbb' }),
    entryOn(
      '2026-11-03',
      'member',
      [guess('member-prediction', '2026-11-20'), commitment('member-commitment', '2026-11-12')],
      {
        id: 'cccccccccc',
      },
    ),
  ];
  expect(dueItems(followedItems(entries), TODAY).map(({ reference }) => reference)).toEqual([
    'bbbbbbbbbb/member-prediction',
    'aaaaaaaaaa/member-commitment',
    'aaaaaaaaaa/member-prediction',
    'cccccccccc/member-commitment',
    'cccccccccc/member-prediction',
  ]);
});

test('nothing is due in an empty journal', () => expect(followedItems([])).toEqual([]));

const PLAN = 'aaaaaaaaaa/member-commitment';
const planned = entryOn('2026-11-01', 'member', [commitment('member-commitment', '2026-11-10')], {
  id: 'aaaaaaaaaa',
});
const answered = (day: string, id: string, answers: readonly Answer[], more: Partial<Entry> = {}): Entry =>
  entryOn(day, 'review', answers, { id, ...more });
const choice = (
  value: string,
  links: Partial<Pick<Answer, 'closes' | 'continues'>>,
  question = 'review-status',
): Answer => given(question, { type: 'choice', value }, links);
const until = (value: string): Answer =>
  given('review-wait-until', { type: 'date', value }, { continues: PLAN });

function planOf(entries: readonly Entry[]): Followed {
  const found = followedItems(entries).find(({ reference }) => reference === PLAN);
  if (!found) throw new Error('the plan is not there');
  return found;
}

describe('where a plan stands', () => {
  test.each<{ case: string; says: readonly Entry[]; due: string; standing: string }>([
    { case: 'nothing was said', says: [], due: '2026-11-10', standing: 'due' },
    {
      case: 'it was kept',
      says: [answered('2026-11-11', 'bbbbbbbbbb', [choice('kept', { closes: PLAN })])],
      due: '2026-11-10',
      standing: 'closed',
    },
    {
      case: 'it was too early, until a date',
      says: [
        answered('2026-11-11', 'bbbbbbbbbb', [choice('wait', { continues: PLAN }), until('2026-12-01')]),
      ],
      due: '2026-12-01',
      standing: 'coming',
    },
    {
      case: 'it was too early, without a date',
      says: [answered('2026-11-11', 'bbbbbbbbbb', [choice('wait', { continues: PLAN })])],
      due: '2026-11-25',
      standing: 'coming',
    },
    {
      case: 'too early, with the link of an outcome, closes nothing',
      says: [answered('2026-11-11', 'bbbbbbbbbb', [choice('wait', { closes: PLAN })])],
      due: '2026-11-25',
      standing: 'coming',
    },
    {
      case: 'too early was made an outcome by hand',
      says: [answered('2026-11-11', 'bbbbbbbbbb', [choice('kept', { continues: PLAN })])],
      due: '2026-11-10',
      standing: 'closed',
    },
    {
      case: 'of two new dates, the one written last counts',
      says: [
        answered('2026-11-12', 'bbbbbbbbbb', [choice('wait', { continues: PLAN }), until('2026-11-20')]),
        answered('2026-11-11', 'cccccccccc', [choice('wait', { continues: PLAN }), until('2026-12-01')]),
      ],
      due: '2026-11-20',
      standing: 'due',
    },
    {
      case: 'closed on one machine, too early on the other',
      says: [
        answered('2026-11-11', 'bbbbbbbbbb', [choice('kept', { closes: PLAN })]),
        answered('2026-11-12', 'cccccccccc', [choice('wait', { continues: PLAN }), until('2026-12-01')]),
      ],
      due: '2026-12-01',
      standing: 'closed',
    },
    {
      case: 'it was taken up again by a look back',
      says: [
        answered('2026-11-20', 'bbbbbbbbbb', [
          choice('take-up', { continues: PLAN }, 'lookback-rested-plans'),
        ]),
      ],
      due: '2026-12-04',
      standing: 'coming',
    },
    {
      case: 'it was left resting by a look back',
      says: [
        answered('2026-11-20', 'bbbbbbbbbb', [choice('leave', { continues: PLAN }, 'lookback-rested-plans')]),
      ],
      due: '2026-11-10',
      standing: 'due',
    },
    {
      case: 'the question about it was passed',
      says: [answered('2026-11-11', 'bbbbbbbbbb', [{ ...skipped('review-status'), closes: PLAN }])],
      due: '2026-11-10',
      standing: 'due',
    },
  ])('$case', ({ says, due, standing }) => {
    for (const order of [[planned, ...says], [...says, planned], [planned, ...says].toReversed()]) {
      const plan = planOf(order);
      expect({ due: plan.due, standing: standingOf(plan, TODAY) }).toEqual({ due, standing });
    }
  });

  test('it rests when nobody looked at it for three weeks after its date', () => {
    const plan = planOf([planned]);
    expect(standingOf(plan, '2026-11-09')).toBe('coming');
    expect(standingOf(plan, '2026-11-10')).toBe('due');
    expect(standingOf(plan, '2026-12-01')).toBe('due');
    expect(standingOf(plan, '2026-12-02')).toBe('resting');
  });

  test('closed on two machines, the latest written counts, then the greater id, and both are there', () => {
    const one = answered('2026-11-11', 'bbbbbbbbbb', [choice('kept', { closes: PLAN })]);
    const late = { at: '2026-11-02T09:00:00+01:00', written: '2026-11-13T09:00:00+01:00' };
    const two = answered('2026-11-12', 'cccccccccc', [choice('partly', { closes: PLAN })], late);
    const three = answered('2026-11-13', 'dddddddddd', [choice('let-go', { closes: PLAN })]);
    for (const order of [
      [planned, one, two, three],
      [three, two, planned, one],
    ]) {
      expect(planOf(order).outcomes.map((said) => outcomeOf(said))).toEqual(['let-go', 'partly', 'kept']);
    }
  });

  test('without its closing entry it is open again, and an outcome without its plan is passed over', () => {
    const closing = answered('2026-11-11', 'bbbbbbbbbb', [choice('kept', { closes: PLAN })]);
    expect(standingOf(planOf([planned]), TODAY)).toBe('due');
    expect(followedItems([closing])).toEqual([]);
  });

  test('at the end of the calendar there is no day so far ahead', () => {
    const last = entryOn('9999-12-30', 'member', [guess('member-prediction', null)]);
    expect(followedItems([last])[0]?.due).toBe('9999-12-31');
  });
});

test('how often a plan was not yet is counted along those in whose place it came', () => {
  const again = (id: string, before: string, status: string, day: string): Entry =>
    answered(day, id, [
      choice(status, { closes: before }),
      { ...commitment('review-next-plan'), continues: before },
    ]);
  const first = 'aaaaaaaaaa/member-commitment';
  const second = again('bbbbbbbbbb', first, 'not-yet', '2026-11-11');
  const third = again('cccccccccc', 'bbbbbbbbbb/review-next-plan', 'not-yet', '2026-11-12');
  const kept = again('cccccccccc', 'bbbbbbbbbb/review-next-plan', 'partly', '2026-11-12');
  const times = (entries: readonly Entry[]): readonly number[] => {
    const items = followedItems(entries);
    return items.map((item) => (item.kind === 'commitment' ? timesNotYet(item, items) : -1));
  };
  expect(times([planned, second, third])).toEqual([1, 2, 2]);
  expect(times([planned, second, kept])).toEqual([1, 0, 0]);
  // By hand, two plans may take each other's place.
  const circle = {
    ...planned,
    answers: [{ ...commitment('member-commitment'), continues: 'bbbbbbbbbb/review-next-plan' }],
  };
  expect(times([circle, second]).length).toBe(2);
  expect(followedItems([planned, second])[0]).toMatchObject({ continuedBy: 'bbbbbbbbbb/review-next-plan' });
});

test('copies of a journal that are put together say the same in any order', () => {
  const references = ['a/x', 'a/y', 'b/x', 'c/x'];
  const answer = fc.oneof(
    fc
      .tuple(fc.constantFrom('x', 'y'), fc.boolean(), fc.option(fc.nat(40), { nil: null }))
      .map(([question, plan, ahead]) => {
        const by = ahead === null ? null : addDays('2026-10-20', ahead);
        return plan ? commitment(question, by) : guess(question, by);
      }),
    fc
      .record({
        value: fc.constantFrom('kept', 'not-yet', 'wait', 'take-up', 'leave', 'doer'),
        link: fc.constantFrom('closes', 'continues'),
        reference: fc.constantFrom(...references),
      })
      .map(({ value, link, reference }) => choice(value, { [link]: reference })),
  );
  const entry = fc
    .record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      day: fc.nat(30),
      answers: fc.array(answer, { maxLength: 3 }),
    })
    .map(({ id, day, answers }) => entryOn(addDays('2026-10-20', day), 'review', answers, { id }));
  const journal = fc
    .uniqueArray(entry, { selector: ({ id }) => id })
    .chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length }), fc.nat(40)),
    );
  fc.assert(
    fc.property(journal, ([entries, mixed, later]) => {
      const today = addDays('2026-10-20', later);
      const items = followedItems(entries);
      expect(followedItems(mixed)).toEqual(items);
      // What is open can be told from fewer entries than all.
      const open = (some: readonly Entry[]): readonly string[] =>
        dueItems(followedItems(some), today).map(({ reference, due }) => `${due} ${reference}`);
      expect(open([...openEntries(mixed)])).toEqual(open(entries));
      for (const item of items) {
        expect(standingOf(item, today) === 'closed').toBe(item.outcomes.length > 0);
      }
    }),
    { numRuns: 1000 },
  );
});

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
  expect(dueItems(followedItems([...openEntries(all)]), '2026-12-10')).toEqual(
    dueItems(followedItems(all), '2026-12-10'),
  );
  // What a copy closes that does not count stays open.
  const changed = entryOn('2026-11-21', 'review', [words('review-seen')], { id: 'dddddddddd' });
  const counting = [...all.slice(0, 3), changed];
  expect(openEntries([...counting, closesB], counting).has(closed)).toBe(true);
});
