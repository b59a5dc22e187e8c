// Entries that come one after the other, without holding them.
import type { Day } from '../../domain/time/day.ts';
import { type Entry, placeInTime } from '../../domain/entry/entry.ts';
import { type Copy, countsFirst, filesByText, isInOwnPlace } from '../../domain/entry/copies.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { ownText } from '../../domain/text/own-text.ts';
import { asksForAll, matches, type Query } from '../../domain/search/query.ts';
import { entryInList } from '../../formats/entry/entry-json.ts';
import type { EntryStream, Found, StreamOrder } from '../ports/entry-index.ts';
import type { JournalFiles } from '../ports/journal-files.ts';

/** What has to be known of an entry to give it its place among others, without what it says. */
export interface EntryMark extends Copy {
  readonly id: string;
  readonly day: Day;
}

/** An entry that was read. */
export interface ReadEntry {
  /** Perhaps understood only when somebody asks for it, before the next one is read. */
  readonly entry: Entry;
  /** The bytes of what `entryInList` has, where they are known. */
  readonly json?: Uint8Array;
}

/** Gives entries one after the other. */
export interface EntryReader<Mark> {
  /** So many are read, and held, at once. */
  readonly atOnce: number;
  /** The entries of some marks as they are now, or why one cannot be understood; undefined where there is none any more. */
  read(marks: readonly Mark[]): readonly (ReadEntry | FileMistakes | undefined)[];
  close(): void;
}

/**
 * The mark of an entry.
 *
 * @example
 * entryMark({ ...entry, at: '1970-01-01T00:00:01Z' }, 'a.md').at //=> 1000
 */
export function entryMark(
  head: Pick<Entry, 'id' | 'at' | 'written' | 'day' | 'bank'>,
  path: string,
): EntryMark {
  const { id, written, day } = head;
  const at = placeInTime(head);
  return {
    path,
    id: ownText(id),
    at,
    written: written === head.at ? at : placeInTime({ at: written, written }),
    day: ownText(day),
    isInOwnPlace: isInOwnPlace({ entry: head, path }),
  };
}

/**
 * A stream of entries whose marks are known. Only the marks are held. What is read later counts: an entry that was edited
 * since comes at its old place when it still matches, and one that went away is left out.
 *
 * @param marks - Of all entries that may match, in any order.
 * @param refused - Files that could not be understood.
 * @param open - Begins to read; closed when nothing more is wanted.
 *
 * @example
 * streamOf([], {}, [], files, () => ({ atOnce: 1, read: () => [], close: () => {} })).most //=> 0
 */
export function streamOf<Mark extends EntryMark>(
  marks: readonly Mark[],
  query: Query,
  refused: readonly FileMistakes[],
  files: Pick<JournalFiles, 'read'>,
  open: () => EntryReader<Mark>,
): EntryStream {
  const { sorted, twins } = inOrder(marks, files);
  const unreadable = new Map(refused.map((mistakes) => [mistakes.file, mistakes]));
  const isAny = asksForAll(query);
  const settled = (found: ReadEntry | FileMistakes | undefined, mark: Mark): Placed | undefined => {
    if (found instanceof FileMistakes) unreadable.set(mark.path, found);
    else if (found && (isAny || matches(found.entry, query))) return { found, path: mark.path };
    return undefined;
  };
  const all = function* all(order: StreamOrder): Generator<Placed> {
    const reader = open();
    try {
      for (const some of portions(
        arranged(sorted, order, ({ day }) => day),
        reader.atOnce,
      )) {
        const found = reader.read(some);
        for (const [index, mark] of some.entries()) {
          let placed = settled(found[index], mark);
          for (const twin of placed ? [] : (twins.get(mark) ?? [])) {
            placed ??= settled(reader.read([twin])[0], twin);
          }
          if (placed) yield placed;
        }
      }
    } finally {
      reader.close();
    }
  };
  return {
    most: sorted.length,
    *entries(order) {
      for (const { found, path } of all(order)) yield { entry: found.entry, path };
    },
    *inJson(order) {
      for (const { found, path } of all(order)) yield found.json ?? entryInList({ entry: found.entry, path });
    },
    unreadable: () => [...unreadable.values()].toSorted((one, other) => (one.file < other.file ? -1 : 1)),
  };
}

