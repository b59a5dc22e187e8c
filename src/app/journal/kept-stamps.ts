// The stamps of files as an index keeps them, which tell changed files from others.
import type { FileStamp } from '../ports/journal-files.ts';

/**
 * File systems tell times to two seconds at the worst. A file that was touched that shortly before it was stamped may be
 * changed again and look the same; milliseconds.
 */
const COARSEST_TIME = 2000;

/** So many numbers are kept of each file. */
const NUMBERS = 4;

/**
 * Stamps one after the other. A file that is gone, or that was touched so shortly before that it may yet change and look the same, is
 * kept as one that is like no other, not even itself: it has to be read again.
 *
 * @param takenAt - When the stamps were taken, in milliseconds since 1970.
 *
 * @example
 * Array.from(keptStamps([{ size: 5, mtimeMs: 1000, ctimeMs: 1000, ino: 7 }], 9000)) //=> [5, 1000, 1000, 7]
 */
export function keptStamps(stamps: readonly (FileStamp | undefined)[], takenAt: number): Float64Array {
  const kept = unlikeStamps(stamps.length);
  stamps.forEach((stamp, at) => {
    keepStamp(kept, at, stamp, takenAt);
  });
  return kept;
}

/**
 * Stamps that are like no others.
 *
 * @param count - Of files.
 *
 * @example
 * Array.from(unlikeStamps(1)) //=> [NaN, NaN, NaN, NaN]
 */
export function unlikeStamps(count: number): Float64Array {
  return new Float64Array(count * NUMBERS).fill(NaN);
}

/**
 * Keeps the stamp of one file, as `keptStamps` does, in the place of one that is like no other.
 *
 * @example
 * keepStamp(unlikeStamps(1), 0, undefined, 9000) //=> undefined
 */
export function keepStamp(
  kept: Float64Array,
  at: number,
  stamp: FileStamp | undefined,
  takenAt: number,
): void {
  if (stamp === undefined) return;
  const { size, mtimeMs, ctimeMs, ino } = stamp;
  if (takenAt - Math.max(mtimeMs, ctimeMs) < COARSEST_TIME) return;
  const first = at * NUMBERS;
  kept[first] = size;
  kept[first + 1] = mtimeMs;
  kept[first + 2] = ctimeMs;
  kept[first + 3] = ino;
}

/**
 * Whether files are as they were, all of them or one.
 *
 * @example
 * const stamps = keptStamps([{ size: 5, mtimeMs: 1000, ctimeMs: 1000, ino: 7 }], 9000);
 * areSameStamps(stamps, stamps) //=> true
 */
export function areSameStamps(stamps: Float64Array, before: Float64Array): boolean {
  if (stamps.length !== before.length) return false;
  for (let at = 0; at < stamps.length; at++) if (stamps[at] !== before[at]) return false;
  return true;
}

/**
 * The stamp of one of some files.
 *
 * @example
 * Array.from(stampAt(Float64Array.of(5, 1, 1, 7, 6, 2, 2, 8), 1)) //=> [6, 2, 2, 8]
 */
export function stampAt(stamps: Float64Array, at: number): Float64Array {
  return stamps.subarray(at * NUMBERS, (at + 1) * NUMBERS);
}

/**
 * Whether a stamp is like no other.
 *
 * @example
 * isUnsettled(keptStamps([undefined], 9000)) //=> true
 */
export function isUnsettled(stamp: Float64Array): boolean {
  return Number.isNaN(stamp[0]);
}
