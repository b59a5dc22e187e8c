// The entries that hold something open.
import type { Entry } from '../entry/entry.ts';
import { entryIn, itemsIn } from './followed-items.ts';
import { resolutionsIn } from './outcomes.ts';

/**
 * The entries with a plan or a guess that no answer closes, and those that close or move another one of theirs: what has to be
 * known to tell what is due.
 *
 * @param counting - Those of them that count, where some are copies: what another one closes stays open.
 *
 * @example
 * openEntries(entries).size //=> 0
 */
export function openEntries(
  entries: readonly Entry[],
  counting: readonly Entry[] = entries,
): ReadonlySet<Entry> {
  const closed = closedReferences(counting);
  const open = entries.filter((entry) => itemsIn(entry).some(({ reference }) => !closed.has(reference)));
  const known = new Set(open);
  // Whatever speaks of one of them may hold plans of its own, and so on.
  for (let before = -1; before < known.size;) {
    before = known.size;
    const ids = new Set(Array.from(known, ({ id }) => id));
    for (const entry of entries) {
      if (resolutionsIn(entry).some(({ reference }) => ids.has(entryIn(reference)))) known.add(entry);
    }
  }
  return new Set(entries.filter((entry) => known.has(entry)));
}

/**
 * Every reference that some answer closes.
 *
 * @example
 * closedReferences(entries).has('k3x8m2p9qa/manager-commitment') //=> true
 */
export function closedReferences(entries: readonly Entry[]): ReadonlySet<string> {
  const closing = entries.flatMap(resolutionsIn).filter(({ moves }) => moves === undefined);
  return new Set(closing.map(({ reference }) => reference));
}
