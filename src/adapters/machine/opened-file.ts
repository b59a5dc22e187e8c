// A file that is open for as long as something is done with it.

import { closeSync, openSync, type PathLike, readSync } from 'node:fs';

/**
 * Opens a file or a folder, does something with it, and closes it again.
 *
 * @param flags - As `openSync` takes them.
 */
export function whileOpen<Value>(
  file: PathLike,
  flags: string | number,
  act: (handle: number) => Value,
): Value {
  const handle = openSync(file, flags);
  try {
    return act(handle);
  } finally {
    closeSync(handle);
  }
}

/** So much is read at once of what does not tell its size; in bytes. */
const PIECE = 2 ** 16;

/**
 * All that comes from an open file, a pipe or a terminal.
 *
 * @param largest - In bytes.
 * @returns Undefined where more comes than that.
 */
export function allOf(handle: number, largest: number): Buffer | undefined {
  const piece = Buffer.alloc(PIECE);
  const pieces: Buffer[] = [];
  let held = 0;
  for (let length = readSync(handle, piece); length > 0; length = readSync(handle, piece)) {
    held += length;
    if (held > largest) return undefined;
    pieces.push(Buffer.from(piece.subarray(0, length)));
  }
  return Buffer.concat(pieces);
}

/** The first bytes of a file, or all where there are not as many. */
export function headOf(file: PathLike, length: number): Buffer {
  const head = Buffer.alloc(length);
  return head.subarray(
    0,
    whileOpen(file, 'r', (handle) => readSync(handle, head, 0, length, 0)),
  );
}
