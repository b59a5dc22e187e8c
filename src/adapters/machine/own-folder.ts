// A folder of coach's own for a text that another program is to open.
import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { cannotPutAside } from '../../pages/machine/file-refusals.ts';
import { lives } from './processes.ts';
import { namesIn } from './regular-file.ts';

const openFolders = new Set<string>();

/**
 * Makes a folder that only this person can enter, named after what it is for and after this process.
 *
 * @param close - To be called when the folder is gone.
 *
 * @example
 * freshFolder('/home/d/.local/state/coach/drafts', 'editing') //=> { own: '…/drafts/editing-77-Ab3dEf', close: … }
 */
export function freshFolder(
  folder: string,
  purpose: string,
): { readonly own: string; readonly close: () => void } {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const own = mkdtempSync(path.join(folder, `${purpose}-${process.pid}-`));
    openFolders.add(own);
    return { own, close: () => void openFolders.delete(own) };
  } catch (cause) {
    throw cannotPutAside(folder, cause);
  }
}

/**
 * The folders of a purpose that processes left behind which were killed; what a living process uses is not among them.
 *
 * @example
 * leftBehind('/home/d/.local/state/coach/drafts', 'editing') //=> ['…/drafts/editing-77-Ab3dEf']
 */
export function leftBehind(folder: string, purpose: string): readonly string[] {
  return namesIn(folder).flatMap((name) => {
    const [, kind, owner] = /^([a-z]+)-(\d+)-/.exec(name) ?? [];
    const leftover = path.join(folder, name);
    if (kind !== purpose || openFolders.has(leftover)) return [];
    // A folder under our own number that we did not open belongs to an earlier process that had the number.
    return Number(owner) === process.pid || !lives(Number(owner)) ? [leftover] : [];
  });
}
