// Files that are taken away for ever, one by one or many at once.
import { unlinkSync } from 'node:fs';
import path from 'node:path';
import type { FileToRemove } from '../../app/ports/disk.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { locked } from './lock.ts';
import { isThere, readRegular } from './regular-file.ts';
import { syncFolder } from './synced-folders.ts';
import { codeOf, inWords } from './system-errors.ts';

/** As `Disk.remove`. */
export function remove(file: string, expected?: Uint8Array): boolean {
  const isGone = take({ file, expected });
  if (isGone) syncInWords(file);
  return isGone;
}

/** As `Disk.removeAll`. */
export function removeAll(files: readonly FileToRemove[], done: (index: number) => void): void {
  const gone: number[] = [];
  const refusals: unknown[] = [];
  for (const [index, file] of files.entries()) {
    try {
      if (take(file)) gone.push(index);
    } catch (error) {
      refusals.push(error);
      break;
    }
  }
  const folders = new Map(
    gone.map((index) => files[index]?.file ?? '').map((file) => [path.dirname(file), file]),
  );
  for (const file of folders.values()) syncInWords(file);
  gone.forEach(done);
  if (refusals.length > 0) throw refusals[0];
}

/** @returns False where it no longer holds what is expected, or is gone. The list of names is not on disk by then. */
function take({ file, expected }: FileToRemove): boolean {
  try {
    return locked(file, () => {
      if (expected !== undefined && !holds(file, expected)) return false;
      unlinkSync(file);
      return true;
    });
  } catch (error) {
    // Somebody else was quicker.
    if (codeOf(error) === 'ENOENT' && !isThere(file)) return false;
    throw inWords(error, file, 'delete');
  }
}

/** Whether a file holds these bytes. */
export function holds(file: string, expected: Uint8Array): boolean {
  const held = readRegular(file);
  return held !== undefined && sameBytes(held, expected);
}

function syncInWords(file: string): void {
  try {
    syncFolder(path.dirname(file));
  } catch (error) {
    throw inWords(error, file, 'delete');
  }
}
