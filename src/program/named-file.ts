// Texts from outside that somebody named: files, and standard input.
import { readOrRefuse, readToEnd } from '../adapters/machine/regular-file.ts';
import { decodedText, likelyEncoding } from '../domain/text/bytes.ts';
import { inputNotUtf8 } from '../pages/machine/file-refusals.ts';

/** A file that was named on the command line. */
export function readNamed(file: string): string {
  return textIn(readToEnd(file), file);
}

/** A file that may be there or not. */
export function readIfThere(file: string): string | undefined {
  const bytes = readOrRefuse(file);
  return bytes && textIn(bytes, file);
}

/** Text in another encoding than UTF-8, or UTF-16 that says so, would come in with its letters replaced. */
export function textIn(bytes: Uint8Array, file: string): string {
  const text = decodedText(bytes);
  if (text === undefined) throw inputNotUtf8(file, likelyEncoding(bytes));
  return text.replace(/^\ufeff/, '');
}
