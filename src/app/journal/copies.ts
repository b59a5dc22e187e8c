// Copies of an entry that say something else, told from the file that counts.
import { hasOwnName } from './gather-entries.ts';
import type { EntryIndex } from '../ports/entry-index.ts';
import type { StoredEntry } from '../../domain/entry/stored-entry.ts';

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
  // A file with its own name counts, whatever others there are.
  const all = found.every(hasOwnName) ? found : (await index.find({})).entries;
  const counting = new Map<string, string>();
  for (const stored of all) {
    const { id } = stored.entry;
    if (!counting.has(id) || hasOwnName(stored)) counting.set(id, stored.path);
  }
  const counts = ({ entry, path }: StoredEntry): boolean => counting.get(entry.id) === path;
  return { counting: found.filter(counts), copies: found.filter((one) => !counts(one)) };
}
