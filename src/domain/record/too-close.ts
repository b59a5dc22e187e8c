// The count of "too close right now" that points to people instead of questions.
import { daysBetween } from '../time/day.ts';
import type { Entry } from '../entry/entry.ts';
import { TOO_CLOSE_DAYS } from './question-standing.ts';

/** Once may be a bad day; three times within two weeks, a person may be of more use than questions (docs/method.md, Skips). */
export const TIMES_TOO_CLOSE = 3;

/**
 * Whether a sitting brings "too close right now" to three times within 14 days, whomever it was about. Further ones of the same
 * weeks do not: what points to people is shown once.
 *
 * @param others - In any order; the entry itself may be among them.
 *
 * @example
 * comesTooClose([], tooClose) //=> true
 */
export function comesTooClose(others: readonly Entry[], entry: Entry): boolean {
  const before = others.filter(({ id, day }) => {
    const days = daysBetween(day, entry.day);
    return id !== entry.id && days >= 0 && days < TOO_CLOSE_DAYS;
  });
  const already = before.reduce((sum, one) => sum + timesIn(one), 0);
  return already < TIMES_TOO_CLOSE && already + timesIn(entry) >= TIMES_TOO_CLOSE;
}

function timesIn({ answers }: Entry): number {
  return answers.filter(({ skip }) => skip === 'too-close').length;
}
