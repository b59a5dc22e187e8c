// The counts of entries: changed, gone, and too many of those.
import type { Tree } from './merge-plan.ts';
import { entryAt, isDeleted } from './synced-path.ts';

/**
 * How many entries are changed where these paths are: one that was moved is gone from one of them and at another.
 *
 * @param after - How they are by then.
 *
 * @example
 * changedEntries(['a.md', 'trash/a.md'], new Map([['trash/a.md', '1']])) //=> 1
 */
export function changedEntries(paths: readonly string[], after: Tree): number {
  const there = paths.filter((path) => after.has(path));
  const moved = new Set(there.map(entryAt));
  return there.length + paths.filter((path) => !after.has(path) && !moved.has(entryAt(path))).length;
}

/**
 * How many entries are gone for good: those that are in the trash, or stand elsewhere under another name, are not.
 *
 * @example
 * goneBetween(new Map([['a.md', '1'], ['b.md', '2']]), new Map([['trash/a.md', '1']])) //=> 1
 */
export function goneBetween(before: Tree, after: Tree): number {
  const missing = [...before.keys()].filter((path) => !after.has(path) && !isDeleted(path));
  if (missing.length === 0) return 0;
  const left = new Set(Array.from(after.keys(), entryAt));
  return new Set(missing.map(entryAt).filter((entry) => !left.has(entry))).size;
}

/**
 * The entries of a side that are not in the trash.
 *
 * @example
 * liveIn(new Map([['a.md', '1'], ['trash/b.md', '2']])) //=> ['a.md']
 */
export function liveIn(tree: Tree): readonly string[] {
  return [...new Set([...tree.keys()].filter((path) => !isDeleted(path)).map(entryAt))];
}

/** So few may always be gone. */
const FEW = 10;
/** A share from 0 to 1. */
const USUAL = 0.2;

/**
 * Whether so many entries are gone that somebody has to say that they meant it: a folder may be empty for other reasons, and then all
 * are gone, however few there were.
 *
 * @example
 * isTooMany(11, 50) //=> true
 * isTooMany(10, 11) //=> false
 * isTooMany(2, 2) //=> true
 */
export function isTooMany(gone: number, of: number): boolean {
  return (gone > FEW && gone > of * USUAL) || (gone === of && gone > 1);
}
