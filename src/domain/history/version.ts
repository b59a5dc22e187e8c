// Versions: the texts of entries that something else has taken the place of.
import { readEntryName, TRASH } from '../entry/entry.ts';
import { homePath } from '../entry/trash-path.ts';

/** A text that was kept when an act replaced it. */
export interface Version {
  /** The path of the entry whose text it was. */
  readonly path: string;
  /** The act that replaced it. */
  readonly act: string;
}

/** Which entry is meant: by its id, where it has one, and by its path. */
export interface NamedEntry {
  readonly path: string;
  readonly id?: string | undefined;
}

/**
 * The versions of some entries: they stood at the same place, or their names have the id of one.
 *
 * @example
 * versionsOf([{ path: 'a.md', act: '1' }, { path: 'b.md', act: '2' }], [{ path: 'trash/a.md' }]) //=> [{ path: 'a.md', act: '1' }]
 */
export function versionsOf(versions: readonly Version[], entries: readonly NamedEntry[]): readonly Version[] {
  const places = new Set(
    entries.flatMap(({ path }) => (path.startsWith(`${TRASH}/`) ? [path, homePath(path)] : [path])),
  );
  const ids = new Set(entries.map(({ id }) => id));
  return versions.filter(({ path }) => {
    const id = idIn(path);
    return places.has(path) || (id !== undefined && ids.has(id));
  });
}

function idIn(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/ \([^()]*\)\.md$/, '.md');
  return readEntryName(name)?.id;
}

/**
 * The earliest first.
 *
 * @example
 * [{ path: 'a.md', act: '2' }, { path: 'a.md', act: '1' }].toSorted(inOrder)[0] //=> { path: 'a.md', act: '1' }
 */
export function inOrder(one: Version, other: Version): number {
  return one.act < other.act ? -1 : one.act > other.act ? 1 : 0;
}
