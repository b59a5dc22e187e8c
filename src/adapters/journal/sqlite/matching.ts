// Entries that match, taken from an index, and those of files that it has yet to understand.
import { gather, type Gathering } from '../../../app/journal/gather-entries.ts';
import type { Found } from '../../../app/ports/entry-index.ts';
import type { JournalFiles } from '../../../app/ports/journal-files.ts';
import { readEntryName } from '../../../domain/entry/entry.ts';
import type { Query } from '../../../domain/search/query.ts';
import { FileMistakes } from '../../../domain/text/errors.ts';
import { mayMatch } from '../../../formats/entry/raw-entry.ts';
import { candidates, type UnreadFile } from './candidates.ts';
import { type Database, inTransaction } from './database.ts';
import { type Mistaken, mistakenFiles } from './mistaken.ts';
import { readEntry, ROWS_A_MINUTE } from './rows.ts';

/** So many files that may match are understood for one search. With more, it is time to understand all. */
const MOST_UNREAD = 100;

/**
 * What a search finds where some files were not understood yet.
 *
 * @returns Undefined where too many of these may match.
 */
export async function findUnread(
  database: Database,
  query: Query,
  files: JournalFiles,
): Promise<Found | undefined> {
  const gathering = gather(files, query);
  const unread: UnreadFile[] = [];
  inTransaction(database, 'BEGIN', () => {
    takeMatching(database, query, gathering, unread);
    refuseMatching(mistakenFiles(database, files), query, gathering);
  });
  unread.sort((one, other) => (one.instant === other.instant ? 0 : other.instant - one.instant));
  for (const [at, { path, instant }] of unread.entries()) {
    if (instant < gathering.oldest()) break;
    if (at === MOST_UNREAD) return undefined;
    await readMatching(path, query, files, gathering);
  }
  return gathering.found();
}

async function readMatching(
  path: string,
  query: Query,
  files: JournalFiles,
  gathering: Gathering,
): Promise<void> {
  await files.prepare([path]);
  try {
    const text = files.read(path);
    const isNamed = readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
    if (text !== undefined && mayMatch(text, query)) await gathering.read(path, text, isNamed);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    gathering.refuse(error);
  }
}

export function refuseMatching(mistaken: readonly Mistaken[], query: Query, gathering: Gathering): void {
  for (const { mistakes, text } of mistaken) {
    if (text === undefined || mayMatch(text, query)) gathering.refuse(mistakes, text);
  }
}

export function takeMatching(
  database: Database,
  query: Query,
  gathering: Gathering,
  unread: UnreadFile[] = [],
): void {
  for (const { row, path, json } of candidates(database, query, 'json', unread)) {
    if (endOf(row) <= gathering.oldest()) break;
    gathering.take({ entry: readEntry(json), path: String(path) });
  }
}

/** The end of the minute of a row, in milliseconds since 1970. */
export function endOf(row: unknown): number {
  return (Math.floor(Number(row) / ROWS_A_MINUTE) + 1) * 60_000;
}
