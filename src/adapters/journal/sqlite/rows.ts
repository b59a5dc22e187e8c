// The rows of an index, written and read.
import { lineOf } from '../../../app/journal/index-line.ts';
import { indexRow } from '../../../app/journal/index-row.ts';
import { type Outline, outlineOf, type SharedParts, sharedParts } from '../../../app/journal/outline.ts';
import type { StoredEntry, Entry } from '../../../domain/entry/entry.ts';
import type { Answer } from '../../../domain/entry/answer.ts';
import type { FileMistakes } from '../../../domain/text/errors.ts';
import { remembered } from '../../../domain/text/remembered.ts';
import { DamagedIndex, type Database } from './database.ts';

/** What the index keeps of a file: the row of its entry, and its line. */
export interface KeptFile {
  /** 0 where it is none, `MISTAKEN` where it could not be understood, `UNREAD` where it is yet to be. */
  readonly row: number;
  readonly line: string;
}

export const NOTHING_KEPT: KeptFile = { row: 0, line: '' };

/** Writes what the index keeps of single files. */
export interface RowWriter {
  /** One that says what it said before is kept as it is, and nothing is written. */
  write(stored: StoredEntry, old: KeptFile): KeptFile;
  /** Keeps a line of a file that is yet to be understood. */
  unread(line: string, old: KeptFile, path: string): KeptFile;
  /** Takes out all that was kept of a file. */
  remove(old: KeptFile, path: string): KeptFile;
  /** Keeps what is wrong with a file. */
  mistaken(mistakes: FileMistakes, old: KeptFile): KeptFile;
  /** Whether anything was written. */
  isChanged(): boolean;
  /** Writes what is written once for all files. */
  finish(): void;
}

/**
 * So many entries may be of the same minute. A row is its minute times this, and a number that tells those of one minute apart:
 * within the years 1 to 9999 that is a whole number which JavaScript can hold.
 */
const ROWS_A_MINUTE = 2 ** 20;

/** In the place of a row: the file could not be understood. */
export const MISTAKEN = -(2 ** 53 - 1);
/** The same: it was not understood yet. */
export const UNREAD = MISTAKEN + 1;

/** The minute of a row, since 1970; of infinity, infinity. */
export function minuteOf(row: number): number {
  return Math.floor(row / ROWS_A_MINUTE);
}

/** The end of the minute of a row, in milliseconds since 1970. */
export function endOf(row: unknown): number {
  return (minuteOf(Number(row)) + 1) * 60_000;
}

/** No row of an entry of this instant or an earlier one comes after it; of Infinity, none at all does. */
export function lastRowAt(instant: number): number {
  if (instant === Infinity) return Number.MAX_SAFE_INTEGER;
  return Math.floor(instant / 60_000) * ROWS_A_MINUTE + ROWS_A_MINUTE - 1;
}

function isRow(row: number): boolean {
  return row !== 0 && row !== MISTAKEN && row !== UNREAD;
}

