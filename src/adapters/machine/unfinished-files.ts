// Files on their way to their places: dot-files beside them, until they are whole and on disk.
import fs from 'node:fs';
import path from 'node:path';
import { isPassingName, readUnfinishedName, unfinishedName } from '../../domain/text/unfinished-name.ts';
import { lives } from './processes.ts';
import { isThere, oddityOf } from './regular-file.ts';
import { codeOf, OddFile } from './system-errors.ts';

/** The content of a file, piece by piece. */
export type Pieces = Iterable<string | Uint8Array>;

/** Gives what is written its name. */
type Put = (draft: string, file: string) => void;

/** The path of a file while it is written. */
function draftOf(file: string): string {
  return path.join(path.dirname(file), unfinishedName(path.basename(file), process.pid));
}

/** So many files are on their way at once. */
const AT_ONCE = 100;

/**
 * The same for many files. Those that are on their way are synced together: the first sync does most of the work of all. Where
 * one cannot be written, those before it are put in their places.
 */
export function putAllSynced(
  files: Iterable<{ readonly file: string; readonly pieces: Pieces }>,
  put: Put,
): void {
  let written: { readonly file: string; readonly draft: string; readonly handle: number }[] = [];
  const finish = (): void => {
    const those = written;
    written = [];
    try {
      syncAndClose(those.map(({ handle }) => handle));
      for (const { draft, file } of those) put(draft, file);
    } finally {
      for (const { draft } of those) fs.rmSync(draft, { force: true });
    }
  };
  try {
    for (const { file, pieces } of files) {
      const draft = draftOf(file);
      written.push({ file, draft, handle: writeDraft(draft, pieces) });
      if (written.length === AT_ONCE) finish();
    }
  } finally {
    finish();
  }
}

/** @returns The file, still open. */
function writeDraft(draft: string, pieces: Pieces): number {
  // Left behind by a process of the same number that was killed.
  fs.rmSync(draft, { force: true });
  const handle = fs.openSync(draft, 'wx', 0o600);
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      for (let at = 0; at < bytes.length;) at += fs.writeSync(handle, bytes, at);
    }
    return handle;
  } catch (error) {
    fs.closeSync(handle);
    fs.rmSync(draft, { force: true });
    throw error;
  }
}

function syncAndClose(handles: readonly number[]): void {
  try {
    for (const handle of handles) fs.fsyncSync(handle);
  } finally {
    for (const handle of handles) fs.closeSync(handle);
  }
}

/** The errors of file systems that know no links. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** Whether it means that the file system (FAT, some network drives) knows no links. */
export function isWithoutLinks(error: unknown): boolean {
  return NO_LINKS.includes(codeOf(error));
}

/** Linking fails rather than overwrites. */
export function linkOrRename(from: string, to: string): void {
  try {
    fs.linkSync(from, to);
  } catch (error) {
    if (!isWithoutLinks(error) || isThere(to)) throw error;
    fs.renameSync(from, to);
  }
}

/** Takes the place of a file. A device, a pipe or a folder of that name is somebody else's. */
export function replaceFile(from: string, to: string): void {
  const found = fs.lstatSync(to, { throwIfNoEntry: false });
  if (found && !found.isFile() && !found.isSymbolicLink()) throw new OddFile(oddityOf(found));
  fs.renameSync(from, to);
}

/** By this age, in milliseconds, nobody is at work on a dot-file any more, on this machine or on another. */
const LEFT_BEHIND = 3_600_000;

/** Whether a file in a folder of coach's own was left behind: it has a name that one may have while it is written. */
export function leftInJournal(file: string): boolean {
  return isPassingName(path.basename(file)) && isOld(file);
}

/**
 * Tells which files were left behind in a folder of the person's own: only what was to become these very files is surely
 * coach's. It is of no use to anybody once its process has ended, and it may hold a whole journal.
 */
export function leftByExport(files: ReadonlySet<string>): (file: string) => boolean {
  return (file) => {
    const found = readUnfinishedName(path.basename(file));
    return found !== undefined && files.has(found.name) && (!lives(found.writer) || isOld(file));
  };
}

function isOld(file: string): boolean {
  return Date.now() - fs.statSync(file).mtimeMs > LEFT_BEHIND;
}

/** Removes what processes left that were killed while they wrote: it may be all that somebody answered. */
export function sweep(folder: string, isLeft: (file: string) => boolean): void {
  try {
    const files = fs.readdirSync(folder).map((name) => path.join(folder, name));
    for (const leftover of files.filter(isLeft)) fs.rmSync(leftover, { force: true });
  } catch {
    // What was to be written is written. The next one sweeps again.
  }
}
