// Copies of an entry that say something else, told from the file that counts.
import type { EntryIndex, Found } from '../ports/entry-index.ts';
import type { Entry, StoredEntry } from '../../domain/entry/entry.ts';
import { countingEntries, countingFiles, isInOwnPlace } from '../../domain/entry/copies.ts';

/**
 * The entries that count among those found, each id once, in the order in which they were found.
 *
 * @example
 * countingIn({ entries: [{ entry, path: 'b.md' }, { entry, path: 'a.md' }], unreadable: [] }).length //=> 1
 */
export function countingIn({ entries, areSingle }: Found): readonly Entry[] {
  return areSingle ? entries.map(({ entry }) => entry) : countingEntries(entries);
}

/** Files that were found, split by whether they count. */
export interface Split {
  readonly counting: readonly StoredEntry[];
  readonly copies: readonly StoredEntry[];
}

/**
 * Tells the files that count from copies of entries that say something else, as folder-sync tools leave them. Which one counts
 * may be a file that was not found, so others with its id are looked for.
 *
 * @example
 * (await splitCopies([stored], index)).copies //=> []
 */
export async function splitCopies(found: readonly StoredEntry[], index: EntryIndex): Promise<Split> {
  // A file in its own place counts, whatever copies elsewhere there are.
  const all = found.every(isInOwnPlace) ? found : (await index.find({})).entries;
  const counting = new Set(countingFiles(all).map(({ path }) => path));
  const counts = ({ path }: StoredEntry): boolean => counting.has(path);
  return { counting: found.filter(counts), copies: found.filter((one) => !counts(one)) };
}
