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

const textKey = (path: string, oid: string): string => `${isSealed(path)} ${oid}`;
