// Entries in clear: the file is the entry, byte for byte.
import { readFileSync } from 'node:fs';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import { shownText } from '../../domain/text/bytes.ts';
import type { FileMistakes } from '../../domain/text/errors.ts';
import { unreadableFile } from '../../pages/journal/journal-refusals.ts';

/** Reads and writes entries as they are. There is nothing to get ready. */
export const plainCodec: EntryCodec = {
  suffix: '.md',
  prepare: () => Promise.resolve(),
  text: readText,
  open: (bytes) => Promise.resolve(bytes),
  seal: (bytes) => Promise.resolve(bytes),
};

/** One object for all files: where Node 20 is given `'utf8'`, it makes one anew for each, a sixth of the time of reading. */
const UTF8 = { encoding: 'utf8', flag: 'r' } as const;

function readText(path: string, file: string): string | FileMistakes | undefined {
  try {
    const text = readFileSync(file, UTF8);
    // So begins what is UTF-16 and says so.
    return text.startsWith('\ufffd') ? shownText(readFileSync(file)) : text;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return error.code === 'ENOENT' ? undefined : unreadableFile(path, String(error.code));
  }
}
