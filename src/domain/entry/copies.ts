// The same id twice: which of several files is the entry, and which are copies of it.
import { barePath } from './bare-name.ts';
import { type Entry, entryPath, instantOf, placeInTime } from './entry.ts';

// The same id in several files: with the same bytes they are one entry, in the best of its places. With other bytes, as
// folder-sync tools leave them, all are shown and one of them counts: the one that `countsFirst` puts first.

/** An entry, and the file it stands in, below the journal folder. */
export interface PlacedEntry<Part = Entry> {
  readonly entry: Part;
  readonly path: string;
}

/** What decides which of several files with one id counts. Moments are milliseconds since 1970. */
export interface Copy {
  /** It stands where coach would put it; what another program copied does not. */
  readonly isInOwnPlace: boolean;
  readonly at: number;
  readonly written: number;
  readonly path: string;
}

/**
 * The order of files with one id, the one that counts first: the one in its own place, then the one about the latest moment,
 * then the one written last, then by path.
 *
 * @example
 * const own = { isInOwnPlace: true, at: 0, written: 0, path: 'own.md' };
 * [{ isInOwnPlace: false, at: 9, written: 9, path: 'a copy.md' }, own].toSorted(countsFirst)[0]?.path //=> 'own.md'
 */
export function countsFirst(one: Copy, other: Copy): number {
  return (
    Number(other.isInOwnPlace) - Number(one.isInOwnPlace) ||
    other.at - one.at ||
    other.written - one.written ||
    (one.path < other.path ? -1 : one.path > other.path ? 1 : 0)
  );
}

/**
 * What decides whether a file counts among others with its id.
 *
 * @example
 * copyOf({ entry, path: 'a copy.md' }).isInOwnPlace //=> false
 */
export function copyOf({ entry, path }: PlacedEntry): Copy {
  return {
    isInOwnPlace: isInOwnPlace({ entry, path }),
    at: placeInTime(entry),
    written: instantOf(entry.written),
    path,
  };
}

/**
 * Whether an entry stands where coach would put it.
 *
 * @example
 * isInOwnPlace({ entry, path: entryPath(entry) }) //=> true
 */
export function isInOwnPlace({ entry, path }: PlacedEntry<Pick<Entry, 'at' | 'bank' | 'id'>>): boolean {
  const own = entryPath(entry);
  return path === own || path === barePath(own);
}

/**
 * The entries that count, each id once, in the order in which they were found.
 *
 * @param found - Without files that hold the same bytes as another one: these are no copies.
 *
 * @example
 * countingEntries([{ entry: { ...entry }, path: 'a copy.md' }, { entry, path: entryPath(entry) }])[0] === entry //=> true
 */
export function countingEntries(found: readonly PlacedEntry[]): readonly Entry[] {
  return countingFiles(found).map(({ entry }) => entry);
}

/**
 * The same with their files.
 *
 * @example
 * countingFiles([{ entry, path: 'b.md' }, { entry, path: 'a.md' }]).map(({ path }) => path) //=> ['a.md']
 */
export function countingFiles<Placed extends PlacedEntry>(found: readonly Placed[]): readonly Placed[] {
  if (new Set(found.map(({ entry }) => entry.id)).size === found.length) return found;
  const counting = new Map<string, Placed>();
  for (const one of found) {
    const other = counting.get(one.entry.id);
    if (!other || countsFirst(copyOf(one), copyOf(other)) < 0) counting.set(one.entry.id, one);
  }
  return found.filter((one) => counting.get(one.entry.id) === one);
}

/**
 * Files with one id, those with the same bytes together, in the order in which they were given.
 *
 * @param textOf - What a file holds; undefined for one that is gone or cannot be read, which is like no other.
 *
 * @example
 * filesByText(['a.md', 'b.md', 'c.md'], (path) => (path === 'b.md' ? 'two' : 'one')) //=> [['a.md', 'c.md'], ['b.md']]
 */
export function filesByText<File>(
  files: readonly File[],
  textOf: (file: File) => string | undefined,
): readonly (readonly [File, ...File[]])[] {
  const groups: [File, ...File[]][] = [];
  const byText = new Map<string, [File, ...File[]]>();
  for (const file of files) {
    const text = textOf(file);
    const same = text === undefined ? undefined : byText.get(text);
    if (same) {
      same.push(file);
      continue;
    }
    const group: [File, ...File[]] = [file];
    groups.push(group);
    if (text !== undefined) byText.set(text, group);
  }
  return groups;
}
