import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Disk, Journal } from '../app/ports.ts';
import { entryPath } from '../domain/entry.ts';
import { CoachError } from '../domain/errors.ts';
import { printEntry } from '../formats/entry-markdown.ts';

/**
 * The journal as a folder of Markdown files.
 *
 * @param configured - The folder was named by the person: then it is never made anew when it is gone.
 */
export function journalFolder(
  folder: string,
  disk: Disk,
  { configured }: { readonly configured: boolean },
): Journal {
  return {
    folder,
    has: (file) => existsSync(path.join(folder, file)),
    add(entry) {
      const file = entryPath(entry);
      checkFolder(folder, configured);
      disk.create(path.join(folder, file), printEntry(entry));
      return file;
    },
  };
}

/**
 * Refuses a journal folder that was named and is gone, or that is no folder.
 *
 * @returns Whether it is there. The platform's own folder may be missing until the first entry.
 * @throws CoachError saying which of these it is.
 */
export function checkFolder(folder: string, configured: boolean): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return true;
  if (found) {
    throw new CoachError(`the journal folder is a file: ${folder}`, {
      hint: 'Move that file away, or name another folder: coach config set journal FOLDER',
    });
  }
  if (configured) {
    throw new CoachError(`the journal folder is gone: ${folder}`, {
      hint: 'If it is on a disk that is not connected, connect it. To begin there anew, make the folder first.',
    });
  }
  return false;
}
