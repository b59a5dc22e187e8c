// An index brought up to what the files are now.
import { type FolderText, folderTexts } from '../../../app/journal/folder-texts.ts';
import { parseEntryFile } from '../../../app/journal/parse-entry-file.ts';
import type { JournalFiles } from '../../../app/ports/journal-files.ts';
import type { Progress } from '../../../app/ports/terminal.ts';
import { digestOf, markOf } from '../../../app/journal/stamp-digest.ts';
import { pathIn, readEntryName } from '../../../domain/entry/entry.ts';
import { FileMistakes } from '../../../domain/text/errors.ts';
import { type Database, makeRoomFor, rollBack } from './database.ts';
import { type RowWriter, rowWriter } from './rows.ts';

/** A folder whose files are not as the index has them. */
interface Differing {
  readonly path: string;
  readonly names: readonly string[];
  readonly marks: readonly (number | null)[];
  readonly digest: number | null;
}

/** What the index knows of one file: its name, its mark, and the row of its entry; 0 where it is none. */
type KnownFile = readonly [name: string, mark: number | null, row: number];

/**
 * Brings the index up to what the journal's files are now. Only files that changed are read.
 *
 * @returns Whether anything was written.
 */
export async function refresh(database: Database, files: JournalFiles, progress: Progress): Promise<boolean> {
  const { differing, gone } = compare(digests(database), files);
  if (differing.length === 0 && gone.length === 0) return false;
  const total = differing.reduce((sum, { names }) => sum + names.length, 0);
  database.exec('BEGIN IMMEDIATE');
  try {
    makeRoomFor(database, total);
    const rows = rowWriter(database);
    let done = 0;
    const write = folderWriter(database, files, rows, () => progress(++done, total));
    let isChanged = false;
    // Another process may have done the same meanwhile.
    const known = digests(database);
    // The oldest first: SQLite is quickest where each new row comes after the last one.
    for (const folder of differing.toReversed()) {
      if (folder.digest !== null && known.get(folder.path) === folder.digest) continue;
      isChanged = (await write(folder)) || isChanged;
    }
    for (const path of gone)
      isChanged = (await write({ path, names: [], marks: [], digest: null })) || isChanged;
    isChanged ||= rows.isChanged();
    rows.finish();
    database.exec(isChanged ? 'COMMIT' : 'ROLLBACK');
    return isChanged;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

function digests(database: Database): ReadonlyMap<string, number | null> {
  const rows = database.prepare('SELECT path, digest FROM folder').all();
  return new Map(rows.map(({ path, digest }) => [String(path), digest === null ? null : Number(digest)]));
}

function compare(
  known: ReadonlyMap<string, number | null>,
  files: JournalFiles,
): { readonly differing: readonly Differing[]; readonly gone: readonly string[] } {
  const differing: Differing[] = [];
  const gone = new Set(known.keys());
  for (const { path, names } of files.folders()) {
    if (names.length === 0) continue;
    gone.delete(path);
    const { takenAt, stamps } = files.stamps(path, names);
    const marks = stamps.map((stamp) => (stamp === undefined ? null : markOf(stamp, takenAt)));
    const digest = digestOf(names, marks);
    if (digest === null || known.get(path) !== digest) differing.push({ path, names, marks, digest });
  }
  return { differing, gone: [...gone] };
}

/**
 * Writes what differs in one folder; says whether the folder is known otherwise now.
 *
 * @param count - Called for each file.
 */
function folderWriter(
  database: Database,
  files: JournalFiles,
  rows: RowWriter,
  count: () => void,
): (folder: Differing) => Promise<boolean> {
  const known = database.prepare('SELECT files FROM folder WHERE path = ?');
  const store = database.prepare('INSERT OR REPLACE INTO folder VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM folder WHERE path = ?');
  return async ({ path, names, marks, digest }) => {
    const before = String(known.get(path)?.['files'] ?? '[]');
    const listed: readonly KnownFile[] = JSON.parse(before);
    const old = new Map(listed.map((file) => [file[0], file]));
    const markOf = new Map(names.map((name, at) => [name, marks[at] ?? null]));
    const isKnown = (name: string): boolean => {
      const mark = markOf.get(name) ?? null;
      return mark !== null && mark === old.get(name)?.[1];
    };
    const now = new Map<string, KnownFile>();
    const changed = names.filter((name) => !isKnown(name));
    for await (const some of folderTexts(path, changed, files)) {
      for (const { name, path: file, text } of some) {
        const row = await writeText(text, file, old.get(name)?.[2] ?? 0, rows);
        now.set(name, [name, markOf.get(name) ?? null, row]);
        count();
      }
    }
    const kept = names.map((name) => now.get(name) ?? old.get(name)).filter((file) => file !== undefined);
    for (const [name, , row] of old.values()) {
      if (!markOf.has(name)) rows.remove(row, pathIn(path, name));
    }
    const after = JSON.stringify(kept);
    if (after === before) return false;
    if (kept.length === 0) remove.run(path);
    else store.run(path, digest, after);
    return true;
  };
}

/** @returns The row of what a file says now. */
async function writeText(
  text: FolderText['text'],
  path: string,
  row: number,
  rows: RowWriter,
): Promise<number> {
  if (text instanceof FileMistakes) return rows.mistaken(text, row);
  try {
    const isNamed = readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
    const entry = text === undefined ? undefined : await parseEntryFile(text, path, isNamed);
    return entry ? rows.write({ entry, path }, row) : rows.remove(row, path);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return rows.mistaken(error, row);
  }
}
