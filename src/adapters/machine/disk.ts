import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import type { Disk, FileToExport } from '../../app/ports/disk.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { CoachError } from '../../domain/text/errors.ts';
import {
  isDraftOf,
  isOurDraft,
  isWithoutLinks,
  linkOrRename,
  putAllSynced,
  putSynced,
  writerOf,
} from './unfinished-files.ts';
import { locked } from './lock.ts';
import { lives } from './processes.ts';

/** Files of this machine. Known packages for atomic writing sync the file but not its folder, so this is our own. */
export const disk: Disk = {
  create: (file, text) => write(file, [text], linkOrRename),
  createAll,
  replace: (file, text) => write(file, [text], renameSync),
  exchange,
  export: (file, pieces, over) => {
    const place = over && existsSync(file) ? realpathSync(file) : file;
    write(place, pieces, over ? renameSync : linkOrRename, leftByExport(new Set([path.basename(place)])));
  },
  exportAll,
  move,
  remove,
};

function createAll(
  folder: string,
  files: Iterable<{ readonly name: string; readonly content: string | Uint8Array }>,
): number {
  let place = folder;
  let made = 0;
  const wanted = function* wanted() {
    for (const { name, content } of files) {
      place = path.join(folder, name);
      if (!existsSync(place)) yield { file: place, pieces: [content] };
    }
  };
  try {
    const firstMade = makeFolder(folder);
    try {
      putAllSynced(wanted(), (draft, file) => {
        if (isLinked(draft, file)) made++;
      });
    } finally {
      syncFolder(folder);
      if (firstMade !== undefined) syncAbove(folder, firstMade);
    }
    sweep(folder, leftInJournal);
    return made;
  } catch (error) {
    throw inWords(error, place);
  }
}

/** @returns False where the name is taken. */
function isLinked(from: string, to: string): boolean {
  try {
    linkOrRename(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function exportAll(folder: string, files: Iterable<FileToExport>, over: boolean): void {
  let place = folder;
  let firstMade: string | undefined;
  const written = new Set<string>();
  const names = new Map<string, Set<string>>();
  const wanted = function* wanted() {
    for (const { name, bytes } of files) {
      const file = path.join(folder, name);
      // What a link leads to is written, and the link stays.
      place = over && existsSync(file) ? realpathSync(file) : file;
      const below = path.dirname(place);
      names.set(below, (names.get(below) ?? new Set()).add(path.basename(place)));
      if (!bytes) continue;
      firstMade ??= makeFolder(folder);
      written.add(below);
      yield { file: place, pieces: [bytes] };
    }
  };
  try {
    try {
      putAllSynced(wanted(), over ? renameSync : linkOrRename);
    } finally {
      for (const one of written) syncFolder(one);
      if (firstMade !== undefined) syncAbove(folder, firstMade);
    }
  } catch (error) {
    throw inWords(error, place);
  }
  for (const [below, those] of names) sweep(below, leftByExport(those));
}

function exchange(file: string, expected: Uint8Array, bytes: Uint8Array): boolean {
  if (!existsSync(file)) return false;
  let isDone = false;
  // What a link leads to is written, and the link stays.
  write(realpathSync(file), [bytes], (draft, place) => {
    locked(place, () => {
      isDone = holds(place, expected);
      if (isDone) renameSync(draft, place);
    });
  });
  return isDone;
}

function holds(file: string, expected: Uint8Array): boolean {
  try {
    return sameBytes(readFileSync(file), expected);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw error;
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
      if (firstMade !== undefined) syncAbove(folder, firstMade);
      if (isLinked === 'both') unlinkSync(from);
      syncFolder(path.dirname(from));
      return true;
    });
  } catch (error) {
    throw inWords(error, to);
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
      if (!isWithoutLinks(error)) throw error;
    }
  }
  if (lstatSync(to, { throwIfNoEntry: false })) return 'taken';
  renameSync(from, to);
  return 'moved';
}

/** Where the new place is on another disk. */
function copyTo(from: string, to: string): 'both' | 'taken' {
  if (existsSync(to)) return 'taken';
  write(to, [readFileSync(from)], linkOrRename);
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
    throw inWords(error, file, 'delete');
  }
}

type Pieces = Iterable<string | Uint8Array>;

/**
 * A dot-file in the same folder, written, synced and put in its place; then the folder is synced, and those made for it.
 *
 * @param isLeft - Tells by its path what may be swept from the folder.
 */
function write(
  file: string,
  pieces: Pieces,
  place: (from: string, to: string) => void,
  isLeft = leftInJournal,
): void {
  const folder = path.dirname(file);
  try {
    const firstMade = makeFolder(folder);
    putSynced(file, pieces, place);
    syncFolder(folder);
    if (firstMade !== undefined) syncAbove(folder, firstMade);
  } catch (error) {
    throw inWords(error, file);
  }
  sweep(folder, isLeft);
}

/**
 * Makes a folder and those above it that are missing. Node's own way takes a disk that can only be read for a missing folder.
 *
 * @returns The uppermost one that was made.
 */
function makeFolder(folder: string): string | undefined {
  const above = path.dirname(folder);
  if (above === folder || existsSync(folder)) return undefined;
  const firstMade = makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return firstMade ?? folder;
}

/** Folders that were made are names in the folders above them. */
function syncAbove(folder: string, firstMade: string): void {
  for (let made = folder; made.length >= firstMade.length; made = path.dirname(made))
    syncFolder(path.dirname(made));
}

/** By this age, in milliseconds, nobody is at work on a dot-file any more, on this machine or on another. */
const LEFT_BEHIND = 3_600_000;

function leftInJournal(file: string): boolean {
  return isOurDraft(path.basename(file)) && isOld(file);
}

/**
 * In a folder of the person's own, only what was to become these very files is surely coach's. It is of no use to anybody once
 * its process has ended, and it may hold a whole journal.
 */
function leftByExport(files: ReadonlySet<string>): (file: string) => boolean {
  const isDraft = isDraftOf(files);
  return (file) => isDraft(path.basename(file)) && (!lives(writerOf(file)) || isOld(file));
}

function isOld(file: string): boolean {
  return Date.now() - statSync(file).mtimeMs > LEFT_BEHIND;
}

/** Removes what processes left that were killed while they wrote: it may be all that somebody answered. */
function sweep(folder: string, isLeft: (file: string) => boolean): void {
  try {
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    for (const leftover of files.filter(isLeft)) rmSync(leftover, { force: true });
  } catch {
    // What was to be written is written. The next one sweeps again.
  }
}

/** Makes a folder's list of names durable, where the platform can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, 'r');
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    // Windows cannot open a folder, and some network drives cannot sync one; the file itself is synced.
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error)))
      throw error;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'files may not be that large there',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk can only be read',
  EEXIST: 'a file of that name is there already',
  ENOTDIR: 'a part of its path is a file',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports a fault',
  ENOENT: 'its folder is not there',
};

function inWords(error: unknown, file: string, act = 'write'): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  const code = codeOf(error);
  return new CoachError(`cannot ${act} ${file}: ${REASONS[code] ?? `the system refused (${code})`}`, {
    hint: 'Nothing was half written. Mend that and try again.',
    cause: error,
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
