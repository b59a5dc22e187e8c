// A stream of entries from an index.
import { type EntryMark, entryMark, type EntryReader, streamOf } from '../../../app/journal/entry-stream.ts';
import type { EntryStream } from '../../../app/ports/entry-index.ts';
import type { JournalFiles } from '../../../app/ports/journal-files.ts';
import { fileReader } from '../../../app/journal/scan-index.ts';
import type { Entry } from '../../../domain/entry/entry.ts';
import type { FileMistakes } from '../../../domain/text/errors.ts';
import type { Query } from '../../../domain/search/query.ts';
import { mayMatch } from '../../../formats/entry/raw-entry.ts';
import { candidates } from './candidates.ts';
import { type Database, inTransaction, type Statement } from './database.ts';
import { mistakenFiles } from './mistaken.ts';
import { minuteOf, readEntry } from './rows.ts';

/** The mark of an entry, and its row in the index. */
interface RowMark extends EntryMark {
  readonly row: number;
}

/**
 * A stream of what the index holds. It is only in use while some entries are read, so that who takes them slowly keeps nobody
 * from it; what it does not hold any more is read from the files.
 *
 * @param open - Opens it to read.
 */
export function streamFrom(
  database: Database,
  query: Query,
  files: JournalFiles,
  open: () => Database,
): EntryStream {
  return inTransaction(database, 'BEGIN', () => {
    const select = database.prepare('SELECT json FROM entry WHERE row = ?');
    const whole = ({ row, path }: RowMark): RowMark => {
      const json = String(select.get(row)?.['json']);
      return { ...entryMark(readHead(json) ?? readEntry(json), path), row };
    };
    const marks: RowMark[] = [];
    for (const { row, path, day } of candidates(database, query, 'day')) {
      const mark = rowMark(Number(row), String(path), String(day));
      const last = marks.pop();
      const isAlike = last !== undefined && minuteOf(last.row) === minuteOf(mark.row);
      if (last) marks.push(isAlike ? whole(last) : last);
      marks.push(isAlike ? whole(mark) : mark);
    }
    const refused = mistakenFiles(database, files)
      .filter(({ text }) => text === undefined || mayMatch(text, query))
      .map(({ mistakes }) => mistakes);
    return streamOf(marks, query, refused, files, () => rowReader(open, files));
  });
}

/** A mark as far as rows tell it: they are in order by the minute, and only entries of one minute have to be looked at. */
function rowMark(row: number, path: string, day: string): RowMark {
  return { path, id: '', at: minuteOf(row) * 60_000, written: 0, day, isInOwnPlace: true, row };
}

/** As `readEntry` would have it. */
function readHead(json: string): Pick<Entry, 'id' | 'at' | 'written' | 'day' | 'bank'> | undefined {
  const found = head.exec(json);
  if (!found) return undefined;
  const [, id = '', at = '', written = '', day = '', bank = ''] = found;
  return { id, at, written, day, bank };
}

const plain = '"([^"\\\\]*)"';
const head = new RegExp(
  `^\\{"id":${plain},"at":${plain},"written":${plain},"zone":(?:null|"[^"\\\\]*"),"day":${plain},"bank":${plain}`,
);

function rowReader(open: () => Database, files: JournalFiles): EntryReader<RowMark> {
  const index = opened(open);
  const fromFiles = fileReader(files, undefined);
  const kept = (marks: readonly RowMark[]): readonly (Entry | undefined)[] => {
    if (!index) return [];
    try {
      return inTransaction(index.database, 'BEGIN', () =>
        marks.map(({ row, path }) => {
          const found = index.select.get(row);
          return found?.['path'] === path ? readEntry(found['json']) : undefined;
        }),
      );
    } catch {
      // Somebody is at work on it, or has made it anew: the files say the same.
      return [];
    }
  };
  return {
    read(marks) {
      const entries = kept(marks);
      return marks.map(
        (mark, at): Entry | FileMistakes | undefined => entries[at] ?? fromFiles.read([mark])[0],
      );
    },
    close: () => index?.database.close(),
  };
}

/** Undefined where it cannot be used any more. */
function opened(
  open: () => Database,
): { readonly database: Database; readonly select: Statement } | undefined {
  let database: Database | undefined;
  try {
    database = open();
    return { database, select: database.prepare('SELECT path, json FROM entry WHERE row = ?') };
  } catch {
    database?.close();
    return undefined;
  }
}
