// The disk: files that are written whole or not at all, moved without overwriting, and deleted.
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import { locked } from './lock.ts';
import { createAll, exportAll, ledTo } from './many-files.ts';
import { move, moveAll } from './moved-files.ts';
import { holds, remove, removeAll } from './removed-files.ts';
import { makeFolder } from './synced-folders.ts';
import { inWords } from './system-errors.ts';
import * as unfinished from './unfinished-files.ts';
import { write } from './whole-file.ts';

/** The files of this machine. Known packages for atomic writing sync the file but not its folder, so this is our own. */
export const disk: Disk = {
  create: (file, text) => write(file, [text], unfinished.linkOrRename),
  createAll,
  replace: (file, text) => write(file, [text], unfinished.replaceFile),
  exchange,
  export: (file, pieces, over) => {
    const place = over ? ledTo(file) : file;
    write(
      place,
      pieces,
      over ? unfinished.replaceFile : unfinished.linkOrRename,
      unfinished.leftByExport(new Set([path.basename(place)])),
    );
  },
  exportAll,
  move,
  moveAll,
  remove,
  removeAll,
  whileLocked,
};

/** Puts in its place what is made anew where it is torn or gone. @throws CoachError where it cannot be written. */
export function replaceUnsynced(file: string, pieces: unfinished.Pieces): void {
  const folder = path.dirname(file);
  try {
    makeFolder(folder);
    unfinished.putUnsynced({ file, pieces, put: unfinished.replaceFile });
  } catch (error) {
    throw inWords(error, file);
  }
  unfinished.sweep(folder, unfinished.leftInJournal);
}

function exchange(file: string, expected: Uint8Array, bytes: Uint8Array): boolean {
  let isDone = false;
  try {
    if (!statSync(file, { throwIfNoEntry: false })) return false;
    // What a link leads to is written, and the link stays.
    write(ledTo(file), [bytes], (draft, place) => {
      locked(place, () => {
        isDone = holds(place, expected);
        if (isDone) unfinished.replaceFile(draft, place);
      });
    });
  } catch (error) {
    throw inWords(error, file);
  }
  return isDone;
}

function whileLocked<Value>(file: string, act: () => Value): Value {
  try {
    makeFolder(path.dirname(file));
    return locked(file, act);
  } catch (error) {
    throw inWords(error, file);
  }
}
