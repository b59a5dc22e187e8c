import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEntryFile } from '../app/parse-entry-file.ts';
import type { EntryIndex, Found, StoredEntry } from '../app/ports.ts';
import { addDays, type Day, parseAt } from '../domain/calendar.ts';
import { type EntryName, entryPath, newestFirst, readEntryName } from '../domain/entry.ts';
import { CoachError, FileMistakes } from '../domain/errors.ts';
import { matches, type Query } from '../domain/query.ts';
import { peekInstant } from '../formats/entry-head.ts';
import { mayHoldPlans } from '../formats/question-comment.ts';

/**
 * Clocks differ by at most 26 hours around the world, and file names are wall clocks: among names that are further apart
 * than this, the order of names is the order of instants.
 */
const HOURS_OF_DOUBT = 27;

/** A Markdown file below the journal folder. */
interface File {
  /** Below the journal folder, with slashes. */
  readonly path: string;
  /** What its name says; absent: the file was named by somebody else. */
  readonly name?: EntryName;
}

/**
 * Finds entries without any index on disk: names first, newest folders first, and only what is left is read.
 *
 * The same id twice with the same bytes is one entry. With different bytes, as folder-sync tools leave it, both are found,
 * the one with its own name first.
 *
 * A folder that is not there yet holds no entries.
 *
 * @throws CoachError where the journal folder cannot be read.
 */
export function memoryIndex(folder: string): EntryIndex {
  return { find: async (query) => find(folder, query) };
}

async function find(folder: string, query: Query): Promise<Found> {
  const { limit = Infinity } = query;
  const kept: StoredEntry[] = [];
  const unreadable: FileMistakes[] = [];
  const places = new Map<string, number[]>();
  const newest = newestInstants(limit);
  for (const file of filesNewestFirst(folder)) {
    if (file.name) {
      if (wallClock(file.name) < newest.last() - HOURS_OF_DOUBT * 3_600_000) break;
      if (!mayMatch(file.name, query)) continue;
    }
    try {
      const text = readText(folder, file.path);
      if (text === undefined || (query.plans && !mayHoldPlans(text))) continue;
      // Within the hours of doubt there may be a whole day of entries; those that are older after all need no more.
      if ((peekInstant(text) ?? Infinity) < newest.last()) continue;
      const entry = await parseEntryFile(text, file.path, file.name !== undefined);
      if (!entry || !matches(entry, query)) continue;
      const stored: StoredEntry = { entry, path: file.path };
      const sameId = places.get(entry.id) ?? [];
      const twin = sameId.find((at) => readText(folder, kept[at]?.path ?? '') === text);
      if (twin === undefined) {
        places.set(entry.id, [...sameId, kept.push(stored) - 1]);
        newest.add(parseAt(entry.at)?.instant ?? 0);
      } else if (hasOwnName(stored)) kept[twin] = stored;
    } catch (error) {
      if (!(error instanceof FileMistakes)) throw error;
      unreadable.push(error);
    }
  }
  const entries = kept.toSorted(
    (one, other) =>
      newestFirst(one.entry, other.entry) || Number(hasOwnName(other)) - Number(hasOwnName(one)),
  );
  return { entries: entries.slice(0, limit), unreadable };
}

/** Whether an entry stands where coach would put it; a copy by another program does not. */
function hasOwnName({ entry, path: file }: StoredEntry): boolean {
  return file === entryPath(entry);
}

/** The instants of the newest `limit` entries so far; `last` is where an entry must be newer to be one of them. */
function newestInstants(limit: number): { add(instant: number): void; last(): number } {
  const instants: number[] = [];
  return {
    add(instant) {
      if (limit === Infinity) return;
      instants.push(instant);
      instants.sort((one, other) => other - one).splice(limit);
    },
    last: () => instants[limit - 1] ?? -Infinity,
  };
}

/** The wall clock of a name as if it were UTC. */
function wallClock({ day, time }: EntryName): number {
  return parseAt(`${day}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}`)?.instant ?? 0;
}

/** What a name can rule out; a day ends in the small hours, so the stored day may be the one before. */
function mayMatch(name: EntryName, { banks, since, until, id }: Query): boolean {
  return (
    (banks === undefined || banks.includes(name.bank)) &&
    (since === undefined || name.day >= dayBeside(since, -1)) &&
    (until === undefined || name.day <= dayBeside(until, 1)) &&
    (id === undefined || name.id.startsWith(id))
  );
}

function dayBeside(day: Day, step: number): Day {
  return (day <= '0001-01-01' && step < 0) || (day >= '9999-12-31' && step > 0) ? day : addDays(day, step);
}

/** Files named by others first, as they may be of any time, then month by month. */
function* filesNewestFirst(folder: string): Generator<File> {
  const top = list(folder);
  const isYear = (name: string): boolean => /^\d{4}$/.test(name);
  for (const { name, isFolder } of top) {
    if (isFolder ? !isYear(name) : true) yield* foreignFiles(folder, name, isFolder);
  }
  for (const year of top.filter(({ name, isFolder }) => isFolder && isYear(name)).toReversed()) {
    const months = list(path.join(folder, year.name));
    for (const { name, isFolder } of months) {
      if (!isFolder || !/^\d{2}$/.test(name)) yield* foreignFiles(folder, `${year.name}/${name}`, isFolder);
    }
    for (const month of months
      .filter(({ name, isFolder }) => isFolder && /^\d{2}$/.test(name))
      .toReversed()) {
      const below = `${year.name}/${month.name}`;
      const files = list(path.join(folder, below));
      const named: File[] = [];
      for (const { name, isFolder } of files) {
        const known = isFolder ? undefined : readEntryName(name);
        if (known) named.push({ path: `${below}/${name}`, name: known });
        else yield* foreignFiles(folder, `${below}/${name}`, isFolder);
      }
      yield* named.toReversed();
    }
  }
}

/** Markdown files outside the order of years and months, at any depth, but not what was deleted or is hidden. */
function* foreignFiles(root: string, below: string, isFolder: boolean): Generator<File> {
  if (isFolder) {
    if (below === 'trash') return;
    for (const { name, isFolder: deeper } of list(path.join(root, below))) {
      yield* foreignFiles(root, `${below}/${name}`, deeper);
    }
  } else if (below.endsWith('.md')) {
    const name = readEntryName(path.posix.basename(below));
    yield { path: below, ...(name && { name }) };
  }
}

interface Item {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Names in order, hidden ones left out. Links to folders are not followed: they may lead round in a circle. */
function list(folder: string): readonly Item[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => !name.startsWith('.'))
      .map((item) => ({ name: item.name, isFolder: item.isDirectory() }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return [];
    const hint = code === 'ENOTDIR' ? 'The journal is a folder of files.' : 'Check who may read it.';
    throw new CoachError(`cannot read the folder ${folder} (${code})`, { hint, cause: error });
  }
}

/** A file's text; undefined when it went away since it was listed. */
function readText(folder: string, file: string): string | undefined {
  try {
    return readFileSync(path.join(folder, file), 'utf8');
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    throw new FileMistakes(file, [{ line: 1, column: 1, message: `cannot be read (${code})` }]);
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}
