// Entries in clear: the file is the entry, byte for byte.
import { lstatSync, readdirSync } from 'node:fs';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import { readEntryName } from '../../domain/entry/entry.ts';
import type { FileMistakes } from '../../domain/text/errors.ts';
import { unreadableFile } from '../../pages/journal/journal-refusals.ts';
import { isLink, readText } from '../machine/regular-file.ts';
import { codeOf } from '../machine/system-errors.ts';

/** Reads and writes entries as they are. There is nothing to get ready. */
export const plainCodec: EntryCodec = {
  suffix: '.md',
  prepare: () => Promise.resolve(),
  text: textOf,
  open: (bytes) => Promise.resolve(bytes),
  seal: (bytes) => Promise.resolve(bytes),
};

function textOf(path: string, file: string): string | FileMistakes | undefined {
  try {
    return readText(file) ?? absentAt(path, file);
  } catch (error) {
    if (codeOf(error) === '') throw error;
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