/** An entry that was read, and where. */
interface Placed {
  readonly found: ReadEntry;
  readonly path: string;
}

/**
 * Whether what is asked for has to be held: what is open, and what the newest are, only all of them together tell.
 *
 * @example
 * isHeld({ open: true }) //=> true
 */
export function isHeld({ open, limit }: Query): boolean {
  return open === true || limit !== undefined;
}

/**
 * Entries that are held already, as a stream.
 *
 * @example
 * heldStream({ entries: [], unreadable: [] }).most //=> 0
 */
export function heldStream({ entries, unreadable }: Found): EntryStream {
  return {
    most: entries.length,
    entries: (order) => arranged(entries, order, ({ entry }) => entry.day),
    *inJson(order) {
      for (const stored of arranged(entries, order, ({ entry }) => entry.day)) yield entryInList(stored);
    },
    unreadable: () => unreadable,
  };
}

function* portions<Item>(items: readonly Item[], count: number): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += count) yield items.slice(at, at + count);
}

function arranged<Item extends { readonly path: string }>(
  newestFirst: readonly Item[],
  order: StreamOrder,
  dayOf: (item: Item) => Day,
): readonly Item[] {
  if (order === 'newest') return newestFirst;
  if (order === 'folders')
    return together(newestFirst, ({ path }) => path.slice(0, path.lastIndexOf('/') + 1));
  const oldestFirst = newestFirst.toReversed();
  // To tell the day of one may take a look at its file.
  return order === 'oldest' ? oldestFirst : together(oldestFirst, (item) => dayOf(item).slice(0, 7));
}

/** Those of one kind together, the kinds in their order. */
function together<Item>(items: readonly Item[], kindOf: (item: Item) => string): readonly Item[] {
  return items
    .map((item) => ({ item, kind: kindOf(item) }))
    .sort((one, other) => (one.kind < other.kind ? -1 : one.kind > other.kind ? 1 : 0))
    .map(({ item }) => item);
}

/**
 * Newest first, as `newestFirst` has it; of two files with one id and the same moments, the one that counts. Files with the same
 * id and the same bytes are one entry, in the best of their places; the others are its twins.
 */
function inOrder<Mark extends EntryMark>(
  marks: readonly Mark[],
  files: Pick<JournalFiles, 'read'>,
): { readonly sorted: readonly Mark[]; readonly twins: ReadonlyMap<Mark, readonly Mark[]> } {
  const sorted = marks.toSorted((one, other) => byMoment(one, other) || countsFirst(one, other));
  const groups = neighbours(sorted).flatMap((alike): readonly (readonly Mark[])[] =>
    alike.length === 1 ? [alike] : filesByText(alike, ({ path }) => textAt(path, files)),
  );
  const twins = groups.flatMap(([best, ...others]): [Mark, readonly Mark[]][] =>
    best && others.length > 0 ? [[best, others]] : [],
  );
  return { sorted: groups.flatMap(([best]) => best ?? []), twins: new Map(twins) };
}

/** Marks of one id and the same moments together: only these can be the same. */
function neighbours<Mark extends EntryMark>(sorted: readonly Mark[]): readonly (readonly Mark[])[] {
  const groups: Mark[][] = [];
  for (const mark of sorted) {
    const last = groups.at(-1);
    if (last?.[0] && byMoment(last[0], mark) === 0) last.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

function byMoment(one: EntryMark, other: EntryMark): number {
  return (
    other.at - one.at || other.written - one.written || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0)
  );
}

/** Undefined where there is none any more; that it cannot be read is told when its entry is wanted. */
function textAt(path: string, files: Pick<JournalFiles, 'read'>): string | undefined {
  try {
    return files.read(path);
  } catch (error) {
    if (error instanceof FileMistakes) return undefined;
    throw error;
  }
}
