// Files that are read whole: regular ones of a bearable size, missing only where nothing is there.
import fs from 'node:fs';
import { shownText } from '../../domain/text/bytes.ts';
import { cannotRead } from '../../pages/machine/file-refusals.ts';
import { allOf, whileOpen } from './opened-file.ts';
import { codeOf, OddFile } from './system-errors.ts';

/** A pipe without a writer would be waited for. Windows knows no such flag. */
const AT_ONCE = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

/** More than anybody writes into one file of coach; in bytes. */
const LARGEST = 64 * 1024 * 1024;

/**
 * Reads a regular file.
 *
 * @returns Undefined where nothing is there.
 * @throws Error with a code, as the system gives it or as `refusalText` knows it: for a folder, a pipe, a device, a socket, a
 *   link that leads nowhere, a file that is too large, and whatever the system refused.
 */
export function readRegular(file: string): Buffer | undefined {
  try {
    return whileOpen(file, AT_ONCE, wholeOf);
  } catch (error) {
    if (codeOf(error) === 'ENXIO') throw new OddFile('socket');
    if (codeOf(error) !== 'ENOENT') throw error;
    if (isThere(file)) throw new OddFile('dangling');
    return undefined;
  }
}

/** The same; undefined also where the file cannot be read. */
export function readIfPossible(file: string): Buffer | undefined {
  try {
    return readRegular(file);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  }
}

/** The beginning of what is being read. */
const BEGINNING = Buffer.allocUnsafeSlow(2 ** 16);

/**
 * The same as text, as quick as can be where there are thousands: what is short is not asked what it is. A link that leads nowhere
 * counts as not there.
 */
export function readText(file: string): string | undefined {
  try {
    const handle = fs.openSync(file, AT_ONCE);
    try {
      const length = fs.readSync(handle, BEGINNING, 0, BEGINNING.length, 0);
      if (length === BEGINNING.length) return shownText(wholeOf(handle));
      const text = BEGINNING.toString('utf8', 0, length);
      // So begins what is UTF-16 and says so.
      return text.startsWith('\ufffd') ? shownText(BEGINNING.subarray(0, length)) : text;
    } finally {
      fs.closeSync(handle);
    }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function wholeOf(handle: number): Buffer {
  const found = fs.fstatSync(handle);
  if (!found.isFile()) throw new OddFile(oddityOf(found));
  if (found.size > LARGEST) throw new OddFile('EFBIG');
  return fs.readFileSync(handle);
}

/** As `readRegular`, and what stands in the way is said in words. @throws CoachError */
export function readOrRefuse(file: string): Buffer | undefined {
  return refusing(file, () => readRegular(file));
}

/**
 * Reads what somebody named to be read, which may be a pipe, such as a shell makes of `<(…)`.
 *
 * @throws CoachError where it is not there, is a folder or too large, or where the system refused.
 */
export function readToEnd(file: string): Buffer {
  return refusing(file, () =>
    whileOpen(file, 'r', (handle) => {
      if (fs.fstatSync(handle).isDirectory()) throw new OddFile('EISDIR');
      const bytes = allOf(handle, LARGEST);
      if (!bytes) throw new OddFile('EFBIG');
      return bytes;
    }),
  );
}

/** Whether anything has this name, a link that leads nowhere too. What cannot be looked at is an error, not absent. */
export function isThere(place: string): boolean {
  return seen(place) !== undefined;
}

/** Whether a link has this name, wherever it leads. */
export function isLink(place: string): boolean {
  return seen(place)?.isSymbolicLink() ?? false;
}

/** Whether two names are the same to the system, which may not tell large letters from small ones. */
export function isOneName(one: string, other: string): boolean {
  const [here, there] = [seen(one), seen(other)];
  return here !== undefined && here.nlink === 1 && here.dev === there?.dev && here.ino === there.ino;
}

/** What has this name, a link as the link that it is. @throws CoachError where it cannot be looked at. */
export function seen(place: string): fs.Stats | undefined {
  return refusing(place, () => {
    try {
      return fs.lstatSync(place, { throwIfNoEntry: false });
    } catch (error) {
      // A part of its path is a file.
      if (codeOf(error) === 'ENOTDIR') return undefined;
      throw error;
    }
  });
}

/** The names in a folder; none where it is not there. @throws CoachError where it cannot be read. */
export function namesIn(folder: string): readonly string[] {
  return refusing(folder, () => {
    try {
      return fs.readdirSync(folder);
    } catch (error) {
      if (codeOf(error) === 'ENOENT' && !isThere(folder)) return [];
      throw error;
    }
  });
}

/** What is not a regular file. */
export function oddityOf(found: fs.Stats): OddFile['code'] {
  if (found.isDirectory()) return 'EISDIR';
  if (found.isFIFO()) return 'pipe';
  return found.isSocket() ? 'socket' : 'device';
}

function refusing<Value>(file: string, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw cannotRead(file, codeOf(error), error);
  }
}
