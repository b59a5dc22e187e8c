import { describe, expect, test } from 'vitest';
import { ANSWERS_OF_A_WHOLE_SITTING, bankDue } from '../../../src/domain/record/bank-due.ts';
import { addDays, type Day } from '../../../src/domain/time/day.ts';
import type { Entry } from '../../../src/domain/entry/entry.ts';
import { entryOn, skipped, words } from '../journals.ts';
import { bankNamed } from '../plans.ts';

const whole = (day: Day, bank = 'manager', answers = ANSWERS_OF_A_WHOLE_SITTING): Entry =>
  entryOn(
    day,
    bank,
    Array.from({ length: 10 }, (_, index) => (index < answers ? words(`q${index}`) : skipped(`q${index}`))),
    { id: `${bank}-${day}` },
  );

test.each(['member', 'manager'])('five answers are more than half of the core questions of %s', (name) => {
  const core = bankNamed(name).questions.filter((question) => question.core).length;
  expect(ANSWERS_OF_A_WHOLE_SITTING).toBe(Math.floor(core / 2) + 1);
});

describe('a bank is due again', () => {
  const days = ['2026-01-01', '2026-02-01', '2026-04-01', '2026-07-01', '2026-10-01'];

  test.each([
    { sittings: 1, wait: 14 },
    { sittings: 2, wait: 30 },
    { sittings: 3, wait: 60 },
    { sittings: 4, wait: 60 },
    { sittings: 5, wait: 60 },
  ])('$wait days after $sittings sittings', ({ sittings, wait }) => {
    const entries = days.slice(0, sittings).map((day) => whole(day));
    const last = days[sittings - 1] ?? '';
    for (const order of [entries, entries.toReversed()]) {
      expect(bankDue(order, 'manager', addDays(last, wait - 1))).toBeUndefined();
      expect(bankDue(order, 'manager', addDays(last, wait))).toEqual({ bank: 'manager', last });
    }
  });

  test.each([
    { case: 'there was none', entries: [] },
    { case: 'it was the other bank', entries: [whole('2026-01-01', 'member')] },
    { case: 'it was one question', entries: [whole('2026-01-01', 'manager', 1)] },
    { case: 'half was stepped past', entries: [whole('2026-01-01', 'manager', 4)] },
  ])('but not where $case', ({ entries }) => {
    expect(bankDue(entries, 'manager', '2026-11-22')).toBeUndefined();
  });

  test('whomever it was about', () => {
    const entries = [whole('2026-11-01'), { ...whole('2026-11-02'), about: 'D.' }];
    expect(bankDue(entries, 'manager', '2026-11-22')).toBeUndefined();
    expect(bankDue(entries, 'manager', '2026-12-02')?.last).toBe('2026-11-02');
  });
});
