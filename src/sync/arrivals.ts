// Arrivals of a sync: files under names that are new here, found by what they say and by whose they are.
import { groupedBy } from '../domain/record/grouped-by.ts';
import { entryAt, isSealed } from './synced-path.ts';

export interface Arrivals {
  /** Those that say the same, in the same form. */
  like(path: string, oid: string): readonly string[];
  /** Those that are sealed, of the same entry. */
  sealedOf(path: string): readonly string[];
}

/**
 * Sorts what arrives.
 *
 * @example
 * arrivalsIn(new Map([['b.md', '1']])).like('a.md', '1') //=> ['b.md']
 */
export function arrivalsIn(added: ReadonlyMap<string, string>): Arrivals {
  const paths = [...added.keys()];
  const byText = groupedBy(paths, (path) => textKey(path, added.get(path) ?? ''));
  const byEntry = groupedBy(paths.filter(isSealed), entryAt);
  return {
    like: (path, oid) => byText.get(textKey(path, oid)) ?? [],
    sealedOf: (path) => byEntry.get(entryAt(path)) ?? [],
  };
}

/**
 * The sealed files that both sides have since they were last the same, of entries that leave in clear.
 *
 * @example
 * const sealed = new Map([['a.md.age', '9']]);
 * sealedHere(new Map([['a.md', '1']]), new Map([['a.md', '1']]), sealed, sealed) //=> [['a.md.age', '9']]
 */
export function sealedHere(
  leaving: ReadonlyMap<string, string>,
  base: ReadonlyMap<string, string>,
  here: ReadonlyMap<string, string>,
  there: ReadonlyMap<string, string>,
): readonly (readonly [path: string, oid: string])[] {
  const entries = new Set([...leaving.keys()].filter((path) => !isSealed(path)).map(entryAt));
  if (entries.size === 0) return [];
  return [...there].filter(
    ([path, oid]) =>
      isSealed(path) && here.get(path) === oid && !base.has(path) && entries.has(entryAt(path)),
  );
}

const textKey = (path: string, oid: string): string => `${isSealed(path)} ${oid}`;
