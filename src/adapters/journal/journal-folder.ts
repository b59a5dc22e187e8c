import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryFiles, Journal, ManyEntries } from '../../app/ports/journal.ts';
import { type Entry, entryPath } from '../../domain/entry/entry.ts';
import { CoachError, FileMistakes } from '../../domain/text/errors.ts';
import { printEntry } from '../../formats/entry/entry-markdown.ts';

/**
 * The journal as a folder of Markdown files.
 *
 * @param configured - The folder was named by the person: then it is never made anew when it is gone.
 */
export function journalFolder(
  folder: string,
  disk: Disk,
  { configured }: { readonly configured: boolean },
): Journal & ManyEntries & EntryFiles {
  const placeOf = (file: string): string => {
    checkFolder(folder, configured);
    return path.join(folder, file);
  };
  return {
    folder,
    has: (file) => existsSync(path.join(folder, file)),
    locate: (named) => locate(folder, named),
    bytes: (file) => bytesOf(folder, file),
    exchange: (file, expected, bytes) => disk.exchange(placeOf(file), expected, bytes),
    move: (from, to) => disk.move(placeOf(from), placeOf(to)),
    remove: (file, expected) => disk.remove(placeOf(file), expected),
    create(file, bytes) {
      const place = placeOf(file);
      try {
        disk.create(place, bytes);
        return true;
      } catch (error) {
        if (existsSync(place)) return false;
        throw error;
      }
    },
    add(entry) {
      const file = entryPath(entry);
      checkFolder(folder, configured);
      disk.create(path.join(folder, file), printEntry(entry));
      return file;
    },
    addAll(entries) {
      checkFolder(folder, configured);
      const files = entries.map((entry) => ({ place: path.parse(entryPath(entry)), entry }));
      let added = 0;
      for (const [below, those] of byFolder(files)) {
        added += disk.createAll(path.join(folder, below), printed(those));
      }
      return added;
    },
  };
}

/** The files of entries, printed one after the other. */
function* printed(
  files: readonly { readonly place: { readonly base: string }; readonly entry: Entry }[],
): Generator<{ readonly name: string; readonly text: string }> {
  for (const { place, entry } of files) yield { name: place.base, text: printEntry(entry) };
}

function byFolder<File extends { readonly place: { readonly dir: string } }>(
  files: readonly File[],
): ReadonlyMap<string, readonly File[]> {
  const folders = new Map<string, File[]>();
  for (const file of files) {
    const those = folders.get(file.place.dir);
    if (those) those.push(file);
    else folders.set(file.place.dir, [file]);
  }
  return folders;
}

function locate(folder: string, named: string): string | undefined {
  const below = path.isAbsolute(named) ? path.relative(folder, named) : path.normalize(named);
  const parts = below.split(path.sep);
  if (!below.endsWith('.md') || parts.some((part) => part === '' || part.startsWith('.'))) return undefined;
  const found = lstatSync(path.join(folder, below), { throwIfNoEntry: false });
  if (!found?.isFile() && !found?.isSymbolicLink()) return undefined;
  const above = path.dirname(below);
  const isOwn = realpathSync(path.join(folder, above)) === path.join(realpathSync(folder), above);
  return isOwn ? parts.join('/') : undefined;
}

function bytesOf(folder: string, file: string): Uint8Array | undefined {
  try {
    return readFileSync(path.join(folder, file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const code = String(error.code);
    if (code === 'ENOENT') return undefined;
    throw new FileMistakes(file, [{ line: 1, column: 1, message: `cannot be read (${code})` }]);
  }
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
    throw new CoachError(`the journal folder is not there: ${folder}`, {
      hint: 'If it is on a disk that is not connected, connect it. To begin there, make the folder first.',
    });
  }
  return false;
}
