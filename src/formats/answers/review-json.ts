// Open plans and guesses as scripts see them: the JSON of coach review.
import type { Day } from '../../domain/time/day.ts';
import { type Followed, standingOf } from '../../domain/record/followed-items.ts';
import { answerAsJson } from '../entry/entry-json.ts';

/**
 * A plan or a guess that nothing closes, as scripts see it: what it is, whose and about whom, its date, where it stands
 * (`due`, `resting` or `coming`), and what was written, in the shape of `coach journal --json`.
 *
 * @example
 * openItemAsJson(openPlan, '2026-12-06').closes //=> 'k3x8m2p9qa/manager-commitment'
 */
export function openItemAsJson(item: Followed, today: Day): object {
  const { reference, kind, entry, answer, due, moves } = item;
  return {
    closes: reference,
    kind,
    standing: standingOf(item, today),
    due,
    waits: moves.length,
    day: entry.day,
    role: entry.role,
    about: entry.about,
    bank: entry.bank,
    asked: answer.asked,
    value: answerAsJson(answer).value,
  };
}
