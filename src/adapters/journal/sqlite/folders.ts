// The folders of a journal as an index knows them, written and read.
import { dayOfLine } from '../../../app/journal/index-line.ts';
import { instantOfLine } from '../../../app/journal/unread-line.ts';
import type { Listing } from '../../../app/ports/journal-files.ts';
import { DamagedIndex, type Database, type TableRow } from './database.ts';
import { lastRowAt, MISTAKEN, UNREAD } from './rows.ts';

/** What the index knows of a folder: what is in it, and of each file, in the order of their names, its stamp and the row of its entry. */
export interface KnownFolder extends Listing {
  /** Of the files, as `keptStamps` has them. */
  readonly stamps: Float64Array;
  /** 0 for a file that is no entry; `MISTAKEN` for one that could not be understood, `UNREAD` for one that is yet to be. */
  readonly rows: Float64Array;
}

/** Is in no name of a file. */
const BETWEEN = '/';

/** All folders that the index knows, by their paths. */
export function knownFolders(database: Database): ReadonlyMap<string, KnownFolder> {
  const rows = database.prepare('SELECT * FROM folder').all();
  return new Map(rows.map((row) => [String(row['path']), folderOf(row)]));
}

export function knownFolder(database: Database, path: string): KnownFolder | undefined {
  const row = database.prepare('SELECT * FROM folder WHERE path = ?').get(path);
  return row && folderOf(row);
}

/** Whether the index knows a journal, and has understood all of its files. */
export function isWhole(database: Database): boolean {
  const found = database.prepare('SELECT count(*) AS folders, max(unread) AS unread FROM folder').get();
  return Number(found?.['folders']) > 0 && found?.['unread'] === 0;
}

function folderOf(row: TableRow): KnownFolder {
  return {
    names: listOf(row['names']),
    folders: listOf(row['folders']),
    stamp: numbersOf(row['stamp']),
    stamps: numbersOf(row['stamps']),
    rows: numbersOf(row['rows']),
  };
}

function listOf(text: unknown): readonly string[] {
  return text === '' ? [] : String(text).split(BETWEEN);
}

/** @throws DamagedIndex where these are no numbers. */
function numbersOf(bytes: unknown): Float64Array {
  if (!(bytes instanceof Uint8Array) || bytes.length % Float64Array.BYTES_PER_ELEMENT > 0)
    throw new DamagedIndex('the index holds something else in the place of numbers');
  return new Float64Array(bytes.slice().buffer);
}

/** Whether lists of names are the same. */
export function areSameNames(names: readonly string[], before: readonly string[]): boolean {
  return names === before || (names.length === before.length && names.join(BETWEEN) === before.join(BETWEEN));
}

/** A few rule out nearly as much as many would. */
const MOST_PIECES = 20;

/**
 * Reads the lines of folders, those of their files between line feeds; empty for a file that is no entry.
 *
 * @param pieces - Lines in which one of these occurs nowhere are not read: for them, the reader returns undefined.
 */
export function lineReader(
  database: Database,
  pieces: readonly string[] = [],
): (path: string) => string | undefined {
  const some = pieces.slice(0, MOST_PIECES).map((piece) => Buffer.from(piece));
  const held = some.map(() => ' AND instr(lines, ?)').join('');
  const read = database.prepare(`SELECT CAST(lines AS TEXT) AS lines FROM lines WHERE path = ?${held}`);
  return (path) => {
    const found = read.get(path, ...some)?.['lines'];
    return found === undefined ? undefined : String(found);
  };
}

/** Writes what is known of folders. */
export interface FolderWriter {
  store(path: string, folder: KnownFolder, lines: string): void;
  remove(path: string): void;
}

export function folderWriter(database: Database): FolderWriter {
  const storeFolder = database.prepare('INSERT OR REPLACE INTO folder VALUES (?, ?, ?, ?, ?, ?, ?)');
  const storeLines = database.prepare('INSERT OR REPLACE INTO lines VALUES (?, ?, ?, ?, ?)');
  const removeFolder = database.prepare('DELETE FROM folder WHERE path = ?');
  const removeLines = database.prepare('DELETE FROM lines WHERE path = ?');
  return {
    store(path, { names, folders, stamp, stamps, rows }, lines) {
      const unread = rows.includes(UNREAD) ? 1 : 0;
      storeFolder.run(path, unread, names.join(BETWEEN), folders.join(BETWEEN), stamp, stamps, rows);
      const each = lines.split('\n');
      const days = each
        .flatMap((line, at) => (line === '' || rows[at] === UNREAD ? [] : [dayOfLine(line)]))
        .sort();
      const isEmpty = rows.every((row) => row === 0 || row === MISTAKEN);
      if (isEmpty) removeLines.run(path);
      else storeLines.run(path, newestOf(rows, each), days[0] ?? '', days.at(-1) ?? '', Buffer.from(lines));
    },
    remove(path) {
      removeFolder.run(path);
      removeLines.run(path);
    },
  };
}

/** No row in the folder comes after this one, nor one that what was not understood yet may be given. */
function newestOf(rows: Float64Array, lines: readonly string[]): number {
  return rows.reduce((newest, row, at) => {
    if (row === 0) return newest;
    return Math.max(newest, row === UNREAD ? lastRowAt(instantOfLine(lines[at] ?? '')) : row);
  }, -Infinity);
}
