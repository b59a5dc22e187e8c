// The rotation of a check-in: one question of its pool each time.
import type { History } from '../record/history.ts';
import { isFor } from './choose-questions.ts';
import type { Question, Role } from '../banks/question-bank.ts';

/**
 * A question of the rotation comes back after this many check-ins at the earliest, so that nobody is asked the same in one week
 * (docs/method.md, Check-ins). Where too few others are left, none is asked.
 */
export const CHECKINS_BETWEEN = 5;

/**
 * The question of the role's pool that was asked longest ago; one never asked comes first, ties go by the bank's order.
 * So a question comes back only when all others of its pool were asked, and never before five check-ins without it.
 *
 * @param rotation - Without those that rest.
 * @returns Nothing where each of them would come back too early.
 *
 * @example
 * nextInRotation(checkin.rotation, 'member', historyOf([], null, null))?.id //=> 'rot-m-small-own'
 */
export function nextInRotation(
  rotation: readonly Question[],
  role: Role | null,
  history: History,
): Question | undefined {
  // Of two check-ins on one day, only their order says which was the earlier one.
  const sinceAsked = ({ id }: Question): number => history.askings(id)[0]?.since ?? Infinity;
  return rotation
    .filter((question) => isFor(question, role))
    .filter(({ id }) => (history.askings(id)[0]?.sittingsSince ?? Infinity) >= CHECKINS_BETWEEN)
    .toSorted((one, other) =>
      sinceAsked(one) === sinceAsked(other) ? 0 : sinceAsked(other) - sinceAsked(one),
    )[0];
}
