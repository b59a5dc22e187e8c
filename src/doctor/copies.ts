// The check of files that have the same id.
import { type Copy, countsFirst, filesByText } from '../domain/entry/copies.ts';
import { placeInTime } from '../domain/entry/entry.ts';
import type { Observation } from './finding.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import type { KnownEntry } from './read-entry.ts';
import { inside } from './walk.ts';
import { countsText } from './detail-text.ts';

/**
 * Files with the same id: the same bytes are one entry; different bytes are both shown, and one of them counts.
 *
 * @param byId - As `sameIds` gives them.
 * @param read - The text of a file by its path below the journal; undefined where it went away.
 * @param fileOf - The path of the file of an entry, which may be called otherwise.
 *
 * @example
 * const read = async () => 'The same in both.';
 * (await checkCopies(sameIds([knownOriginal, knownCopy]), '/journal', read))[0]?.code //=> 'copies-identical'
 */
export async function checkCopies(
  byId: ReadonlyMap<string, readonly KnownEntry[]>,
  root: string,
  read: (path: string) => Promise<string | undefined>,
  fileOf = (path: string): string => path,
): Promise<readonly Observation[]> {
  const word = (path: string): string => shellWord(inside(root, fileOf(path)));
  /** The program that compares files reads none that are encrypted. */
  const compare = (one: string, other: string): readonly string[] =>
    fileOf(one) === one && fileOf(other) === other
      ? [`diff ${word(one)} ${word(other)}`]
      : [one, other].map((path) => `coach journal show ${shellWord(path)}`);
  const found: Observation[] = [];
  for (const copies of byId.values()) {
    if (copies.length < 2) continue;
    const [counting, ...others] = copies;
    const paths = copies.map(({ path }) => path);
    const texts = new Map<string, string | undefined>();
    for (const path of paths) texts.set(path, await read(path));
    const [[first] = [''], ...different] = filesByText(paths, (path) => texts.get(path));
    if (different.length === 0) {
      const commands = others.map(({ path }) => `rm ${word(path)}`);
      found.push({ code: 'copies-identical', paths, commands });
    } else {
      const details = [countsText(counting?.path ?? first)];
      const commands = [...new Set(different.flatMap(([path]) => compare(first, path)))];
      found.push({ code: 'copies-differ', paths, details, commands });
    }
  }
  return found;
}

/**
 * Entries by id; of several, the one that counts first.
 *
 * @example
 * sameIds([knownCopy, knownOriginal]).get('k3x8m2p9qa')?.[0] //=> knownOriginal
 */
export function sameIds(entries: readonly KnownEntry[]): ReadonlyMap<string, readonly KnownEntry[]> {
  const byId = new Map<string, KnownEntry[]>();
  for (const entry of entries) {
    byId.set(entry.id, [...(byId.get(entry.id) ?? []), entry]);
  }
  for (const copies of byId.values()) copies.sort((one, other) => countsFirst(copyOf(one), copyOf(other)));
  return byId;
}

function copyOf({ isInOwnPlace, at, written, path }: KnownEntry): Copy {
  const place = placeInTime({ at: at?.text ?? '', written: written?.text ?? '' });
  return { isInOwnPlace, at: place, written: written?.instant ?? 0, path };
}
