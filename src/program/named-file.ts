// Texts from outside that somebody named: files, and standard input.
import { readFileSync, statSync } from 'node:fs';
import { fileIsFolder, inputNotUtf8 } from '../pages/machine/file-refusals.ts';

/** A file that was named on the command line. A folder can be opened like a file, and only reading tells. */
export function readNamed(file: string): string {
  if (statSync(file).isDirectory()) throw fileIsFolder(file);
  return utf8(readFileSync(file), file);
}

/** Text that is not UTF-8 would come in with its letters replaced. */
export function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw inputNotUtf8(file);
  }
}
