// Entries and their files by what they are called on the command line: "last", a day, an id or a path.
import { parseEntryFile } from '../../app/journal/parse-entry-file.ts';
import { textOf } from '../../app/editing/edit-entry.ts';
import type { EntryIndex, Found } from '../../app/ports/entry-index.ts';
import { type StoredEntry, ID_ALPHABET, readEntryName, TRASH } from '../../domain/entry/entry.ts';
import type { EntryFiles } from '../../app/ports/journal.ts';
import type { ChosenFile } from '../../app/editing/trash.ts';
import { splitCopies } from '../../app/journal/copies.ts';
import type { Day } from '../../domain/time/day.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import type { Query } from '../../domain/search/query.ts';
import { parsePeriod } from '../../domain/time/typed-period.ts';
import type { NothingNamed } from '../../pages/journal/named-refusals.ts';
import * as refuse from '../../pages/journal/named-refusals.ts';
import { wentAway } from '../../pages/journal/trash-text.ts';
import { type Context, dayOn } from '../context.ts';
import { nameUnreadable } from './name-unreadable.ts';

/** A misspelt id is looked for among this many of the newest entries. */
const RECENT = 100;

/** Where entries are looked for by what they are called: in the journal, or in its trash. */
export interface Shelf {
  readonly index: EntryIndex;
  readonly isTrash: boolean;
  /** A file that was named by its path need not be read while the journal is locked. */
  readonly byPathAlone?: true;
}

/** The journal as it is read. */
export function journalShelf(context: Context): Shelf {
  return { index: context.index(), isTrash: false };
}

/** The trash. */
export function trashShelf(context: Context): Shelf {
  return { index: context.trash(), isTrash: true };
}

/**
 * The query that a word on the command line asks: `last`, a day or several, or the beginning of an id.
 *
 * @example
 * namedQuery('yesterday', '2026-11-22') //=> { since: '2026-11-21', until: '2026-11-21' }
 */
export function namedQuery(which: string, day: Day): Query {
  const word = which.trim().toLowerCase();
  if (word === 'last') return { limit: 1 };
  const period = parsePeriod(word, day);
  // Four digits may be a year or the beginning of an id; a journal is asked for by id far more often.
  if (period && !/^\d{4}$/.test(word)) return { since: period.from, until: period.to };
  return { id: readEntryName(which.split('/').at(-1) ?? '')?.id ?? word };
}

/**
 * Looks for what was named. Names of files lead to an entry quickly; where they do not, what the files say does.
 *
 * @throws UsageError where nothing is found, with the near one, and where the beginning of an id fits several.
 */
export async function findNamed(which: string, shelf: Shelf, context: Context): Promise<Found> {
  const query = await queryNamed(which, shelf, context);
  const found = query.since === undefined ? await shelf.index.newest(query) : await shelf.index.find(query);
  if (found.entries.length > 0 || query.id === undefined) return onlyOne(which, query, found, shelf, context);
  return onlyOne(which, query, await shelf.index.find(query), shelf, context);
}

/** @throws UsageError for nothing at all, and for a time that is the beginning of an id as well, such as "apr". */
async function queryNamed(which: string, { index }: Shelf, context: Context): Promise<Query> {
  const word = which.trim().toLowerCase();
  if (word === '') throw refuse.emptyName();
  const query = namedQuery(which, dayOn(context));
  if (query.since === undefined || !isBeginningOfId(word)) return query;
  const { entries } = await index.newest({ id: word, limit: 1 });
  const [first] = entries;
  if (!first) return query;
  throw refuse.timeOrId(word, first.entry.id);
}

/** Whether all of a word could stand in an id. */
function isBeginningOfId(word: string): boolean {
  return Array.from(word).every((letter) => ID_ALPHABET.includes(letter));
}

async function onlyOne(
  which: string,
  query: Query,
  found: Found,
  shelf: Shelf,
  context: Context,
): Promise<Found> {
  const [unreadable] = found.unreadable;
  if (shelf.isTrash && query.limit === 1 && found.entries.length === 0 && unreadable) throw unreadable;
  nameUnreadable(found, context);
  if (found.entries.length === 0) throw await nothingNamed(which, query, shelf);
  const ids = new Set(found.entries.map(({ entry }) => entry.id));
  if (query.id === undefined || ids.size === 1) return found;
  throw refuse.severalIds(which, [...ids]);
}

/**
 * The files that were named by word or by path. A file that cannot be understood is there only by its path, and so is one of
 * several with the same id that differ; of those, a day and `last` name the one that counts.
 *
 * @throws UsageError where nothing is found, where an id names several files, and for a file that is no entry.
 */
