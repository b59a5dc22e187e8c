// Files that are believed only as coach has written them.
import fs from 'node:fs';
import type { Reused } from '../../app/index/segment.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { codeOf } from '../machine/system-errors.ts';
import { replaceFile } from '../machine/unfinished-files.ts';

/** The time of change that files of an index are given. Seconds since 1970. */
const MARK = Date.UTC(2001, 0, 1) / 1000;

/** Gives what is written its mark, and its name. */
export function putMarked(draft: string, file: string): void {
  fs.utimesSync(draft, MARK, MARK);
  replaceFile(draft, file);
}

/** The beginning of a file, and more of it that may be wanted later. */
export interface BegunFile {
  readonly bytes: Uint8Array;
  /** Of the whole file, in bytes. */
  readonly size: number;
  /** Some of the rest. @returns Undefined where it cannot be read any more, or another file is in the place of this one. */
  more(from: number, length: number): Uint8Array | undefined;
}

/**
 * The beginning of a file, of which more may be wanted later.
 *
 * @param opening - So many bytes tell how much is wanted.
 * @param lengthOf - How much that is, of those bytes and the size of the file.
 * @returns Undefined where it cannot be read, or is not as coach has written it.
 */
export function readMarkedBeginning(
  file: string,
  opening: number,
  lengthOf: (opening: Uint8Array, size: number) => number,
): BegunFile | undefined {
  return reading(file, (handle, found) => {
    const { size } = found;
    const first = bytesAt(handle, { from: 0, length: Math.min(opening, size) });
    const length = first && Math.min(lengthOf(first, size), size);
    const bytes = length === undefined ? undefined : bytesAt(handle, { from: 0, length });
    if (!bytes) return undefined;
    const more: BegunFile['more'] = (from, wanted) =>
      reading(file, (again, now) =>
        isSame(now, found) ? bytesAt(again, { from, length: wanted }) : undefined,
      );
    return { bytes, size, more };
  });
}

function isSame(now: fs.Stats, before: fs.Stats): boolean {
  return now.ino === before.ino && now.ctimeMs === before.ctimeMs && now.size === before.size;
}

/** The part of a file that is wanted, in bytes, and what is known of the whole. */
export interface WantedPart {
  readonly from: number;
  readonly length: number;
  readonly opening: Uint8Array;
  readonly size: number;
}

/**
 * A part of a file.
 *
 * @param into - Room for it.
 * @returns Undefined also where the file begins otherwise, or is longer or shorter.
 */
export function readMarkedPart(file: string, part: WantedPart, into?: Reused): Uint8Array | undefined {
  const { opening, size } = part;
  return reading(file, (handle, found) => {
    const begins = found.size === size ? bytesAt(handle, { from: 0, length: opening.length }) : undefined;
    return begins && sameBytes(begins, opening) ? bytesAt(handle, part, into) : undefined;
  });
}

function reading<Value>(
  file: string,
  act: (handle: number, found: fs.Stats) => Value | undefined,
): Value | undefined {
  let handle: number | undefined;
  try {
    // A pipe would be waited for.
    handle = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    const found = fs.fstatSync(handle);
    return found.mtimeMs === MARK * 1000 ? act(handle, found) : undefined;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}

/** Undefined where there are not as many. */
function bytesAt(
  handle: number,
  { from, length }: Pick<WantedPart, 'from' | 'length'>,
  into?: Reused,
): Uint8Array | undefined {
  const bytes = into ? roomIn(into, length) : new Uint8Array(length);
  let held = 0;
  while (held < length) {
    const more = fs.readSync(handle, bytes, held, length - held, from + held);
    if (more === 0) return undefined;
    held += more;
  }
  return bytes;
}

function roomIn(into: Reused, length: number): Uint8Array {
  // What is held outside the heap is given back late.
  if (into.bytes.length < length) into.bytes = new Uint8Array(2 * length);
  return into.bytes.subarray(0, length);
}
