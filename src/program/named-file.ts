// Texts from outside that somebody named: files, and standard input.
import { readFileSync, statSync } from 'node:fs';
import { decodedText, likelyEncoding } from '../domain/text/bytes.ts';
import { fileIsFolder, inputNotUtf8 } from '../pages/machine/file-refusals.ts';

/** A file that was named on the command line. A folder can be opened like a file, and only reading tells. */
export function readNamed(file: string): string {
  if (statSync(file).isDirectory()) throw fileIsFolder(file);
  return textIn(readFileSync(file), file);
}

/** Text in another encoding than UTF-8, or UTF-16 that says so, would come in with its letters replaced. */
export function textIn(bytes: Uint8Array, file: string): string {
  const text = decodedText(bytes);
  if (text === undefined) throw inputNotUtf8(file, likelyEncoding(bytes));
  return text.replace(/^\ufeff/, '');
}
