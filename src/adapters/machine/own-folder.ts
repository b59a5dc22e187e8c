// A folder of coach's own for a text that another program is to open, and what is left in it.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sameBytes } from '../../domain/text/bytes.ts';
import { cannotPutAside } from '../../pages/machine/file-refusals.ts';
import { lives } from './processes.ts';
import { isThere, namesIn, readIfPossible, seen as lookedAt } from './regular-file.ts';

/** Folders for an editor: with an answer on its way, and with a whole entry. */
export const FOR_EDITORS = { answer: 'editing', entry: 'entry' } as const;

const openFolders = new Set<string>();

/**
 * Makes a folder that only this person can enter, named after what it is for and after this process.
 *
 * @param close - To be called when the folder is gone. One that is left stays this process's own.
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
 * The folders that processes left behind which were killed, or whose editor did not wait; what a living process uses is not
 * among them.
 *
 * @example
 * leftBehind('/home/d/.local/state/coach/drafts', 'editing') //=> ['…/drafts/editing-77-Ab3dEf']
 */
export function leftBehind(folder: string, ...purposes: readonly string[]): readonly string[] {
  return namesIn(folder).flatMap((name) => {
    const [, kind = '', owner] = /^([a-z]+)-(\d+)-/.exec(name) ?? [];
    const leftover = path.join(folder, name);
    if (!purposes.includes(kind) || openFolders.has(leftover)) return [];
    if (!lookedAt(leftover)?.isDirectory()) return [];
    // A folder under our own number that we did not open belongs to an earlier process that had the number.
    return Number(owner) === process.pid || !lives(Number(owner)) ? [leftover] : [];
  });
}

/** The text as it was opened, beside the file. */
const ORIGINAL = 'original';

/** So long, in milliseconds, an editor may be open that nobody waits for any more. */
const STILL_OPEN = 86_400_000;

/**
 * Puts a text into a fresh folder, for an editor to be opened on it.
 *
 * @returns The file.
 */
export function putAside(own: string, name: string, text: Uint8Array): string {
  const file = path.join(own, name);
  try {
    for (const one of [path.join(own, ORIGINAL), file]) writeFileSync(one, text, { flag: 'wx', mode: 0o600 });
    return file;
  } catch (cause) {
    rmSync(own, { recursive: true, force: true });
    throw cannotPutAside(own, cause);
  }
}

/**
 * The files in such a folder that hold something nobody has seen, whatever they are: a text that was saved late, or what an
 * editor puts beside its file when it is ended (a rescued text, a swap file, something to recover from).
 *
 * @param seen - What is known, beside the text as it was opened.
 */
export function unseenIn(own: string, ...seen: readonly Uint8Array[]): readonly string[] {
  const found = isThere(own) ? readdirSync(own, { recursive: true, withFileTypes: true }) : [];
  const files = found.filter((one) => one.isFile()).map((one) => path.join(one.parentPath, one.name));
  const original = path.join(own, ORIGINAL);
  const known = [readIfPossible(original), ...seen];
  return files.filter((file) => {
    if (file === original) return false;
    // What cannot be read is nothing anybody has seen.
    const bytes = readIfPossible(file);
    return !bytes || (!isBlank(bytes) && !known.some((one) => one && sameBytes(one, bytes)));
  });
}

/** Tells whether a file was written since then, be it with the same text. */
export function writingOf(file: string): () => boolean {
  const now = (): string => {
    const found = statSync(file, { throwIfNoEntry: false });
    return `${found?.ino} ${found?.mtimeMs}`;
  };
  const before = now();
  return () => now() !== before;
}

/** Those that an editor was opened on. */
export function leftByEditors(folder: string): readonly string[] {
  return leftBehind(folder, FOR_EDITORS.answer, FOR_EDITORS.entry);
}

/** Whether an editor may still be open on what is in such a folder, although nobody waits for it. */
export function mayBeOpen(own: string): boolean {
  return Date.now() - statSync(own).mtimeMs < STILL_OPEN;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}
