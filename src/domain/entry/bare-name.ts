// Names of entries that tell the day and the id alone, for journals that nobody else is to read.
import { type EntryName, readEntryName } from './entry.ts';

/** Stand where another name tells the time and the bank. */
const NO_TIME = '000000';
const NO_BANK = 'entry';

/**
 * The path of an entry without its time and its bank. A path of any other kind stays.
 *
 * @example
 * barePath('2026/11/2026-11-22-091405-manager-k3x8m2p9qa.md') //=> '2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md'
 * barePath('shopping.md') //=> 'shopping.md'
 */
export function barePath(path: string): string {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const name = readEntryName(path.slice(folder.length));
  return name ? `${folder}${name.day}-${NO_TIME}-${NO_BANK}-${name.id}.md` : path;
}

/**
 * Whether a name tells the day and the id alone.
 *
 * @example
 * isBare({ day: '2026-11-22', time: '000000', bank: 'entry', id: 'k3x8m2p9qa' }) //=> true
 */
export function isBare({ time, bank }: EntryName): boolean {
  return time === NO_TIME && bank === NO_BANK;
}
