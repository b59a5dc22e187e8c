// Copies of an entry that say something else, told from the file that counts.
import type { EntryIndex } from '../ports/entry-index.ts';
import type { StoredEntry } from '../../domain/entry/entry.ts';
import { countingFiles, isInOwnPlace } from '../../domain/entry/copies.ts';

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
