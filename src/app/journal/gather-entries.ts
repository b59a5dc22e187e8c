// A query gathered: its entries taken from files in whatever order they come.
import { openEntries } from '../../domain/record/open-entries.ts';
import { type Entry, newestFirst, placeInTime, type StoredEntry } from '../../domain/entry/entry.ts';
import { copyOf, countingEntries, countsFirst } from '../../domain/entry/copies.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { matching, type Query } from '../../domain/search/query.ts';
import { peekInstant } from '../../formats/entry/entry-head.ts';
import { mayMatch } from '../../formats/entry/raw-entry.ts';
import { parseEntryFile } from './parse-entry-file.ts';
import type { Found } from '../ports/entry-index.ts';
import type { JournalFiles } from '../ports/journal-files.ts';

/** Gathers what a query asks for, in whatever order it comes. */
export interface Gathering {
  /** Takes an entry that is known already. Those that do not match are passed over. */
  take(stored: StoredEntry): void;
  /** The same for one with an id that no other one has. */
  takeSingle(stored: StoredEntry): void;
  /**
   * Takes a file: understands it, unless it is older than enough others. `named`: its name says that it is an entry.
   *
   * @param quiet - Nothing is said where it cannot be understood.
   * @returns False where it was not understood, or is too old.
   */
  read(path: string, text: string, named: boolean, quiet?: 'quiet'): Promise<boolean>;
  /** Takes a file that could not be understood. */
  refuse(mistakes: FileMistakes, text?: string): void;
  /** Where an entry must be as new as this to be one of the newest asked for, in milliseconds since 1970. */
  oldest(): number;
  /** A quick look at the text of a file: whether its entry is older than that. */
  isOld(text: string): boolean;
  found(): Found;
}

/**
 * Begins to gather. The same id twice with the same bytes is one entry. With different bytes, as folder-sync tools leave it,
 * both are found.
 *
 * @param files - Asked again only for the bytes of entries that have the same id.
 *
 * @example
 * gather(files, { limit: 10 }).found() //=> { entries: [], unreadable: [] }
 */
export function gather(files: JournalFiles, query: Query): Gathering {
  // Which of them are open, only all of them together can tell.
  const limit = query.open ? Infinity : (query.limit ?? Infinity);
  const kept: StoredEntry[] = [];
  const refused: { readonly mistakes: FileMistakes; readonly instant: number }[] = [];
  const isAsked = matching(query);
  const places = new Map<string, number>();
  const copies = new Map<string, readonly number[]>();
  const newest = newestInstants(limit);
  const refuse = (mistakes: FileMistakes, text?: string): void => {
    refused.push({ mistakes, instant: (text === undefined ? undefined : peekInstant(text)) ?? Infinity });
  };
  const isOld = (text: string): boolean => {
    const last = newest.last();
    return last > -Infinity && (peekInstant(text) ?? Infinity) < last;
  };
  const texts = new Map<string, string | undefined>();
  const textAt = (path: string): string | undefined => {
    if (!texts.has(path)) texts.set(path, files.read(path));
    return texts.get(path);
  };
  const takeSingle = (stored: StoredEntry): void => {
    if (!isAsked(stored.entry)) return;
    kept.push(stored);
    newest.add(stored.entry);
  };
  const take = (stored: StoredEntry): void => {
    const { entry } = stored;
    if (!isAsked(entry)) return;
    const first = places.get(entry.id);
    if (first === undefined) {
      places.set(entry.id, kept.push(stored) - 1);
      newest.add(entry);
      return;
    }
    const sameId = copies.get(entry.id) ?? [first];
    const text = textAt(stored.path);
    const twin = sameId.find((at) => textAt(kept[at]?.path ?? '') === text);
    if (twin === undefined) {
      copies.set(entry.id, [...sameId, kept.push(stored) - 1]);
      newest.add(entry);
    } else kept[twin] = asOne(stored, kept[twin]);
  };
  return {
    take,
    takeSingle,
    refuse,
    oldest: newest.last,
    isOld,
    async read(path, text, named, quiet) {
      if (isOld(text)) return false;
      try {
        const entry = await parseEntryFile(text, path, named);
        if (entry) take({ entry, path });
        return true;
      } catch (error) {
        if (!(error instanceof FileMistakes)) throw error;
        if (!quiet) refuse(error, text);
        return false;
      }
    },
    found() {
      const sorted = kept.toSorted(inOrder);
      const all = query.open ? withOpen(sorted) : sorted;
      const entries = query.limit === undefined ? all : all.slice(0, query.limit);
      const last = newest.last();
      const unreadable = refused.filter(({ instant }) => instant >= last).map(({ mistakes }) => mistakes);
      return {
        entries,
        unreadable: unreadable.toSorted((one, other) => (one.file < other.file ? -1 : 1)),
        ...(entries.length > 1 && copies.size === 0 && { areSingle: true }),
      };
    },
  };
}

/**
 * Reads a file and takes it, unless a quick look at it rules out that it matches.
 *
 * @param named - Its name says that it is an entry.
 *
 * @example
 * await readMatching('gone.md', false, {}, files, gather(files, {})) //=> undefined
 */
export async function readMatching(
  path: string,
  named: boolean,
  query: Query,
  files: JournalFiles,
  gathering: Gathering,
): Promise<void> {
  try {
    await files.prepare([path]);
    const text = files.read(path);
    if (text !== undefined && mayMatch(text, query)) await gathering.read(path, text, named);
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    gathering.refuse(error);
  }
}

function withOpen(sorted: readonly StoredEntry[]): readonly StoredEntry[] {
  const open = openEntries(
    sorted.map(({ entry }) => entry),
    countingEntries(sorted),
  );
  return sorted.filter(({ entry }) => open.has(entry));
}

/** Newest first; of two files with one id and the same moments, the one that counts. */
function inOrder(one: StoredEntry, other: StoredEntry): number {
  return newestFirst(one.entry, other.entry) || countsFirst(copyOf(one), copyOf(other));
}

/** Two files with the same bytes are one entry, which stands in the better of the two places. */
function asOne(one: StoredEntry, other: StoredEntry | undefined): StoredEntry {
  if (other === undefined) return one;
  const [better, worse] = inOrder(one, other) < 0 ? [one, other] : [other, one];
  const twins = [...(one.twins ?? []), ...(other.twins ?? []), worse.path];
  return { entry: better.entry, path: better.path, twins: twins.toSorted() };
}

/** The instants of the newest `limit` entries so far; `last` is where an entry must be newer to be one of them. */
function newestInstants(limit: number): { add(entry: Entry): void; last(): number } {
  let instants: number[] = [];
  let last = -Infinity;
  return {
    add(entry) {
      if (limit === Infinity) return;
      const instant = placeInTime(entry);
      if (instant <= last) return;
      // As long as there are fewer, their order tells nothing, and to sort thousands again and again takes long.
      if (instants.push(instant) < limit) return;
      instants = instants.sort((one, other) => other - one).slice(0, limit);
      last = instants.at(-1) ?? -Infinity;
    },
    last: () => last,
  };
}
