// Texts from outside that somebody named: files, and standard input.
import { readOrRefuse, readToEnd } from '../adapters/machine/regular-file.ts';
import { inputNotUtf8 } from '../pages/machine/file-refusals.ts';

/** A file that was named on the command line. */
export function readNamed(file: string): string {
  return utf8(readToEnd(file), file);
}

/** A file that may be there or not. */
export function readIfThere(file: string): string | undefined {
  const bytes = readOrRefuse(file);
  return bytes && utf8(bytes, file);
}

/** Text that is not UTF-8 would come in with its letters replaced. */
export function utf8(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw inputNotUtf8(file);
  }
}
