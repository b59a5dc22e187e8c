// A file that is written whole or not at all.
import path from 'node:path';
import { makeFolder, syncAbove, syncFolder } from './synced-folders.ts';
import { inWords } from './system-errors.ts';
import * as unfinished from './unfinished-files.ts';

/**
 * A dot-file in the same folder, written, synced and put in its place; then the folder is synced, and those made for it.
 *
 * @param isLeft - Tells by its path what may be swept from the folder.
 */
export function write(
  file: string,
  pieces: unfinished.Pieces,
  place: (from: string, to: string) => void,
  isLeft = unfinished.leftInJournal,
): void {
  const folder = path.dirname(file);
  try {
    const firstMade = makeFolder(folder);
    unfinished.putSynced({ file, pieces, put: place });
    syncFolder(folder);
    syncAbove(folder, firstMade);
  } catch (error) {
    throw inWords(error, file);
  }
  unfinished.sweep(folder, isLeft);
}
