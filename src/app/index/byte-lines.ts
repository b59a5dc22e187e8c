// Lines of bytes by their places.

/** Lines by their places. */
export type Lines = (at: number) => Uint8Array;

const LINE_FEED = 10;

/**
 * Finds lines in some bytes, none further than it is asked for.
 *
 * @param between - What separates them.
 *
 * @example
 * linesOf(bytesOf('a\nb'))(1) //=> bytesOf('b')
 */
export function linesOf(bytes: Uint8Array, between = LINE_FEED): Lines {
  const starts = [0];
  return (at) => {
    while (starts.length < at + 2) {
      const end = bytes.indexOf(between, starts.at(-1));
      starts.push(end < 0 ? bytes.length + 1 : end + 1);
    }
    return bytes.subarray(starts[at], (starts[at + 1] ?? 1) - 1);
  };
}
