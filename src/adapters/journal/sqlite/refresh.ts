// An index brought up to what the files are now.
import { type FolderText, folderTexts } from '../../../app/journal/folder-texts.ts';
import { areSameStamps, isUnsettled, keptStamps, stampAt } from '../../../app/journal/kept-stamps.ts';
import { parseEntryFile } from '../../../app/journal/parse-entry-file.ts';
import { unreadLine } from '../../../app/journal/unread-line.ts';
import type { JournalFiles, ListedFolder } from '../../../app/ports/journal-files.ts';
import type { Progress } from '../../../app/ports/terminal.ts';
import { pathIn, readEntryName } from '../../../domain/entry/entry.ts';
import { FileMistakes } from '../../../domain/text/errors.ts';
import { type Database, rollBack } from './database.ts';
import {
  areSameNames,
  type FolderWriter,
  folderWriter,
  type KnownFolder,
  knownFolder,
  knownFolders,
  lineReader,
} from './folders.ts';
import { type KeptFile, NOTHING_KEPT, type RowWriter, rowWriter, UNREAD } from './rows.ts';

/** A folder that is not as the index has it. */
interface Differing extends ListedFolder {
  /** Of its files. */
  readonly stamps: Float64Array;
}

/** What somebody needs of the files: all that they say, or only their words, to look for some of them. */
export type Need = 'all' | 'words';

/** So many files are understood at once, whatever is needed of them. */
export const FEW = 100;

/**
 * Brings the index up to what the journal's files are now. Only files that changed are read. Where only their words are needed, many
 * of them are not understood before somebody needs more.
 *
 * @returns Whether anything was written.
 */
export async function refresh(
  database: Database,
  files: JournalFiles,
  progress: Progress,
  { need, few }: { readonly need: Need; readonly few: number },
): Promise<boolean> {
  const { differing, gone } = compare(knownFolders(database), files, need);
  if (differing.length === 0 && gone.length === 0) return false;
  const total = differing.reduce((sum, { names }) => sum + names.length, 0);
  const given = total > few ? need : 'all';
  database.exec('BEGIN IMMEDIATE');
  try {
    const rows = rowWriter(database);
    const folders = folderWriter(database);
    let isChanged = false;
    let done = 0;
    const count = (): void => progress(++done, total);
    // The oldest first: SQLite is quickest where each new row comes after the last one.
    for (const now of differing.toReversed())
      isChanged =
        (await writeFolder(now, { database, files, rows, folders, need: given, count })) || isChanged;
    for (const path of gone) {
      const before = knownFolder(database, path);
      for (const [name, kept] of filesOf(before, '')) rows.remove(kept, pathIn(path, name));
      if (before) folders.remove(path);
      isChanged ||= before !== undefined;
    }
    isChanged ||= rows.isChanged();
    rows.finish();
    database.exec(isChanged ? 'COMMIT' : 'ROLLBACK');
    return isChanged;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

function compare(
  known: ReadonlyMap<string, KnownFolder>,
  files: JournalFiles,
  need: Need,
): { readonly differing: readonly Differing[]; readonly gone: readonly string[] } {
  const differing: Differing[] = [];
  const gone = new Set(known.keys());
  for (const listed of files.folders((path) => known.get(path))) {
    const { takenAt, stamps } = files.stamps(listed.path, listed.names);
    const now = { ...listed, stamps: keptStamps(stamps, takenAt) };
    gone.delete(listed.path);
    if (!isAsBefore(now, known.get(listed.path), need)) differing.push(now);
  }
  return { differing, gone: [...gone] };
}

/** Whether nothing changed in a folder, nor anything that makes the next look at it quicker. */
function isAsBefore(now: Differing, before: KnownFolder | undefined, need: Need): boolean {
  return (
    before !== undefined &&
    (need === 'words' || !before.rows.includes(UNREAD)) &&
    areSameStamps(now.stamps, before.stamps) &&
    (isUnsettled(now.stamp) || areSameStamps(now.stamp, before.stamp)) &&
    areSameNames(now.names, before.names) &&
    areSameNames(now.folders, before.folders)
  );
}

/** What a folder is written with. */
interface Writing {
  readonly database: Database;
  readonly files: JournalFiles;
  readonly rows: RowWriter;
  readonly folders: FolderWriter;
  readonly need: Need;
  /** Called for each file. */
  count(): void;
}

/** @returns Whether a folder is known otherwise now. */
async function writeFolder(
  listed: Differing,
  { database, files, rows, folders, need, count }: Writing,
): Promise<boolean> {
  const { path, names, stamps } = listed;
  const before = knownFolder(database, path);
  // Another process may have done the same meanwhile.
  if (isAsBefore(listed, before, need)) return false;
  const linesBefore = lineReader(database)(path) ?? '';
  const old = filesOf(before, linesBefore);
  const now = new Map<string, KeptFile>();
  const changed = names.filter((name, at) => {
    const known = old.get(name);
    const isSame = known !== undefined && areSameStamps(stampAt(stamps, at), known.stamp);
    const isKnown = isSame && (need === 'words' || known.row !== UNREAD);
    if (isKnown) now.set(name, known);
    return !isKnown;
  });
  for await (const some of folderTexts(path, changed, files)) {
    for (const { name, path: file, text } of some) {
      const before = old.get(name) ?? NOTHING_KEPT;
      const line = need === 'words' && typeof text === 'string' ? unreadLine(text) : undefined;
      const kept =
        line === undefined ? await writeText(text, file, before, rows) : rows.unread(line, before, file);
      now.set(name, kept);
      count();
    }
  }
  for (const [name, kept] of old) {
    if (!now.has(name)) rows.remove(kept, pathIn(path, name));
  }
  const kept = names.map((name) => now.get(name) ?? NOTHING_KEPT);
  const after = { ...listed, rows: Float64Array.from(kept, ({ row }) => row) };
  const lines = kept.map(({ line }) => line).join('\n');
  if (before && lines === linesBefore && isAlike(before, after)) return false;
  folders.store(path, after, lines);
  return true;
}

function filesOf(
  folder: KnownFolder | undefined,
  lines: string,
): ReadonlyMap<string, KeptFile & { readonly stamp: Float64Array }> {
  if (!folder) return new Map();
  const { names, stamps, rows } = folder;
  const each = lines.split('\n');
  return new Map(
    names.map((name, at) => [name, { stamp: stampAt(stamps, at), row: rows[at] ?? 0, line: each[at] ?? '' }]),
  );
}

/** Whether there is nothing to write: stamps that are like no other are not written again and again. */
function isAlike(before: KnownFolder, after: KnownFolder): boolean {
  return (
    areSameNames(before.names, after.names) &&
    areSameNames(before.folders, after.folders) &&
    [before.stamp, before.stamps, before.rows].every((numbers, at) => {
      const others = [after.stamp, after.stamps, after.rows][at];
      return (
        numbers.length === others?.length && numbers.every((one, index) => Object.is(one, others[index]))
      );
    })
  );
}

/** @returns What is kept of what a file says now. */
async function writeText(
  text: FolderText['text'],
  path: string,
  old: KeptFile,
  rows: RowWriter,
): Promise<KeptFile> {
  if (text instanceof FileMistakes) return rows.mistaken(text, old);
  try {
    const isNamed = readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
    const entry = text === undefined ? undefined : await parseEntryFile(text, path, isNamed);
    return entry ? rows.write({ entry, path }, old) : rows.remove(old, path);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return rows.mistaken(error, old);
  }
}
