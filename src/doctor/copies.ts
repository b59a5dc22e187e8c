// The check of files that have the same id.
import type { Observation } from './finding.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { KnownEntry } from './read-entry.ts';
import { inside } from './walk.ts';

/**
 * Files with the same id: the same bytes are one entry; different bytes are both shown, and one of them counts.
 *
 * @param byId - As `sameIds` gives them.
 * @param read - The text of a file by its path below the journal; undefined where it went away.
 *
 * @example
 * const read = async () => 'The same in both.';
 * (await checkCopies(sameIds([knownOriginal, knownCopy]), '/journal', read))[0]?.code //=> 'copies-identical'
 */
export async function checkCopies(
  byId: ReadonlyMap<string, readonly KnownEntry[]>,
  root: string,
  read: (path: string) => Promise<string | undefined>,
): Promise<readonly Observation[]> {
  const found: Observation[] = [];
  for (const copies of byId.values()) {
    if (copies.length < 2) continue;
    const [counting, ...others] = copies;
    const paths = copies.map(({ path }) => path);
    const texts = new Map<string | undefined, string>();
    for (const path of paths) {
      const text = await read(path);
      if (!texts.has(text)) texts.set(text, path);
    }
    const [first = '', ...different] = texts.values();
    if (different.length === 0) {
      const commands = others.map(({ path }) => `rm ${shellWord(inside(root, path))}`);
      found.push({ code: 'copies-identical', paths, commands });
    } else {
      const details = [`${counting?.path ?? first}: this one counts`];
      const commands = different.map(
        (path) => `diff ${shellWord(inside(root, first))} ${shellWord(inside(root, path))}`,
      );
      found.push({ code: 'copies-differ', paths, details, commands });
    }
  }
  return found;
}

/**
 * Entries by id; of several, the one that counts first: the newest, then the one in its own place.
 *
 * @example
 * sameIds([knownCopy, knownOriginal]).get('k3x8m2p9qa')?.[0] //=> knownOriginal
 */
export function sameIds(entries: readonly KnownEntry[]): ReadonlyMap<string, readonly KnownEntry[]> {
  const byId = new Map<string, KnownEntry[]>();
  for (const entry of entries) {
    const copies = byId.get(entry.id);
    if (copies) copies.push(entry);
    else byId.set(entry.id, [entry]);
  }
  for (const copies of byId.values()) copies.sort(whichCounts);
  return byId;
}

/** As lists put them in order (gather-entries). */
function whichCounts(one: KnownEntry, other: KnownEntry): number {
  return (
    (other.at?.instant ?? 0) - (one.at?.instant ?? 0) ||
    (other.written?.instant ?? 0) - (one.written?.instant ?? 0) ||
    Number(other.isInOwnPlace) - Number(one.isInOwnPlace) ||
    (one.path < other.path ? -1 : 1)
  );
}
