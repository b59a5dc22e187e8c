// The database of an index: opened, made, sealed, and its tables.
import { closeSync, fsyncSync, futimesSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { whileOpen } from '../../machine/opened-file.ts';
import type { IndexPlace } from '../index-file.ts';

/** A statement of `node:sqlite`, as far as it is used here. */
export interface Statement {
  run(...values: readonly (Value | Float64Array)[]): { readonly changes: number | bigint };
  get(...values: readonly Value[]): TableRow | undefined;
  all(...values: readonly Value[]): readonly TableRow[];
  iterate(...values: readonly Value[]): Iterable<TableRow>;
}

/** What a column holds. */
type Value = string | number | null | Uint8Array;
export type TableRow = Readonly<Record<string, Value>>;

/** A database of `node:sqlite`, as far as it is used here. */
export interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

type DatabaseClass = new (file: string, options?: { readonly readOnly: true }) => Database;

/**
 * The class of databases that Node brings since 22.13, or undefined where it has none. Node 22 calls it experimental at each
 * start; that is not a thing to tell a person who writes a journal.
 */
export function databaseClass(): DatabaseClass | undefined {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    const found: unknown = process.getBuiltinModule('node:sqlite');
    return isSqlite(found) ? found.DatabaseSync : undefined;
  } finally {
    process.emitWarning = emitWarning;
  }
}

function isSqlite(found: unknown): found is { readonly DatabaseSync: DatabaseClass } {
  return typeof found === 'object' && found !== null && 'DatabaseSync' in found;
}

/** How long a process waits for another one that is at work on the index, in milliseconds. */
const PATIENCE = 1_000;

const SCHEMA = `
  CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
  CREATE TABLE folder (
    path TEXT PRIMARY KEY, unread INTEGER NOT NULL, names TEXT NOT NULL, folders TEXT NOT NULL, stamp BLOB NOT NULL, stamps BLOB NOT NULL, rows BLOB NOT NULL
  );
  CREATE TABLE lines (
    path TEXT PRIMARY KEY, newest INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL, lines BLOB NOT NULL
  );
  CREATE TABLE entry (row INTEGER PRIMARY KEY, path TEXT NOT NULL, id TEXT NOT NULL, bank TEXT NOT NULL, day TEXT NOT NULL, json TEXT NOT NULL);
  CREATE INDEX entry_id ON entry (id);
  CREATE INDEX entry_bank ON entry (bank);
  CREATE TABLE outline (row INTEGER PRIMARY KEY, answered INTEGER NOT NULL, json TEXT NOT NULL);
  CREATE TABLE shared (number INTEGER PRIMARY KEY, json TEXT NOT NULL, uses INTEGER NOT NULL);
  CREATE TABLE mistaken (path TEXT PRIMARY KEY, mistakes TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE plan (reference TEXT, row INTEGER, PRIMARY KEY (reference, row)) WITHOUT ROWID;
  CREATE TABLE closing (reference TEXT, row INTEGER, counts INTEGER, PRIMARY KEY (reference, row)) WITHOUT ROWID;
`;

const DROP = ['about', 'folder', 'lines', 'entry', 'outline', 'shared', 'mistaken', 'plan', 'closing']
  .map((table) => `DROP TABLE IF EXISTS ${table};`)
  .join(' ');

/** How the version of the schema is written down; raised with every change of it. */
const SCHEMA_VERSION = '10';

/** Bytes: an entry is a third of what SQLite takes for a page by itself. It counts for a file that is new. */
const PAGE = 16_384;

/**
 * Opens the index. One that is new, was made for something else, or was touched by anybody but coach is emptied.
 *
 * @throws What SQLite says where the file is damaged.
 */
export function openDatabase(Class: DatabaseClass, { file, madeFor }: IndexPlace): Database {
  makeFile(file);
  return prepared(new Class(file), (database) => {
    database.exec(`
      PRAGMA page_size = ${PAGE}; PRAGMA busy_timeout = ${PATIENCE}; PRAGMA secure_delete = ON; PRAGMA synchronous = OFF;
      PRAGMA temp_store = MEMORY;`);
    const version = versionFor({ file, madeFor });
    // While it is read, nobody else is half-way through writing it.
    const isFine = inTransaction(database, 'BEGIN', () => isSealed(file) && versionOf(database) === version);
    if (!isFine) makeAnew(database, file, version);
  });
}

/** Opens the index as it is, only to read. */
export function openToRead(Class: DatabaseClass, { file }: IndexPlace): Database {
  return prepared(new Class(file, { readOnly: true }), (database) => {
    database.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
  });
}

/** A database that is made ready, and closed again where that fails. */
function prepared(database: Database, prepare: (database: Database) => void): Database {
  try {
    prepare(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The index does not hold what coach has put there. */
export class DamagedIndex extends TypeError {}

/** For the person alone; what SQLite puts beside it takes its mode from it. */
function makeFile(file: string): void {
  // A pipe would be waited for.
  if (statSync(file, { throwIfNoEntry: false })?.isFIFO()) throw new DamagedIndex('the index is a pipe');
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
}

/** What an index of this version, made for this place, says of itself. */
export function versionFor({ madeFor }: IndexPlace): string {
  return `${SCHEMA_VERSION} ${madeFor}`;
}

export function versionOf(database: Database): unknown {
  const found = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'about'").get();
  if (found === undefined) return undefined;
  return database.prepare("SELECT value FROM about WHERE key = 'version'").get()?.['value'];
}

/** Emptied and not removed: another process may be reading it. */
function makeAnew(database: Database, file: string, version: string): void {
  inTransaction(database, 'BEGIN IMMEDIATE', () => {
    // Meanwhile another process may have made it, and be about to seal it.
    if (versionOf(database) === version && isSealedSoon(file)) return;
    database.exec(`${DROP} ${SCHEMA}`);
    database.prepare("INSERT INTO about VALUES ('version', ?)").run(version);
  });
  seal(file);
}

/**
 * Runs something in a transaction, and takes all of it back when it fails.
 *
 * @param begin - `BEGIN` to read, `BEGIN IMMEDIATE` to write.
 */
export function inTransaction<Value>(database: Database, begin: string, act: () => Value): Value {
  database.exec(begin);
  try {
    const value = act();
    database.exec('COMMIT');
    return value;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** After some failures SQLite has rolled back by itself. */
export function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // There was nothing left to take back.
  }
}

/**
 * The time of change that an index is given when coach has written it. Whatever else writes to the file changes it, so that
 * a damaged index is not believed. Seconds since 1970.
 */
const SEAL = Date.UTC(2001, 0, 1) / 1000;

/** How long another process may take from writing to sealing, in steps of ten milliseconds. */
const STEPS_TO_SEAL = 30;

export function seal(file: string): void {
  whileOpen(file, 'r+', (handle) => {
    // SQLite itself does not wait for the disk: what is not sealed is not believed.
    fsyncSync(handle);
    futimesSync(handle, SEAL, SEAL);
  });
}

/** Whether nobody but coach has written to the file. */
export function isSealed(file: string): boolean {
  return statSync(file).mtimeMs === SEAL * 1000;
}

function isSealedSoon(file: string): boolean {
  for (let step = 0; step < STEPS_TO_SEAL; step++) {
    if (isSealed(file)) return true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
  }
  return false;
}
