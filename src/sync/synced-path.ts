// Paths of files that are synced, as they lie on the disk and in the repository.
import { readEntryName, SEALED, TRASH } from '../domain/entry/entry.ts';
import { homePath } from '../domain/entry/trash-path.ts';

/** Larger files are neither sent nor taken in; in bytes. */
export const LARGEST = 5_000_000;

/** The key of the journal, sealed with the passphrase. */
export const IDENTITY = '.key/identity.age';
/** For whom entries are sealed. */
export const RECIPIENTS = '.key/recipients';

const DEEPEST = 8;
const LONGEST = 200;

/** What stands for something else on one system or another, control characters, and bytes that are no text. */
const RESERVED = /[\p{Cc}\\:*?"<>|\ufffd]/u;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** What the name of a sealed entry has behind that of the entry. */
const ENDING = SEALED.slice('.md'.length);

/**
 * Whether the file of an entry has a path that every system can hold: what another machine has sent is checked, too. Hidden files are
 * not synced.
 *
 * @example
 * isSynced('2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md.age') //=> true
 * isSynced('../a.md') //=> false
 */
export function isSynced(path: string): boolean {
  const parts = path.split('/');
  const folders = parts.slice(0, -1);
  return (
    path.length <= LONGEST &&
    parts.length <= DEEPEST &&
    isEntryFile(path) &&
    parts.every(isPortable) &&
    !folders.some(isEntryFile)
  );
}

function isEntryFile(path: string): boolean {
  return path.endsWith('.md') || isSealed(path);
}

function isPortable(part: string): boolean {
  const isNamed = part !== '' && !part.startsWith('.') && !/[ .]$/.test(part);
  // Systems count bytes, of which a character has three at most.
  const isShort = part.length * 3 <= LONGEST || new TextEncoder().encode(part).length <= LONGEST;
  return isNamed && isShort && !RESERVED.test(part) && !DEVICE.test(part);
}

/**
 * Whether a file belongs to the key of the journal.
 *
 * @example
 * isKeyFile('.key/identity.age') //=> true
 */
export function isKeyFile(path: string): boolean {
  return path === IDENTITY || path === RECIPIENTS;
}

/**
 * Whether the file of an entry is called as sealed ones are.
 *
 * @example
 * isSealed('2026/11/a.md.age') //=> true
 */
export function isSealed(path: string): boolean {
  return path.endsWith(SEALED);
}

/**
 * What the file of an entry is called above the adapters.
 *
 * @example
 * entryOf('2026/11/a.md.age') //=> '2026/11/a.md'
 */
export function entryOf(path: string): string {
  return isSealed(path) ? path.slice(0, -ENDING.length) : path;
}

/**
 * The path that the entry of a file would have if it were sealed and is not, or is and were not.
 *
 * @example
 * otherForm('a.md') //=> 'a.md.age'
 */
export function otherForm(path: string): string {
  return isSealed(path) ? entryOf(path) : `${path}${ENDING}`;
}

/**
 * The path of a file for another path of its entry.
 *
 * @param change - Given the path of the entry.
 *
 * @example
 * renamed('a.md.age', (entry) => `trash/${entry}`) //=> 'trash/a.md.age'
 */
export function renamed(path: string, change: (entry: string) => string): string {
  const entry = change(entryOf(path));
  return isSealed(path) ? `${entry}${ENDING}` : entry;
}

/**
 * Whether a file was deleted, and can be restored.
 *
 * @example
 * isDeleted('trash/a.md') //=> true
 */
export function isDeleted(path: string): boolean {
  return path.startsWith(`${TRASH}/`);
}

/**
 * The entry that a file is of, wherever it stands: by the id in its name, or else by its place.
 *
 * @example
 * entryAt('trash/2026/11/2026-11-22-000000-entry-k3x8m2p9qa.md.age') //=> 'k3x8m2p9qa'
 * entryAt('trash/a.md') //=> 'a.md'
 */
export function entryAt(path: string): string {
  const entry = isDeleted(path) ? homePath(entryOf(path)) : entryOf(path);
  const name = entry.slice(entry.lastIndexOf('/') + 1).replace(/ \([^()]*\)\.md$/, '.md');
  return readEntryName(name)?.id ?? entry;
}