export async function filesNamed(
  which: string,
  shelf: Shelf,
  context: Context,
): Promise<readonly ChosenFile[]> {
  if (which.endsWith('.md')) return [await fileAt(which, shelf, context)];
  const query = await queryNamed(which, shelf, context);
  if (query.id === undefined) {
    const { entries } = await findNamed(which, shelf, context);
    if (query.limit === 1) {
      const files = entries[0] ? await countingFile(entries[0], shelf) : [];
      refuseGone(files.length > 0 ? [] : entries, []);
      return files;
    }
    return (await splitCopies(entries, shelf.index)).counting;
  }
  // Whatever their names are, no second one may be meant; files that cannot be understood are named only where none is found.
  const found = await shelf.index.find(query);
  const told = found.entries.length === 0 ? found : { ...found, unreadable: [] };
  const { entries } = await onlyOne(which, query, told, shelf, context);
  if (entries.length === 1) return entries;
  const paths = entries.map(({ path }) => path);
  throw refuse.severalFiles(entries[0]?.entry.id ?? '', paths);
}

/**
 * The files of several names, each once.
 *
 * @param find - Looks for the files of one name.
 */
export async function filesOfAll(
  names: readonly string[],
  find: (name: string) => Promise<readonly ChosenFile[]>,
): Promise<readonly ChosenFile[]> {
  const chosen = new Map<string, ChosenFile>();
  for (const name of names) {
    for (const file of await find(name)) chosen.set(file.path, file);
  }
  return [...chosen.values()];
}

/** @throws CoachError where some of the files that were chosen were gone when their turn came. */
export function refuseGone(chosen: readonly ChosenFile[], done: readonly ChosenFile[]): void {
  const gone = chosen.filter((file) => !done.includes(file)).map(({ path }) => path);
  if (gone.length > 0) throw wentAway(gone);
}

/**
 * The files of everything that was found, also of what cannot be understood. A folder that cannot be read is named.
 *
 * @throws FileMistakes where there is nothing else.
 */
export function filesFound({ entries, unreadable }: Found, context: Context): readonly ChosenFile[] {
  const folders = unreadable.filter(({ file }) => !file.endsWith('.md'));
  const files = unreadable.filter((one) => !folders.includes(one));
  const found = [...entries, ...files.map(({ file }) => ({ path: file, entry: undefined }))];
  const [first] = folders;
  if (first !== undefined && found.length === 0) throw first;
  nameUnreadable({ unreadable: folders }, context);
  return found;
}

/** The file of an entry that counts. Where names lead to one quickly, others with its id may have been passed by. */
async function countingFile(
  { entry: { id } }: StoredEntry,
  { index }: Shelf,
): Promise<readonly StoredEntry[]> {
  const { entries } = await index.find({ id });
  const files = entries.filter(({ entry }) => entry.id === id);
  return (await splitCopies(files, index)).counting;
}

/** A file that was named by its path below the journal folder, or whole; in the trash also by where it stood. */
async function fileAt(
  which: string,
  { index, isTrash, byPathAlone }: Shelf,
  context: Context,
): Promise<ChosenFile> {
  const files = context.journal();
  const path =
    (isTrash ? files.locate(`${TRASH}/${which}`) : undefined) ??
    [files.locate(which)].find((one) => one !== undefined && one.startsWith(`${TRASH}/`) === isTrash);
  if (path === undefined) {
    const { entries } = await index.newest({ limit: RECENT });
    const paths = entries.map((near) => near.path);
    throw refuse.noFile(which, paths, isTrash);
  }
  if (byPathAlone && (await isLocked(context))) return { path, entry: undefined };
  const entry = await entryAt(path, files);
  if (entry !== undefined) return { path, entry: entry === 'unreadable' ? undefined : entry };
  throw refuse.notAnEntry(path);
}

async function isLocked({ keys }: Context): Promise<boolean> {
  return keys().pin() !== undefined && (await keys().state()) === 'locked';
}

/** @returns Undefined for a file that is no entry. */
async function entryAt(path: string, files: EntryFiles) {
  try {
    const bytes = await files.bytes(path);
    const isNamed = readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
    return bytes && (await parseEntryFile(textOf(bytes, path), path, isNamed));
  } catch (error) {
    if (error instanceof FileMistakes) return 'unreadable';
    throw error;
  }
}

async function nothingNamed(which: string, query: Query, { index, isTrash }: Shelf): Promise<NothingNamed> {
  const { entries, unreadable } = await index.newest({ limit: RECENT });
  const isEmpty = entries.length === 0 && unreadable.length === 0;
  if (isTrash ? isEmpty : query.limit === 1) return refuse.noEntries(isTrash);
  if (query.limit === 1 && unreadable[0]) throw unreadable[0];
  const { since, until } = query;
  if (since !== undefined) return refuse.noEntryOn({ since, until }, isTrash);
  const ids = entries.map(({ entry }) => entry.id);
  return refuse.noEntryNamed(which, ids, isTrash);
}
