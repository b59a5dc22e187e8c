// Entries without their texts, taken from an index.
import type { Gathering } from '../../../app/journal/gather-entries.ts';
import { entryOfOutline, type SharedParts } from '../../../app/journal/outline.ts';
import type { Query } from '../../../domain/search/query.ts';
import { candidates } from './candidates.ts';
import type { Database } from './database.ts';
import { endOf, readOutlines } from './rows.ts';

/** Whether nobody reads the texts, and they do not decide either. */
export function isOutline({ outline, search, narrow, tags = [] }: Query): boolean {
  return outline === true && search === undefined && narrow === undefined && tags.length === 0;
}

/** Takes the entries that match, without their texts. */
export function takeOutlines(
  database: Database,
  query: Query,
  sharedOf: SharedParts,
  gathering: Gathering,
): void {
  const take = isNarrow(query) ? takeMatching : takeMany;
  take(database, query, sharedOf, gathering);
}

const LOOSE: readonly string[] = [
  'outline',
  'limit',
  'banks',
  'answered',
  'since',
  'until',
] satisfies readonly (keyof Query)[];

/** Whether it asks for anything that lines tell sooner than outlines do. */
function isNarrow(query: Query): boolean {
  return Object.keys(query).some((asked) => !LOOSE.includes(asked));
}

function takeMatching(database: Database, query: Query, sharedOf: SharedParts, gathering: Gathering): void {
  const outlined = '(SELECT json FROM outline WHERE outline.row = entry.row) AS outline';
  for (const { row, outline: json } of candidates(database, query, outlined)) {
    if (endOf(row) <= gathering.oldest()) break;
    for (const outline of readOutlines(json)) gathering.take(entryOfOutline(outline, sharedOf));
  }
}

/** So many rows are taken as one at first, where the newest may be enough, and later on: that is several times as quick as row by row. */
const [FIRST_OUTLINES, MOST_OUTLINES] = [16, 512];

/** Entries of all banks or of some. Whole ones are not looked at: few of them are on one page of the file. */
function takeMany(
  database: Database,
  { answered = 0, banks = [] }: Query,
  sharedOf: SharedParts,
  gathering: Gathering,
): void {
  const ofBanks = `row IN (SELECT row FROM entry WHERE bank IN (${banks.map(() => '?').join()})) AND`;
  const some = database.prepare(`
    SELECT min(row) AS last, group_concat(json, ',') AS json FROM (
      SELECT row, json FROM outline WHERE ${banks.length === 0 ? '' : ofBanks} answered >= ? AND row < ?
      ORDER BY row DESC LIMIT ?)`);
  let count = FIRST_OUTLINES;
  for (let last = Infinity; endOf(last) > gathering.oldest(); count = Math.min(2 * count, MOST_OUTLINES)) {
    const found = some.get(...banks, answered, Math.min(last, Number.MAX_SAFE_INTEGER), count);
    for (const outline of readOutlines(found?.['json'])) gathering.take(entryOfOutline(outline, sharedOf));
    last = Number(found?.['last'] ?? -Infinity);
  }
}
