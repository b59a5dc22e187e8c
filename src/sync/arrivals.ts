// Arrivals of a sync: files under names that are new here, found by what they say and by whose they are.
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
  const byText = new Map<string, string[]>();
  const byEntry = new Map<string, string[]>();
  const put = (lists: Map<string, string[]>, key: string, path: string): void => {
    const list = lists.get(key);
    if (list) list.push(path);
    else lists.set(key, [path]);
  };
  for (const [path, oid] of added) {
    put(byText, textKey(path, oid), path);
    if (isSealed(path)) put(byEntry, entryAt(path), path);
  }
  return {
    like: (path, oid) => byText.get(textKey(path, oid)) ?? [],
    sealedOf: (path) => byEntry.get(entryAt(path)) ?? [],
  };
}

const textKey = (path: string, oid: string): string => `${isSealed(path)} ${oid}`;
