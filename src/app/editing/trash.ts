// The trash: entries moved there and back, and taken away for ever.
import { sameBytes } from '../../domain/text/bytes.ts';
import { type Entry, numberedName, readEntryName, TRASH } from '../../domain/entry/entry.ts';
import { CoachError } from '../../domain/text/errors.ts';
import type { EntryFiles } from '../ports/journal.ts';

/** A file of the journal or of its trash that was chosen, and what it says, where that could be understood. */
export interface ChosenFile {
  readonly path: string;
  readonly entry: Entry | undefined;
  /** Where other files hold the same bytes: they are the same entry. */
  readonly twins?: readonly string[];
}

/** A file that was moved: where it is now, and where it was to be. */
export interface Moved {
  readonly file: ChosenFile;
  readonly path: string;
  readonly wanted: string;
}

/**
 * Where a file goes when it is deleted: it keeps its path, below the trash.
 *
 * @example
 * trashPath('2026/11/shopping.md') //=> 'trash/2026/11/shopping.md'
 */
export function trashPath(path: string): string {
  return `${TRASH}/${path}`;
}

/**
 * Where a file in the trash stood. A number in brackets behind a name that coach gives is one that was needed in the trash.
 *
 * @example
 * homePath('trash/2026/11/2026-11-22-091405-note-k3x8m2p9qa (1).md')
 * //=> '2026/11/2026-11-22-091405-note-k3x8m2p9qa.md'
 */
export function homePath(path: string): string {
  const home = path.slice(TRASH.length + 1);
  const plain = home.replace(/ \(\d+\)\.md$/, '.md');
  return readEntryName(plain.slice(plain.lastIndexOf('/') + 1)) ? plain : home;
}

/**
 * Moves files one by one, each with those that hold the same bytes. Where a name is taken by other bytes, a number in
 * brackets makes another; where the same bytes are there already, they are the file.
 *
 * @param wanted - Where a file is to go.
 * @param done - Called for each that is moved. What was moved stays so when a later one cannot be.
 *
 * @example
 * const moved = [];
 * await moveFiles([{ path: 'a.md' }], trashPath, journalOf({ 'a.md': 'A' }), ({ path }) => moved.push(path));
 * moved //=> ['trash/a.md']
 */
export async function moveFiles(
  chosen: readonly ChosenFile[],
  wanted: (path: string) => string,
  files: EntryFiles,
  done: (moved: Moved) => void,
): Promise<void> {
  for (const file of chosen) {
    const path = await moveFile(file.path, wanted(file.path), files);
    for (const twin of await twinsOf(file, path, files)) await moveFile(twin, wanted(twin), files);
    if (path !== undefined) done({ file, path, wanted: wanted(file.path) });
  }
}

/** @returns Where it is now; undefined where it had gone away. */
async function moveFile(from: string, wanted: string, files: EntryFiles): Promise<string | undefined> {
  for (let number = 0; ;) {
    const bytes = await files.bytes(from);
    if (bytes === undefined) return undefined;
    const to = numberedName(wanted, number);
    if (!files.has(to)) {
      if (files.move(from, to)) return to;
      // A link that leads nowhere takes the name, too.
      if (!files.has(to)) number++;
    } else if (await holdsSame(to, bytes, files)) {
      // It may have been changed since; then it is another file.
      if (await files.remove(from, bytes)) return to;
    } else number++;
  }
}

async function holdsSame(path: string, bytes: Uint8Array, files: EntryFiles): Promise<boolean> {
  try {
    const there = await files.bytes(path);
    return there !== undefined && sameBytes(there, bytes);
  } catch (error) {
    // A folder of that name, or a file that may not be read.
    if (error instanceof CoachError) return false;
    throw error;
  }
}

/** Those of the other files that hold the same bytes as the one at a path, down to the last. */
async function twinsOf(
  { twins = [] }: ChosenFile,
  path: string | undefined,
  files: EntryFiles,
): Promise<readonly string[]> {
  const bytes = path === undefined || twins.length === 0 ? undefined : await files.bytes(path);
  if (bytes === undefined) return [];
  const same: string[] = [];
  for (const twin of twins) if (await holdsSame(twin, bytes, files)) same.push(twin);
  return same;
}

/**
 * Takes files away for ever, each with those that hold the same bytes.
 *
 * @param done - Called for each, and for a link with the place of the text that stays where it led.
 *
 * @example
 * const removed = [];
 * await removeFiles([{ path: 'a.md' }], journalOf({ 'a.md': 'A' }), ({ path }) => removed.push(path));
 * removed //=> ['a.md']
 */
export async function removeFiles(
  chosen: readonly ChosenFile[],
  files: EntryFiles,
  done: (file: ChosenFile, stays: string | undefined) => void,
): Promise<void> {
  for (const file of chosen) {
    const twins = await twinsOf(file, file.path, files);
    // What it leads to may go with it, as one of its twins.
    for (const twin of twins) await files.remove(twin);
    const stays = files.leadsTo(file.path);
    if (await files.remove(file.path)) done(file, stays);
  }
}
