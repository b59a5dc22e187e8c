import { describe, expect, test } from 'vitest';
import { reminderTurn } from '../../../src/domain/record/reminder-rest.ts';
import { addDays, type Day } from '../../../src/domain/time/day.ts';

const LAST: Day = '2026-06-03';

/** The days after the last entry on which something is said, where a reminder tries on each of some days. */
function said(tries: readonly number[]): readonly string[] {
  let reminded: Day | undefined;
  return tries.flatMap((after) => {
    const day = addDays(LAST, after);
    const turn = reminderTurn(LAST, reminded, day);
    if (turn === 'left-out') return [];
    reminded = day;
    return [turn === 'last' ? `${after} last` : `${after}`];
  });
}

const days = (from: number, to: number, step = 1): readonly number[] =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, at) => from + at * step);

describe('where nothing is written any more, reminders rest', () => {
  test('two weeks as ever, then once a week, and after six weeks a last time', () => {
    const asEver = days(1, 13).map(String);
    expect(said(days(1, 400))).toEqual([...asEver, '20', '27', '34', '41', '42 last']);
  });

  test.each([
    { tries: days(2, 100, 7), is: ['2', '9', '16', '23', '30', '37', '44 last'] },
    { tries: days(5, 200, 30), is: ['5', '35', '65 last'] },
    { tries: days(60, 90), is: ['60 last'] },
    { tries: [13, 14, 15, 41, 42, 43], is: ['13', '41', '42 last'] },
  ])('also where cron asks on some days only: $is', ({ tries, is }) => {
    expect(said(tries)).toEqual(is);
  });

  test('an entry brings them back', () => {
    expect(reminderTurn('2026-08-01', '2026-07-20', '2026-08-02')).toBe('said');
  });

  test('nothing rests before the first entry', () => {
    expect(reminderTurn(undefined, '2026-06-02', '2027-06-03')).toBe('said');
  });

  test('a reminder of a clock that was ahead keeps none away', () => {
    expect(reminderTurn(LAST, '2036-01-01', addDays(LAST, 20))).toBe('said');
    expect(reminderTurn(LAST, '2036-01-01', addDays(LAST, 50))).toBe('last');
  });
});
