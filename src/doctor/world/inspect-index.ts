// The index file of this machine, opened to be read and nothing else.
import { statSync } from 'node:fs';
import { headOf } from '../../adapters/machine/opened-file.ts';
import { NO_INDEX, NOT_A_FILE, sqliteSays } from '../detail-text.ts';
import type { IndexSeen, KnownFile, OpenIndex } from '../inspection.ts';
import type { Mistake } from '../../domain/text/errors.ts';
import type { IndexPlace } from '../../adapters/journal/index-file.ts';
import { type KnownFolder, knownFolder } from '../../adapters/journal/sqlite/folders.ts';
import { stampAt } from '../../app/journal/kept-stamps.ts';
import { UNREAD } from '../../adapters/journal/sqlite/rows.ts';
import * as sqlite from '../../adapters/journal/sqlite/database.ts';

/**
 * The index as it lies there, opened to be read and nothing else: neither the file nor anything beside it is written or touched.
 */
export function inspectIndex(place: IndexPlace): IndexSeen {
  const Class = sqlite.databaseClass();
  if (!Class) return { state: 'unsupported' };
  try {
    const found = statSync(place.file, { throwIfNoEntry: false });
    if (!found) return { state: 'absent' };
    if (!found.isFile()) return { state: 'unreadable', reason: NOT_A_FILE };
    if (statSync(`${place.file}-journal`, { throwIfNoEntry: false })) return { state: 'busy' };
    if (found.size === 0 || !sqlite.isSealed(place.file)) return { state: 'outdated' };
    // In the other mode, SQLite would make files beside it even to read it.
    if (!isPlainDatabase(headOf(place.file, 100))) return { state: 'unreadable', reason: NO_INDEX };
    const database = new Class(place.file, { readOnly: true });
    try {
      database.exec('BEGIN');
      if (sqlite.versionOf(database) === sqlite.versionFor(place))
        return { state: 'open', index: openIndex(database) };
    } catch (error) {
      database.close();
      throw error;
    }
    database.close();
    return { state: 'outdated' };
  } catch (error) {
    return { state: 'unreadable', reason: reasonOf(error) };
  }
}

/** Magic words and the two bytes that say how the file is written (sqlite.org/fileformat.html, 1.3.3). */
function isPlainDatabase(head: Uint8Array): boolean {
  const magic = 'SQLite format 3\0';
  return String.fromCharCode(...head.slice(0, magic.length)) === magic && head[18] === 1 && head[19] === 1;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if ('errcode' in error) return sqliteSays(error.errcode);
  if ('code' in error) return String(error.code);
  throw error;
}

function openIndex(database: sqlite.Database): OpenIndex {
  const folders = database.prepare("SELECT path FROM folder WHERE names <> ''");
  const row = database.prepare('SELECT path, json FROM entry WHERE row = ?');
  const mistakes = database.prepare('SELECT mistakes FROM mistaken WHERE path = ?');
  return {
    folders: () => folders.all().map(({ path }) => String(path)),
    files: (folder) => knownFiles(knownFolder(database, folder)),
    row(number) {
      const found = row.get(number);
      return found && { path: String(found['path']), json: String(found['json']) };
    },
    mistakes(path) {
      const found = mistakes.get(path)?.['mistakes'];
      if (found === undefined) return undefined;
      const known: readonly Mistake[] = JSON.parse(String(found));
      return known;
    },
    count: () => Number(database.prepare('SELECT count(*) AS count FROM entry').get()?.['count']),
    isWhole: () => database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'] === 'ok',
    close: () => database.close(),
  };
}

function knownFiles(known: KnownFolder | undefined): ReadonlyMap<string, KnownFile> {
  if (!known) return new Map();
  const { names, stamps, rows } = known;
  // What was not understood yet is not known: the index is behind.
  return new Map(
    names.flatMap((name, at) => {
      const row = rows[at] ?? UNREAD;
      return row === UNREAD ? [] : [[name, { stamp: stampAt(stamps, at), row }] as const];
    }),
  );
}
