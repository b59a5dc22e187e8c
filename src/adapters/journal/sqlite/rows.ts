// The rows of an index, written and read.
import { indexRow } from '../../../app/journal/index-row.ts';
import { type Outline, outlineOf, type SharedParts, sharedParts } from '../../../app/journal/outline.ts';
import type { StoredEntry, Entry } from '../../../domain/entry/entry.ts';
import type { Answer } from '../../../domain/entry/answer.ts';
import type { FileMistakes } from '../../../domain/text/errors.ts';
import { remembered } from '../../../domain/text/remembered.ts';
import { DamagedIndex, type Database } from './database.ts';

/** Writes what the index keeps of single files. */
export interface RowWriter {
  /** @returns The row of an entry. One that says what it said before keeps its row, and nothing is written. */
  write(stored: StoredEntry, oldRow: number): number;
  /** Takes out all that was kept of a file. @returns 0, which is no row. */
  remove(row: number, path: string): number;
  /** Keeps what is wrong with a file. @returns A number below 0, which is no row. */
  mistaken(mistakes: FileMistakes, oldRow: number): number;
  /** Whether anything was written. */
  isChanged(): boolean;
  /** Writes what is written once for all files. */
  finish(): void;
}

/**
 * So many entries may be of the same minute. A row is its minute times this, and a number that tells those of one minute apart:
 * within the years 1 to 9999 that is a whole number which JavaScript can hold.
 */
export const ROWS_A_MINUTE = 2 ** 20;

/** A file that could not be understood. */
const MISTAKEN = -(2 ** 53 - 1);

/** Prepares the statements once. */
export function rowWriter(database: Database): RowWriter {
  const prepare = (sql: string) => database.prepare(sql);
  const insert = prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?)');
  const insertWords = prepare('INSERT INTO found (rowid, words, head, facts) VALUES (?, ?, ?, ?)');
  const insertPlan = prepare('INSERT OR IGNORE INTO plan VALUES (?, ?)');
  const insertClosing = prepare('INSERT OR IGNORE INTO closing VALUES (?, ?, ?)');
  const insertOutline = prepare('INSERT INTO outline VALUES (?, ?, ?)');
  const answers = answerWriter(database);
  const insertMistaken = prepare('INSERT OR REPLACE INTO mistaken VALUES (?, ?)');
  const select = prepare('SELECT json FROM entry WHERE row = ?');
  const selectMistaken = prepare('SELECT mistakes FROM mistaken WHERE path = ?');
  const removeWords = prepare(
    "INSERT INTO found (found, rowid, words, head, facts) VALUES ('delete', ?, ?, ?, ?)",
  );
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
  const remove = (row: number, path: string): number => {
    if (row === 0) return 0;
    isChanged = true;
    if (row === MISTAKEN) removeMistaken.run(path);
    const json = row === MISTAKEN ? undefined : select.get(row)?.['json'];
    if (json === undefined) return 0;
    const entry = readEntry(json);
    const { words, head, facts, plans, closes, moves } = indexRow({ entry, path });
    for (const shared of sharedParts(entry)) answers.release(shared);
    removeOutline.run(row);
    removeWords.run(row, words, head, facts);
    for (const reference of plans) removePlan.run(reference, row);
    for (const reference of [...closes, ...moves]) removeClosing.run(reference, row);
    removeEntry.run(row);
    return 0;
  };

  return {
    remove,
    isChanged: () => isChanged,
    finish: answers.finish,
    mistaken({ file, mistakes }, oldRow) {
      const json = JSON.stringify(mistakes);
      if (oldRow === MISTAKEN && selectMistaken.get(file)?.['mistakes'] === json) return MISTAKEN;
      remove(oldRow, file);
      insertMistaken.run(file, json);
      isChanged = true;
      return MISTAKEN;
    },
    write(stored, oldRow) {
      const json = JSON.stringify(stored.entry);
      if (oldRow !== 0 && oldRow !== MISTAKEN && select.get(oldRow)?.['json'] === json) return oldRow;
      remove(oldRow, stored.path);
      isChanged = true;
      const { minute, day, words, head, facts, plans, closes, moves, counts } = indexRow(stored);
      const row = freeRow(minute);
      insert.run(row, stored.entry.id, stored.path, day, json);
      const answered = stored.entry.answers.filter(({ skip }) => skip === null).length;
      insertOutline.run(row, answered, JSON.stringify(outlineOf(stored, answers.use)));
      insertWords.run(row, words, head, facts);
      for (const reference of plans) insertPlan.run(reference, row);
      for (const reference of closes) insertClosing.run(reference, row, counts ? 1 : 0);
      // What moves a date has to be known to tell what is due, and closes nothing.
      for (const reference of moves) insertClosing.run(reference, row, 0);
      return row;
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
