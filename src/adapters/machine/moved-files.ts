// Files that are moved without overwriting anything, one by one or many at once.
import { linkSync, lstatSync, readlinkSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import type { FileToMove } from '../../app/ports/disk.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { locked } from './lock.ts';
import { isOneName, isThere, readRegular } from './regular-file.ts';
import { foldersAbove, makeFolder, syncAbove, syncFolder } from './synced-folders.ts';
import { codeOf, inWords } from './system-errors.ts';
import * as unfinished from './unfinished-files.ts';
import { write } from './whole-file.ts';

/** Linked to its new name, which fails rather than overwrites, and only then taken from the old one. */
export function move(from: string, to: string): boolean {
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
      if (code === 'EEXIST' && !isOneName(from, to)) return 'taken';
      if (code === 'EXDEV') return copyTo(from, to);
      if (code !== 'EEXIST' && !unfinished.isWithoutLinks(error)) throw error;
    }
  }
  if (isThere(to) && !isOneName(from, to)) return 'taken';
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

/** As `Disk.moveAll`: linked to their new names, these synced, and only then taken from the old ones. */
export function moveAll(files: readonly FileToMove[], done: (index: number) => void): void {
  const linked: number[] = [];
  const gone: number[] = [];
  const targets = new Set<string>();
  const refusals: unknown[] = [];
  for (const [index, { from, to }] of files.entries()) {
    try {
      const folder = path.dirname(to);
      for (const above of foldersAbove(folder, makeFolder(folder))) targets.add(above);
      targets.add(folder);
      const isLinked = linkTo(from, to);
      if (isLinked === 'moved') gone.push(index);
      if (isLinked === 'both') linked.push(index);
    } catch (error) {
      // Somebody else was quicker: it is not there any more.
      if (codeOf(error) === 'ENOENT' && !isThere(from)) continue;
      refusals.push(inWords(error, to));
      break;
    }
  }
  for (const folder of targets) syncFolder(folder);
  const sources = new Set<string>(gone.map((index) => path.dirname(files[index]?.from ?? '')));
  let hasFailed = false;
  for (const index of linked) {
    const file = files[index];
    if (!file) continue;
    if (hasFailed) letGo(file);
    else
      try {
        if (!isTakenFrom(file)) continue;
        sources.add(path.dirname(file.from));
        gone.push(index);
      } catch (error) {
        hasFailed = true;
        refusals.push(inWords(error, file.from, 'move'));
        letGo(file);
      }
  }
  for (const folder of sources) syncFolder(folder);
  gone.forEach(done);
  if (refusals.length > 0) throw refusals[0];
}

/** @returns False for a file that is another one by now, which stays: somebody has just put it there. */
function isTakenFrom(file: FileToMove): boolean {
  return locked(file.from, () => {
    if (!isThere(file.from)) return isThere(file.to);
    if (!areSame(file)) return false;
    unlinkSync(file.from);
    return true;
  });
}

/** Takes the new name away again from a file that keeps its old one. */
function letGo(file: FileToMove): void {
  try {
    if (isThere(file.from) && areSame(file)) unlinkSync(file.to);
  } catch {
    // It stands in both places, where it is found again.
  }
}

/** Whether both names are of one file, or, on two disks, of the same bytes. A link is made anew where it is moved. */
function areSame({ from, to }: FileToMove): boolean {
  const [here, there] = [lstatSync(from), lstatSync(to)];
  if (here.isSymbolicLink() || there.isSymbolicLink()) return here.isSymbolicLink() && there.isSymbolicLink();
  if (here.dev === there.dev) return here.ino === there.ino;
  const [one, other] = [readRegular(from), readRegular(to)];
  return one !== undefined && other !== undefined && sameBytes(one, other);
}
