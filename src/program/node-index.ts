// The index of a journal of this machine.
import { newestEntries } from '../app/journal/newest-entries.ts';
import type { SegmentStore } from '../app/index/segment-store.ts';
import { scanIndex } from '../app/journal/scan-index.ts';
import type { EntryIndex } from '../app/ports/entry-index.ts';
import type { JournalFiles } from '../app/ports/journal-files.ts';
import type { JournalKeys } from '../app/ports/keys.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import { slowProgress } from '../cli/slow-progress.ts';
import { READING_JOURNAL } from '../pages/text/progress-text.ts';
import { codeOf } from '../adapters/machine/system-errors.ts';
import { removeFormer, removeIndex } from '../adapters/journal/index-place.ts';
import { deviceOf, indexFolder, type IndexKey, indexPlace } from './kept-places.ts';

/** Where a journal is, and where its index would be. */
export interface IndexedPlace {
  readonly folder: string;
  readonly cache: string;
  /** The folder of the package. */
  readonly root: string;
  /** Nothing of it is kept outside its folder. */
  readonly isInside: boolean;
  /** Where the journal is encrypted. */
  readonly keys: JournalKeys | undefined;
}

/** With more entries than these it is worth the time that it takes to hold less. */
const MANY = 1500;

/**
 * The index of a journal. What is quick at any size needs none on disk, and of a journal on another device, or one with which
 * everything is kept, none is kept here: then the files are looked through. That of an encrypted journal is encrypted, too.
 *
 * @param holdLess - As `SegmentStore` has it.
 */
export function nodeIndex(
  files: JournalFiles,
  { folder, cache, root, isInside, keys }: IndexedPlace,
  terminal: Terminal,
  holdLess: SegmentStore['holdLess'] = () => {},
): EntryIndex {
  if (keys) removeReadable(cache);
  const open = async (): Promise<EntryIndex> => {
    if (isInside || deviceOf(folder) !== deviceOf(cache)) return scanIndex(files);
    const { segmentFolder } = await import('../adapters/journal/segment-folder.ts');
    const { segmentIndex } = await import('../app/index/segment-index.ts');
    const at = indexPlace(folder, cache, root, keys && (await indexKey(keys)));
    const store: SegmentStore = {
      ...segmentFolder(at),
      holdLess: (held, work) => holdLess(held, keys && work === 'index' ? 'sealed' : work),
    };
    const progress = slowProgress(READING_JOURNAL, terminal);
    // To open a file takes longer than to understand it: neither is left for another time.
    return keys ? segmentIndex(store, files, progress, Infinity, true) : segmentIndex(store, files, progress);
  };
  let opening: Promise<EntryIndex> | undefined;
  const refused = (error: unknown): never => {
    // The next who asks may have the key.
    opening = undefined;
    throw error;
  };
  const opened = async (): Promise<EntryIndex> => (opening ??= open().catch(refused));
  return {
    newest(query) {
      if ((query.limit ?? 0) > MANY) holdLess(0);
      return newestEntries(files, query);
    },
    find: async (query, signal) => (await opened()).find(query, signal),
    findEach: async (queries, newest) => (await opened()).findEach(queries, newest),
    stream: async (query) => (await opened()).stream(query),
    forget: async () => {
      if (isInside) removeIndex({ folder: indexFolder(cache, keys !== undefined) });
      else await (await opened()).find({ limit: 1 });
    },
    snapshot: async () => {
      const index = await opened();
      return index.snapshot ? index.snapshot() : index;
    },
  };
}

/** What the index of an encrypted journal needs of its key. @throws CoachError where that cannot be had. */
export async function indexKey(keys: JournalKeys): Promise<IndexKey> {
  const { indexCipher } = await import('../adapters/journal/index-cipher.ts');
  return { recipient: keys.recipient(), cipher: indexCipher(await keys.identity()) };
}

/** Takes away an index that anybody could read, from before the journal was encrypted. */
function removeReadable(cache: string): void {
  try {
    removeFormer({ folder: indexFolder(cache, true) });
  } catch (error) {
    // It is tried again each time.
    if (codeOf(error) === '') throw error;
  }
}
