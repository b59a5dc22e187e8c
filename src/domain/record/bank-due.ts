// The day on which a role's bank is offered again.
import { addDays, type Day } from '../time/day.ts';
import type { Entry } from '../entry/entry.ts';
import type { Role } from '../banks/question-bank.ts';

/**
 * So many answers make a sitting with a role's bank a whole one: more than half of its core questions. A single question that was
 * asked by name is none.
 */
export const ANSWERS_OF_A_WHOLE_SITTING = 5;

/**
 * Days until a role's bank is offered again after the first, the second and every further whole sitting: the more often it was
 * walked, the less is new in it (docs/method.md, Skips).
 */
export const DAYS_BETWEEN_SITTINGS: readonly number[] = [14, 30, 60];

/** The latest so many whole sittings tell as much as all of them. */
export const SITTINGS_THAT_TELL = DAYS_BETWEEN_SITTINGS.length;

/** A role's bank whose time has come again. */
export interface DueBank {
  readonly bank: Role;
  /** Of the latest whole sitting. */
  readonly last: Day;
}

/**
 * The bank of a role, when it is time to offer it again: 14 days after the first whole sitting, 30 after the second, 60 after
 * each further one. Whom a sitting was about does not matter: the bank is what was walked, and people would not want it offered
 * once for each name.
 *
 * @param entries - In any order; of several copies of an entry, only one.
 * @returns Nothing before the first whole sitting, and while it is early.
 *
 * @example
 * bankDue(entries, 'manager', '2026-11-22') //=> { bank: 'manager', last: '2026-11-08' }
 */
export function bankDue(entries: readonly Entry[], role: Role, today: Day): DueBank | undefined {
  const days = entries
    .filter(({ bank, answers }) => bank === role && isWhole(answers))
    .map(({ day }) => day)
    .toSorted();
  const last = days.at(-1);
  const wait = DAYS_BETWEEN_SITTINGS[Math.min(days.length, DAYS_BETWEEN_SITTINGS.length) - 1];
  if (last === undefined || wait === undefined || addDays(last, wait) > today) return undefined;
  return { bank: role, last };
}

function isWhole(answers: Entry['answers']): boolean {
  return answers.filter(({ skip }) => skip === null).length >= ANSWERS_OF_A_WHOLE_SITTING;
}
