import { type Day, daysBetween } from './calendar.ts';
import { type Entry, referenceTo } from './entry.ts';
import { outcomesOf } from './history.ts';
import type { JournalCounts } from './question-bank.ts';
import { waitingQuestions } from './rests.ts';

/** A plan that was not looked at for this many days after its date rests (docs/method.md, Commitments). */
export const DAYS_UNTIL_PLAN_RESTS = 21;

/**
 * What the whole journal holds of the things that a question's `show_if` may count.
 *
 * @param entries - All of them, in any order.
 *
 * @example
 * countsOf([], '2026-11-22') //=> { resolved_predictions: 0, untested_predictions: 0, rested_questions: 0, rested_commitments: 0 }
 */
export function countsOf(entries: readonly Entry[], today: Day): JournalCounts {
  const answers = entries.flatMap((entry) => entry.answers.map((answer) => ({ entry, answer })));
  const outcomes = outcomesOf(entries);
  const closedPredictions = answers.filter(
    ({ entry, answer }) =>
      answer.type === 'prediction' && outcomes.has(referenceTo(entry.id, answer.question)),
  );
  return {
    resolved_predictions: closedPredictions.length,
    untested_predictions: closedPredictions.filter(
      ({ entry, answer }) => outcomes.get(referenceTo(entry.id, answer.question)) === 'untested',
    ).length,
    rested_questions: waitingQuestions(entries, today).length,
    rested_commitments: answers.filter(
      ({ entry, answer }) =>
        answer.type === 'commitment' &&
        answer.skip === null &&
        answer.value.by !== null &&
        daysBetween(answer.value.by, today) > DAYS_UNTIL_PLAN_RESTS &&
        !outcomes.has(referenceTo(entry.id, answer.question)),
    ).length,
  };
}
