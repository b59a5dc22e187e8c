import type { Day } from './calendar.ts';
import { type Entry, newestFirst, referenceTo } from './entry.ts';
import { closedReferences } from './history.ts';

/** A commitment or prediction whose date has come and that no outcome closes. */
export interface DueItem {
  readonly kind: 'commitment' | 'prediction';
  readonly reference: string;
  readonly entry: Entry;
  readonly due: Day;
}

/**
 * What is due, the longest due first; of one day, what was planned or guessed first.
 *
 * @param entries - All of them, in any order.
 *
 * @example
 * dueItems(entries, '2026-12-06').map(({ reference }) => reference) //=> ['k3x8m2p9qa/manager-commitment']
 */
export function dueItems(entries: readonly Entry[], today: Day): readonly DueItem[] {
  const closed = closedReferences(entries);
  const items = entries.flatMap((entry) =>
    entry.answers.flatMap((answer): DueItem[] => {
      if (answer.skip !== null || (answer.type !== 'commitment' && answer.type !== 'prediction')) return [];
      const due = answer.type === 'commitment' ? answer.value.by : answer.value.due;
      const reference = referenceTo(entry.id, answer.question);
      if (due === null || due > today || closed.has(reference)) return [];
      return [{ kind: answer.type, reference, entry, due }];
    }),
  );
  return items.toSorted((one, other) =>
    one.due === other.due ? newestFirst(other.entry, one.entry) : one.due < other.due ? -1 : 1,
  );
}
