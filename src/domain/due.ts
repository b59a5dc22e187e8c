import type { Day } from './calendar.ts';
import type { Answer } from './answer.ts';
import { type Entry, newestFirst, oncePerId, referenceTo } from './entry.ts';
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

/**
 * The entries with a plan or a guess that no answer closes, and those that close another one of theirs: what has to be known
 * to tell what is due.
 *
 * @param entries - In the order of the journal: of several with the same id, the first counts.
 *
 * @example
 * openEntries([planned, review]).size //=> 0
 */
export function openEntries(entries: readonly Entry[]): ReadonlySet<Entry> {
  const closed = closedReferences(oncePerId(entries));
  const isOpen = ({ id }: Entry, { question, type, skip }: Answer): boolean =>
    skip === null &&
    (type === 'commitment' || type === 'prediction') &&
    !closed.has(referenceTo(id, question));
  const open = entries.filter((entry) => entry.answers.some((answer) => isOpen(entry, answer)));
  const ids = new Set(open.map(({ id }) => id));
  const closing = entries.filter(({ answers }) =>
    answers.some(({ closes }) => closes !== undefined && ids.has(closes.slice(0, closes.indexOf('/')))),
  );
  return new Set([...open, ...closing]);
}
