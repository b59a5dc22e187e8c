// The rows of an index that may match a query.
import { narrowing } from '../../../app/journal/index-row.ts';
import type { Query } from '../../../domain/search/query.ts';
import type { Database, TableRow } from './database.ts';

/**
 * The rows of entries that may match, the newest first; of one minute in any order.
 *
 * @param columns - What is wanted beside `row` and `path`.
 */
export function candidates(database: Database, query: Query, columns: string): Iterable<TableRow> {
  const oldest = database.prepare('SELECT min(day) AS oldest FROM entry').get()?.['oldest'];
  const { match, since, until, days } = narrowing(query, String(oldest ?? ''));
  const conditions = [
    ...(match === undefined ? [] : ['found MATCH ?']),
    ...(since === undefined ? [] : ['day >= ?']),
    ...(until === undefined ? [] : ['day <= ?']),
    ...(days === undefined ? [] : [`day IN (${days.map(() => '?').join(', ')})`]),
  ];
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  const table = match === undefined ? 'entry' : 'found JOIN entry ON entry.row = found.rowid';
  const order = match === undefined ? 'row' : 'found.rowid';
  const values = [match, since, until, ...(days ?? [])].filter((value) => value !== undefined);
  const rows = database.prepare(`SELECT row, path, ${columns} FROM ${table} ${where} ORDER BY ${order} DESC`);
  return rows.iterate(...values);
}
