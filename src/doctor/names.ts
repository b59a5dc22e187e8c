// The check of names: an entry has to stand where lists look for it.
import { addDays, type Day } from '../domain/time/day.ts';
import { parseAt } from '../domain/time/moment.ts';
import { barePath, isBare } from '../domain/entry/bare-name.ts';
import { type Entry, entryPath, readEntryName } from '../domain/entry/entry.ts';
import type { Observation } from './finding.ts';
import { shellWord } from '../formats/text/shell-word.ts';
import { inside, type Item } from './walk.ts';
import { namesOther, OTHER_MONTH } from './detail-text.ts';

/** Names are wall clocks, and lists allow for a day either way. */
const SLACK = 24 * 3_600_000;

/**
 * An entry that stands where lists do not look for it: its name, or the folder of its month, says something else than the file
 * itself (docs/decisions.md, "Without an index, file names narrow").
 *
 * A name that tells the day and the id alone, as in an encrypted journal, goes on to do so.
 *
 * @param isThere - Whether a file or folder is there, by its path below the journal.
 *
 * @example
 * checkName(entry, { path: '2025/01/diary.md' }, '/journal', () => false)?.details
 * //=> ["2025/01/diary.md: is in another month's folder"]
 */
export function checkName(
  entry: Entry,
  { path, file = path }: Pick<Item, 'path' | 'file'>,
  root: string,
  isThere: (path: string) => boolean,
): Observation | undefined {
  const differing = differences(entry, path);
  if (differing.length === 0) return undefined;
  const name = readEntryName(nameOf(path));
  const target = name && isBare(name) ? barePath(entryPath(entry)) : entryPath(entry);
  // An id that somebody made up does not fit into a name that lists go by.
  const isFree = readEntryName(nameOf(target)) !== undefined && !isThere(target);
  return {
    code: 'name-differs',
    paths: [path],
    details: [`${path}: ${differing.join(', ')}`],
    commands: isFree
      ? [moveCommand(root, file, `${target}${file.slice(path.length)}`, isThere(folderOf(target)))]
      : [],
  };
}

function differences({ at, bank, id }: Entry, path: string): readonly string[] {
  const name = readEntryName(nameOf(path));
  const wall = parseAt(at);
  if (!wall) return [];
  const found: string[] = [];
  if (name) {
    const time = isBare(name)
      ? (wall.time ?? '00:00:00')
      : `${name.time.slice(0, 2)}:${name.time.slice(2, 4)}:${name.time.slice(4)}`;
    const named = parseAt(`${name.day}T${time}`)?.instant;
    const stated = parseAt(`${wall.day}T${wall.time ?? '00:00:00'}`)?.instant ?? 0;
    if (named === undefined || Math.abs(named - stated) > SLACK) found.push(namesOther('day'));
    if (name.bank !== bank && !isBare(name)) found.push(namesOther('bank'));
    if (name.id !== id) found.push(namesOther('id'));
  }
  const month = /^(\d{4})\/(\d\d)$/.exec(folderOf(path))?.[0];
  if (month !== undefined && !daysBeside(wall.day).some((day) => day.slice(0, 7) === month.replace('/', '-')))
    found.push(OTHER_MONTH);
  return found;
}

function daysBeside(day: Day): readonly Day[] {
  return day <= '0001-01-01' || day >= '9999-12-31' ? [day] : [addDays(day, -1), day, addDays(day, 1)];
}

function moveCommand(root: string, path: string, target: string, hasFolder: boolean): string {
  const [from, to] = [inside(root, path), inside(root, target)].map(shellWord);
  const make = hasFolder ? '' : `mkdir -p -m 700 ${shellWord(inside(root, folderOf(target)))} && `;
  return `${make}mv -n ${from} ${to}`;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
