// A file that is open for as long as something is done with it.

import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Opens a file or a folder, does something with it, and closes it again.
 *
 * @param flags - As `openSync` takes them.
 */
export function whileOpen<Value>(
  file: string,
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

/** The first bytes of a file, or all where there are not as many. */
export function headOf(file: string, length: number): Buffer {
  const head = Buffer.alloc(length);
  return head.subarray(
    0,
    whileOpen(file, 'r', (handle) => readSync(handle, head, 0, length, 0)),
  );
}
