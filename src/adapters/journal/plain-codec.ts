// Entries in clear: the file is the entry, byte for byte.
import { lstatSync, readdirSync } from 'node:fs';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import { readEntryName } from '../../domain/entry/entry.ts';
import type { FileMistakes } from '../../domain/text/errors.ts';
import { unreadableFile } from '../../pages/journal/journal-refusals.ts';
import { isLink, readRegular, readText } from '../machine/regular-file.ts';
import { codeOf } from '../machine/system-errors.ts';

/** Reads and writes entries as they are. There is nothing to get ready. */
export const plainCodec: EntryCodec = {
  places: (path) => [path],
  placeFor: (path) => path,
  nameOf: (file) => (file.endsWith('.md') ? file : undefined),
  pathOf: (path) => path,
  prepare: () => Promise.resolve(),
  text: textOf,
  open: (bytes) => Promise.resolve(bytes),
  seal: (bytes) => Promise.resolve(bytes),
};

/** The text of a file as it lies. As `EntryCodec.text` in all else. */
export function textOf(path: string, file: string): string | FileMistakes | undefined {
  return readAs(path, file, readText);
}

/** The bytes of a file as it lies, or why they cannot be read; undefined where it is gone. */
export function bytesOrRefusal(path: string, file: string): Uint8Array | FileMistakes | undefined {
  return readAs(path, file, readRegular);
}

function readAs<Value>(
  path: string,
  file: string,
  read: (file: string) => Value | undefined,
): Value | FileMistakes | undefined {
  try {
    return read(file) ?? absentAt(path, file);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    if (codeOf(error) === 'dangling') return absentAt(path, file);
    return unreadableFile(path, oddityAt(file, codeOf(error)));
  }
}

/** Why nothing is read under a name that was listed; undefined where it went away. */
function absentAt(path: string, file: string): FileMistakes | undefined {
  if (isMisnamed(path)) return unreadableFile(path, 'name');
  const isNamed = readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
  return isNamed && isLink(file) ? unreadableFile(path, 'dangling') : undefined;
}

/** What is in the way, where the code of the system does not tell all. */
function oddityAt(file: string, code: string): string {
  if (code !== 'EISDIR') return code;
  if (lstatSync(file).isSymbolicLink()) return 'folder-link';
  try {
    readdirSync(file);
    return code;
  } catch (error) {
    return codeOf(error);
  }
}

/** Whether a name holds bytes that are no text: then nothing is found under what was made of them. */
function isMisnamed(path: string): boolean {
  return path.includes('\ufffd');
}
