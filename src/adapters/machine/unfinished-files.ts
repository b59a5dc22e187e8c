// Files on their way to their places: dot-files beside them, until they are whole and on disk.
import fs from 'node:fs';
import path from 'node:path';
import { isPassingName, readUnfinishedName, unfinishedName } from '../../domain/text/unfinished-name.ts';
import { lives } from './processes.ts';
import { isThere, oddityOf } from './regular-file.ts';
import { codeOf, inWords, OddFile } from './system-errors.ts';

/** The content of a file, piece by piece. */
export type Pieces = Iterable<string | Uint8Array>;

/** Gives what is written its name. */
type Put = (draft: string, file: string) => void;

/** The path of a file while it is written. */
function draftOf(file: string): string {
  return path.join(path.dirname(file), unfinishedName(path.basename(file), process.pid));
}

/** A file that is to be, and how it gets its name. */
export interface FileToPut {
  readonly file: string;
  readonly pieces: Pieces;
  readonly put: Put;
}

/** So many files are on their way at once. */
const AT_ONCE = 100;

/** A dot-file beside the file, written, synced and put in its place. */
export function putSynced(wanted: FileToPut): void {
  putSettled(wanted, (handle) => fs.fsyncSync(handle));
}

/** The same for what anybody who reads it can tell from a torn one, and can make anew: nobody waits until it is on disk. */
export function putUnsynced(wanted: FileToPut): void {
  putSettled(wanted, () => {});
}

function putSettled({ file, pieces, put }: FileToPut, settle: (handle: number) => void): void {
  const draft = draftOf(file);
  const handle = writeDraft(draft, pieces);
  try {
    try {
      settle(handle);
    } finally {
      fs.closeSync(handle);
    }
    put(draft, file);
  } finally {
    drop(draft);
  }
}

/**
 * The same for many files. Those that are on their way are synced at once, and get their names when all of them are on disk. Where
 * one cannot be written, those before it are put in their places; where one cannot be put there, the others are.
 *
 * @param atOnce - So many are held at once.
 * @throws What stands in the way of the first that fails, in words.
 */
export async function putAllSynced(
  files: Iterable<FileToPut> | AsyncIterable<FileToPut>,
  atOnce = AT_ONCE,
): Promise<void> {
  // Without what was written: it is large, and what is held for a while is given back late.
  let written: (Omit<FileToPut, 'pieces'> & { readonly draft: string; readonly handle: number })[] = [];
  const finish = async (): Promise<void> => {
    const those = written;
    written = [];
    const failures = await Promise.all(those.map(({ handle }) => syncAndClose(handle)));
    const refusals: unknown[] = [];
    for (const [at, { file, put, draft }] of those.entries()) {
      try {
        if (failures[at]) throw failures[at];
        put(draft, file);
      } catch (error) {
        refusals.push(inWords(error, file));
      } finally {
        drop(draft);
      }
    }
    if (refusals.length > 0) throw refusals[0];
  };
  try {
    for await (const { file, put, pieces } of files) {
      const draft = draftOf(file);
      try {
        written.push({ file, put, draft, handle: writeDraft(draft, pieces) });
      } catch (error) {
        throw inWords(error, file);
      }
      if (written.length === atOnce) await finish();
    }
  } finally {
    await finish();
  }
}

/** @returns The file, still open. */
function writeDraft(draft: string, pieces: Pieces): number {
  const handle = openDraft(draft);
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      for (let at = 0; at < bytes.length;) at += fs.writeSync(handle, bytes, at);
    }
    return handle;
  } catch (error) {
    fs.closeSync(handle);
    drop(draft);
    throw error;
  }
}

function openDraft(draft: string): number {
  try {
    return fs.openSync(draft, 'wx', 0o600);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    // Left behind by a process of the same number that was killed.
    drop(draft);
    return fs.openSync(draft, 'wx', 0o600);
  }
}

/** Takes away a draft that may be gone: Node's `rmSync` asks the system three times. */
function drop(draft: string): void {
  try {
    fs.unlinkSync(draft);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** @returns What failed, if anything did: the others are still at it. */
function syncAndClose(handle: number): Promise<Error | null> {
  return new Promise((resolve) => {
    fs.fsync(handle, (failure) => {
      fs.closeSync(handle);
      resolve(failure);
    });
  });
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
  return (file) => files.has(readUnfinishedName(path.basename(file))?.name ?? '') && leftByEnded(file);
}

/** Tells whether a file is one that a process wrote which has ended. */
export function leftByEnded(file: string): boolean {
  const found = readUnfinishedName(path.basename(file));
  return found !== undefined && (!lives(found.writer) || isOld(file));
}

function isOld(file: string): boolean {
  return Date.now() - fs.statSync(file).mtimeMs > LEFT_BEHIND;
}

/** Removes what processes left that were killed while they wrote: it may be all that somebody answered. */
export function sweep(folder: string, isLeft: (file: string) => boolean): void {
  try {
    // What is under way is hidden, and a folder may hold thousands of others.
    const hidden = fs.readdirSync(folder).filter((name) => name.startsWith('.'));
    const files = hidden.map((name) => path.join(folder, name));
    for (const leftover of files.filter(isLeft)) fs.rmSync(leftover, { force: true });
  } catch {
    // What was to be written is written. The next one sweeps again.
  }
}
