// Many files at once: synced together, and each of their folders once.
import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileToCreate, FileToExport } from '../../app/ports/disk.ts';
import { isThere } from './regular-file.ts';
import { foldersAbove, makeFolder, syncFolder } from './synced-folders.ts';
import { codeOf, inWords } from './system-errors.ts';
import * as unfinished from './unfinished-files.ts';

/** As `Disk.createAll`. */
export async function createAll(folder: string, files: Iterable<FileToCreate>): Promise<number> {
  let made = 0;
  const put = (draft: string, file: string): void => {
    if (isLinked(draft, file)) made++;
  };
  const wanted = function* wanted(): Generator<unfinished.FileToPut> {
    for (const { path: below, content } of files) {
      const file = path.join(folder, below);
      if (!isThere(file)) yield { file, pieces: [content], put };
    }
  };
  for (const one of await writeAll(wanted())) unfinished.sweep(one, unfinished.leftInJournal);
  return made;
}

/** @returns False where the name is taken. */
function isLinked(from: string, to: string): boolean {
  try {
    unfinished.linkOrRename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** As `Disk.exportAll`. */
export async function exportAll(folder: string, files: AsyncIterable<FileToExport>): Promise<void> {
  const names = new Map<string, Set<string>>();
  const wanted = async function* wanted(): AsyncGenerator<unfinished.FileToPut> {
    for await (const { path: below, bytes, over } of files) {
      const file = path.join(folder, below);
      // What a link leads to is written, and the link stays.
      const place = over ? ledTo(file) : file;
      const above = path.dirname(place);
      names.set(above, (names.get(above) ?? new Set()).add(path.basename(place)));
      const put = over ? unfinished.replaceFile : unfinished.linkOrRename;
      if (bytes) yield { file: place, pieces: [bytes], put };
    }
  };
  await writeAll(wanted());
  for (const [above, those] of names) unfinished.sweep(above, unfinished.leftByExport(those));
}

/** Many files in any folders; then each folder is synced once, and so are those above that have a new one. @returns The folders. */
async function writeAll(
  files: Iterable<unfinished.FileToPut> | AsyncIterable<unfinished.FileToPut>,
): Promise<ReadonlySet<string>> {
  const folders = new Set<string>();
  const above = new Set<string>();
  const inFolders = async function* inFolders(): AsyncGenerator<unfinished.FileToPut> {
    for await (const wanted of files) {
      const folder = path.dirname(wanted.file);
      if (!folders.has(folder)) {
        try {
          for (const one of foldersAbove(folder, makeFolder(folder))) above.add(one);
        } catch (error) {
          throw inWords(error, wanted.file);
        }
        folders.add(folder);
      }
      yield wanted;
    }
  };
  try {
    await unfinished.putAllSynced(inFolders());
  } finally {
    for (const folder of new Set([...folders, ...above])) syncInWords(folder);
  }
  return folders;
}

function syncInWords(folder: string): void {
  try {
    syncFolder(folder);
  } catch (error) {
    throw inWords(error, folder);
  }
}

/** Where a link leads to, if it leads anywhere; any other place is itself. */
export function ledTo(file: string): string {
  return statSync(file, { throwIfNoEntry: false }) ? realpathSync(file) : file;
}
