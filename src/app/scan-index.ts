import { readEntryName } from '../domain/entry.ts';
import { FileMistakes } from '../domain/errors.ts';
import { mayMatch } from '../formats/raw-entry.ts';
import { folderTexts } from './folder-texts.ts';
import { gather } from './gather-entries.ts';
import { newestEntries } from './newest-entries.ts';
import type { EntryIndex, JournalFiles } from './ports.ts';
import { scanOpen } from './scan-open.ts';

/**
 * Finds entries without any index on disk: every file is read, and only what a quick look at its text does not rule out is
 * understood. Nothing of the journal is kept anywhere.
 *
 * @example
 * (await scanIndex(files).find({ about: 'D.' })).entries.length //=> 12
 */
export function scanIndex(files: JournalFiles): EntryIndex {
  return {
    newest: (query) => newestEntries(files, query),
    async find(query) {
      const gathering = gather(files, query);
      if (query.open) {
        await scanOpen(files, gathering);
        return gathering.found();
      }
      for (const { path: folder, names } of files.folders()) {
        // The newest first: with a limit, what is older need not be understood.
        for (const { name, path, text } of folderTexts(folder, names.toReversed(), files)) {
          if (text instanceof FileMistakes) gathering.refuse(text);
          else if (text !== undefined && mayMatch(text, query)) {
            await gathering.read(path, text, readEntryName(name) !== undefined);
          }
        }
      }
      return gathering.found();
    },
  };
}
