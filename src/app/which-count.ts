import { hasOwnName } from './gather-entries.ts';
import type { EntryIndex, StoredEntry } from './ports.ts';

/**
 * Of files with one id, the one that counts: that with its own name, else the first in the order of a list.
 *
 * @example
 * countingFile([copy, original]) //=> original
 */
export function countingFile(files: readonly StoredEntry[]): StoredEntry | undefined {
  return files.find(hasOwnName) ?? files[0];
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
 * await splitCopies(found.entries, index) //=> { counting: […], copies: [] }
 */
export async function splitCopies(found: readonly StoredEntry[], index: EntryIndex): Promise<Split> {
  const counting: StoredEntry[] = [];
  const copies: StoredEntry[] = [];
  for (const stored of found) {
    const first = hasOwnName(stored) ? stored : countingFile(await filesOf(stored.entry.id, index));
    (first === undefined || first.path === stored.path ? counting : copies).push(stored);
  }
  return { counting, copies };
}

/**
 * All files of an entry.
 *
 * @example
 * (await filesOf('k3x8m2p9qa', index)).length //=> 1
 */
export async function filesOf(id: string, index: EntryIndex): Promise<readonly StoredEntry[]> {
  const { entries } = await index.find({ id });
  return entries.filter(({ entry }) => entry.id === id);
}
