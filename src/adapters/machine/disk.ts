// The disk: files that are written whole or not at all, moved without overwriting, and deleted.
import { linkSync, lstatSync, readlinkSync, renameSync, statSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { locked } from './lock.ts';
import { createAll, exportAll, ledTo } from './many-files.ts';
import { isThere, readRegular } from './regular-file.ts';
import { makeFolder, syncAbove, syncFolder } from './synced-folders.ts';
import { codeOf, inWords } from './system-errors.ts';
import * as unfinished from './unfinished-files.ts';

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
  remove,
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

function holds(file: string, expected: Uint8Array): boolean {
  const held = readRegular(file);
  return held !== undefined && sameBytes(held, expected);
}

function whileLocked<Value>(file: string, act: () => Value): Value {
  try {
    makeFolder(path.dirname(file));
    return locked(file, act);
  } catch (error) {
    throw inWords(error, file);
  }
}

/** Linked to its new name, which fails rather than overwrites, and only then taken from the old one. */
function move(from: string, to: string): boolean {
  const folder = path.dirname(to);
  try {
    const firstMade = makeFolder(folder);
    return locked(from, () => {
      const isLinked = linkTo(from, to);
      if (isLinked === 'taken') return false;
      syncFolder(folder);
      syncAbove(folder, firstMade);
      if (isLinked === 'both') unlinkSync(from);
      syncFolder(path.dirname(from));
      return true;
    });
  } catch (error) {
    // Somebody else was quicker: it is not there any more.
    if (codeOf(error) === 'ENOENT' && !isThere(from)) return false;
    // Taking it away from where it was may be what is refused.
    const isThat = error instanceof Error && 'syscall' in error && error.syscall === 'unlink';
    throw isThat ? inWords(error, from, 'move') : inWords(error, to);
  }
}

/** @returns Where the file is now: in both places, or in its new one alone; or that the new one was taken. */
function linkTo(from: string, to: string): 'both' | 'moved' | 'taken' {
  // Linking a link may link what it leads to, as the system pleases.
  if (!lstatSync(from).isSymbolicLink()) {
    try {
      linkSync(from, to);
      return 'both';
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EEXIST') return 'taken';
      if (code === 'EXDEV') return copyTo(from, to);
      if (!unfinished.isWithoutLinks(error)) throw error;
    }
  }
  if (isThere(to)) return 'taken';
  const leads = linkFrom(from, to);
  if (leads === undefined) renameSync(from, to);
  else symlinkSync(leads, to);
  return leads === undefined ? 'moved' : 'both';
}

/** What a link says that leads from one folder into another by a path of its own, once it is moved; undefined for all else. */
function linkFrom(from: string, to: string): string | undefined {
  if (!lstatSync(from).isSymbolicLink()) return undefined;
  const said = readlinkSync(from);
  if (path.isAbsolute(said)) return undefined;
  return path.relative(path.dirname(to), path.resolve(path.dirname(from), said));
}

/** Where the new place is on another disk. */
function copyTo(from: string, to: string): 'both' | 'taken' {
  const bytes = readRegular(from);
  if (!bytes || isThere(to)) return 'taken';
  write(to, [bytes], unfinished.linkOrRename);
  return 'both';
}

function remove(file: string, expected?: Uint8Array): boolean {
  try {
    return locked(file, () => {
      if (expected !== undefined && !holds(file, expected)) return false;
      unlinkSync(file);
      syncFolder(path.dirname(file));
      return true;
    });
  } catch (error) {
    // Somebody else was quicker.
    if (codeOf(error) === 'ENOENT' && !isThere(file)) return false;
    throw inWords(error, file, 'delete');
  }
}

/**
 * A dot-file in the same folder, written, synced and put in its place; then the folder is synced, and those made for it.
 *
 * @param isLeft - Tells by its path what may be swept from the folder.
 */
function write(
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
