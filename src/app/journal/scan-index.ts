// Finding entries by reading every file.
import { readEntryName } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { mayMatch } from '../../formats/entry/raw-entry.ts';
import { heldStream, isHeld } from './entry-stream.ts';
import { folderTexts } from './folder-texts.ts';
import { gather } from './gather-entries.ts';
import { newestEntries } from './newest-entries.ts';
import type { EntryIndex } from '../ports/entry-index.ts';
import type { JournalFiles } from '../ports/journal-files.ts';
import { scanOpen } from './scan-open.ts';
import { scanStream } from './scan-stream.ts';

/** After so many files a key that was pressed is heard. */
const FILES_AT_ONCE = 100;

/**
 * Finds entries without any index on disk: every file is read, and only what a quick look at its text does not rule out is
 * understood. Nothing of the journal is kept anywhere.
 *
 * @example
 * (await scanIndex(files).find({ about: 'D.' })).entries.length //=> 2
 */
export function scanIndex(files: JournalFiles): EntryIndex {
  const find: EntryIndex['find'] = async (query, signal) => {
    const breathe = breather(signal);
    const gathering = gather(files, query);
    if (query.open) {
      await scanOpen(files, gathering);
      return gathering.found();
    }
    for (const { path: folder, names } of files.folders()) {
      // The newest first: with a limit, what is older need not be understood.
      for await (const some of folderTexts(folder, names.toReversed(), files)) {
        for (const { name, path, text } of some) {
          if (signal && (await breathe())) return gathering.found();
          if (text instanceof FileMistakes) gathering.refuse(text);
          else if (text !== undefined && !gathering.isOld(text) && mayMatch(text, query)) {
            await gathering.read(path, text, readEntryName(name) !== undefined);
          }
        }
      }
    }
    return gathering.found();
  };
  return {
    newest: (query) => newestEntries(files, query),
    find,
    stream: async (query) => (isHeld(query) ? heldStream(await find(query)) : scanStream(files, query)),
  };
}

/** Lets others have a turn now and then, where somebody may change their mind. @returns Whether they have. */
function breather(signal: AbortSignal | undefined): () => Promise<boolean> {
  let read = 0;
  return async () => {
    if (!signal || read++ % FILES_AT_ONCE > 0) return false;
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    return signal.aborted;
  };
}
