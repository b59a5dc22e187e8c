// The places of entries in the trash, and the way home from there.
import { readEntryName, TRASH } from './entry.ts';

/**
 * Where a file goes when it is deleted: it keeps its path, below the trash.
 *
 * @example
 * trashPath('2026/11/shopping.md') //=> 'trash/2026/11/shopping.md'
 */
export function trashPath(path: string): string {
  return `${TRASH}/${path}`;
}

/**
 * Where a file in the trash stood. A number in brackets behind a name that coach gives is one that was needed in the trash.
 *
 * @example
 * homePath('trash/2026/11/2026-11-22-091405-note-k3x8m2p9qa (1).md')
 * //=> '2026/11/2026-11-22-091405-note-k3x8m2p9qa.md'
 */
export function homePath(path: string): string {
  const home = path.slice(TRASH.length + 1);
  const plain = home.replace(/ \(\d+\)\.md$/, '.md');
  return readEntryName(plain.slice(plain.lastIndexOf('/') + 1)) ? plain : home;
}
