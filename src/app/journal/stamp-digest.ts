// Marks and digests that tell changed files from others.
import type { FileStamp } from '../ports/journal-files.ts';

/**
 * File systems tell times to two seconds at the worst. A file that was touched that shortly before it was stamped may be
 * changed again and look the same; milliseconds.
 */
const COARSEST_TIME = 2000;

/**
 * A number that changes with a file, or null where the file was touched so shortly before that it may yet change and look the
 * same: then it has to be read again.
 *
 * @param takenAt - When the stamp was taken, in milliseconds since 1970.
 *
 * @example
 * markOf({ size: 5, mtimeMs: 1000, ctimeMs: 1000, ino: 7 }, 2000) //=> null
 */
export function markOf({ size, mtimeMs, ctimeMs, ino }: FileStamp, takenAt: number): number | null {
  if (Math.max(mtimeMs, ctimeMs) > takenAt - COARSEST_TIME) return null;
  const hash = new Hash();
  hash.add(size);
  hash.add(mtimeMs * PARTS_OF_A_MILLISECOND);
  hash.add(ctimeMs * PARTS_OF_A_MILLISECOND);
  hash.add(ino);
  return hash.value();
}

/** Finer than a number can tell of a time of this century. */
const PARTS_OF_A_MILLISECOND = 4096;

/**
 * One number for a folder's files, or null where one of them has to be read again in any case.
 *
 * @param names - In order.
 * @param marks - Of the files, in the same order.
 *
 * @example
 * digestOf(['a.md'], [null]) //=> null
 */
export function digestOf(names: readonly string[], marks: readonly (number | null)[]): number | null {
  const hash = new Hash();
  for (let at = 0; at < names.length; at++) {
    const mark = marks[at] ?? null;
    if (mark === null) return null;
    hash.add(mark);
    hash.addText(names[at] ?? '');
  }
  return hash.value();
}

/** Two hashes of 32 bits side by side (FNV-1a, the second with another prime), of which 53 bits make a number. */
class Hash {
  private one = 0x811c9dc5;
  private other = 0x9747b28c;

  /** A number of either sign below 2^84, its fraction aside. */
  add(number: number): void {
    const whole = Math.floor(Math.abs(number));
    const high = Math.floor(whole / 0x1_0000_0000);
    this.mix(whole - high * 0x1_0000_0000);
    this.mix(high);
  }

  addText(text: string): void {
    let [some, more] = [text.length, 0];
    for (let at = 0; at < text.length; at++) {
      some = Math.imul(some ^ text.charCodeAt(at), 0x01000193);
      more = (more << 5) ^ (more >>> 27) ^ some;
    }
    this.mix(some);
    this.mix(more);
  }

  value(): number {
    return (this.one >>> 0) * 0x20_0000 + (this.other >>> 11);
  }

  private mix(half: number): void {
    this.one = Math.imul(this.one ^ half, 0x01000193) ^ (this.one >>> 15);
    this.other = Math.imul(this.other ^ half, 0x85ebca6b) ^ (this.other >>> 13);
  }
}