/** Prepares the statements once. */
export function rowWriter(database: Database): RowWriter {
  const prepare = (sql: string) => database.prepare(sql);
  const insert = prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)');
  const insertPlan = prepare('INSERT OR IGNORE INTO plan VALUES (?, ?)');
  const insertClosing = prepare('INSERT OR IGNORE INTO closing VALUES (?, ?, ?)');
  const insertOutline = prepare('INSERT INTO outline VALUES (?, ?, ?)');
  const answers = answerWriter(database);
  const insertMistaken = prepare('INSERT OR REPLACE INTO mistaken VALUES (?, ?)');
  const select = prepare('SELECT json FROM entry WHERE row = ?');
  const selectMistaken = prepare('SELECT mistakes FROM mistaken WHERE path = ?');
  const removeEntry = prepare('DELETE FROM entry WHERE row = ?');
  const removeOutline = prepare('DELETE FROM outline WHERE row = ?');
  const removePlan = prepare('DELETE FROM plan WHERE reference = ? AND row = ?');
  const removeClosing = prepare('DELETE FROM closing WHERE reference = ? AND row = ?');
  const removeMistaken = prepare('DELETE FROM mistaken WHERE path = ?');

  const last = prepare('SELECT max(row) AS last FROM entry WHERE row BETWEEN ? AND ?');
  let newest = Number(prepare('SELECT max(row) AS last FROM entry').get()?.['last'] ?? -Infinity);
  const freeRow = (minute: number): number => {
    const first = minute * ROWS_A_MINUTE;
    // Most come after all others: there is nothing to look for.
    const before = first > newest ? first : last.get(first, first + ROWS_A_MINUTE - 1)?.['last'];
    const row = Number(before ?? first) + 1;
    newest = Math.max(newest, row);
    return row;
  };

  let isChanged = false;
  const remove = ({ row }: KeptFile, path: string): KeptFile => {
    if (row === 0) return NOTHING_KEPT;
    isChanged = true;
    if (row === MISTAKEN) removeMistaken.run(path);
    const json = isRow(row) ? select.get(row)?.['json'] : undefined;
    if (json === undefined) return NOTHING_KEPT;
    const entry = readEntry(json);
    const { plans, closes, moves } = indexRow({ entry, path });
    for (const shared of sharedParts(entry)) answers.release(shared);
    removeOutline.run(row);
    for (const reference of plans) removePlan.run(reference, row);
    for (const reference of [...closes, ...moves]) removeClosing.run(reference, row);
    removeEntry.run(row);
    return NOTHING_KEPT;
  };

  return {
    remove,
    unread(line, old, path) {
      remove(old, path);
      isChanged = true;
      return { row: UNREAD, line };
    },
    isChanged: () => isChanged,
    finish: answers.finish,
    mistaken({ file, mistakes }, old) {
      const json = JSON.stringify(mistakes);
      if (old.row === MISTAKEN && selectMistaken.get(file)?.['mistakes'] === json) return old;
      remove(old, file);
      insertMistaken.run(file, json);
      isChanged = true;
      return { row: MISTAKEN, line: '' };
    },
    write(stored, old) {
      const { entry, path } = stored;
      const json = JSON.stringify(entry);
      if (isRow(old.row) && select.get(old.row)?.['json'] === json) return old;
      remove(old, path);
      isChanged = true;
      const { minute, plans, closes, moves, counts } = indexRow(stored);
      const row = freeRow(minute);
      insert.run(row, path, entry.id, entry.bank, entry.day, json);
      const answered = entry.answers.filter(({ skip }) => skip === null).length;
      insertOutline.run(row, answered, JSON.stringify(outlineOf(stored, answers.use)));
      for (const reference of plans) insertPlan.run(reference, row);
      for (const reference of closes) insertClosing.run(reference, row, counts ? 1 : 0);
      // What moves a date has to be known to tell what is due, and closes nothing.
      for (const reference of moves) insertClosing.run(reference, row, 0);
      return { row, line: lineOf(entry) };
    },
  };
}

/** Gives numbers to what answers share, and forgets what no entry holds any more. */
interface AnswerWriter {
  /** @returns Its number. */
  use(json: string): number;
  release(json: string): void;
  finish(): void;
}

/** Its number, and how many answers share it. */
interface Shared {
  readonly number: number;
  uses: number;
}

/** They are few and counted in memory, so that each is written once. */
function answerWriter(database: Database): AnswerWriter {
  const known = new Map<string, Shared>();
  const touched = new Set<string>();
  let last = 0;
  for (const { number, json, uses } of database.prepare('SELECT * FROM shared').iterate()) {
    known.set(String(json), { number: Number(number), uses: Number(uses) });
    last = Math.max(last, Number(number));
  }
  const find = (json: string): Shared => {
    const found = known.get(json) ?? { number: ++last, uses: 0 };
    known.set(json, found);
    return found;
  };
  const count = (json: string, by: number): number => {
    const found = find(json);
    found.uses += by;
    touched.add(json);
    return found.number;
  };
  return {
    use: (json) => count(json, 1),
    release: (json) => void count(json, -1),
    finish() {
      const put = database.prepare('INSERT OR REPLACE INTO shared VALUES (?, ?, ?)');
      const drop = database.prepare('DELETE FROM shared WHERE number = ?');
      for (const json of touched) {
        const { number, uses } = find(json);
        if (uses > 0) put.run(number, json, uses);
        else drop.run(number);
      }
    },
  };
}

/**
 * An entry as it was kept.
 *
 * @throws DamagedIndex where that is no JSON any more.
 */
export function readEntry(json: unknown): Entry {
  return sound('an entry', (): Entry => JSON.parse(String(json)));
}

/**
 * Reads what answers share by its number, each once.
 *
 * @throws DamagedIndex, at the reading, where one is no JSON any more.
 */
export function sharedReader(database: Database): SharedParts {
  const select = database.prepare('SELECT json FROM shared WHERE number = ?');
  return remembered((number: number) => {
    const json = select.get(number)?.['json'];
    return json === undefined ? undefined : sound('an answer', (): Answer => JSON.parse(String(json)));
  });
}

/**
 * Outlines as they were kept, between commas.
 *
 * @throws DamagedIndex where that is no JSON any more.
 */
export function readOutlines(json: unknown): readonly Outline[] {
  const list = `[${typeof json === 'string' ? json : ''}]`;
  return sound('an outline', (): readonly Outline[] => JSON.parse(list));
}

/** @throws DamagedIndex where what coach has put there cannot be parsed. */
function sound<Value>(what: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (cause) {
    throw new DamagedIndex(`${what} in the index is not JSON`, { cause });
  }
}
