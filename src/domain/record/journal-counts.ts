// The counts over a journal that a question may depend on.
import type { Day } from '../time/day.ts';
import type { Entry } from '../entry/entry.ts';
import { followedItems, standingOf } from './followed-items.ts';
import { outcomeOf } from './outcomes.ts';
import type { JournalCounts } from '../banks/question-bank.ts';
import { waitingQuestions } from './question-standing.ts';

/**
 * The things in a whole journal that a question's `show_if` may count.
 *
 * @param entries - All of them, in any order.
 *
 * @example
 * countsOf([], '2026-11-22') //=> { resolved_predictions: 0, untested_predictions: 0, rested_questions: 0, rested_commitments: 0 }
 */
export function countsOf(entries: readonly Entry[], today: Day): JournalCounts {
  const items = followedItems(entries);
  const resolved = items.filter(({ kind, outcomes }) => kind === 'prediction' && outcomes.length > 0);
  return {
    resolved_predictions: resolved.length,
    untested_predictions: resolved.filter(
      ({ outcomes: [counts] }) => counts && outcomeOf(counts) === 'untested',
    ).length,
    rested_questions: waitingQuestions(entries, today).length,
    rested_commitments: items.filter(
      (item) => item.kind === 'commitment' && standingOf(item, today) === 'resting',
    ).length,
  };
}
