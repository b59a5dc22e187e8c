// The index of a journal of this machine.
import { newestEntries } from '../app/journal/newest-entries.ts';
import { scanIndex } from '../app/journal/scan-index.ts';
import type { EntryIndex } from '../app/ports/entry-index.ts';
import type { JournalFiles } from '../app/ports/journal-files.ts';
import type { Terminal } from '../app/ports/terminal.ts';
import { slowProgress } from '../cli/slow-progress.ts';
import { READING_JOURNAL } from '../pages/text/progress-text.ts';
import { deviceOf, indexPlace } from './kept-places.ts';
import { removeIndex } from '../adapters/journal/index-place.ts';

/** Where a journal is, and where its index would be. */
export interface IndexedPlace {
  readonly folder: string;
  readonly cache: string;
  /** The folder of the package. */
  readonly root: string;
  /** Nothing of it is kept outside its folder. */
  readonly isInside: boolean;
}

/**
 * The index of a journal. What is quick at any size needs none on disk, and of a journal on another device, or one with which
 * everything is kept, none is kept here: then the files are looked through.
 */
export function nodeIndex(
  files: JournalFiles,
  { folder, cache, root, isInside }: IndexedPlace,
  terminal: Terminal,
): EntryIndex {
  const open = async (): Promise<EntryIndex> => {
    if (isInside || deviceOf(folder) !== deviceOf(cache)) return scanIndex(files);
    const { segmentFolder } = await import('../adapters/journal/segment-folder.ts');
    const { segmentIndex } = await import('../app/index/segment-index.ts');
    const store = segmentFolder(indexPlace(folder, cache, root));
    return segmentIndex(store, files, slowProgress(READING_JOURNAL, terminal));
  };
  let opening: Promise<EntryIndex> | undefined;
  const opened = (): Promise<EntryIndex> => (opening ??= open());
  return {
    newest: (query) => newestEntries(files, query),
    find: async (query, signal) => (await opened()).find(query, signal),
    findEach: async (queries, newest) => (await opened()).findEach(queries, newest),
    stream: async (query) => (await opened()).stream(query),
    forget: async () => {
      if (isInside) removeIndex(indexPlace(folder, cache, root));
      else await (await opened()).find({ limit: 1 });
    },
    snapshot: async () => {
      const index = await opened();
      return index.snapshot ? index.snapshot() : index;
    },
  };
}
