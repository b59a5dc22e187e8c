// Folders that are made in a way that outlives a power cut.
import { existsSync, fsyncSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { whileOpen } from './opened-file.ts';
import { codeOf } from './system-errors.ts';

/**
 * Makes a folder and those above it that are missing. Node's own way takes a disk that can only be read for a missing folder.
 *
 * @returns The uppermost one that was made.
 */
export function makeFolder(folder: string): string | undefined {
  const above = path.dirname(folder);
  if (above === folder || existsSync(folder)) return undefined;
  const firstMade = makeFolder(above);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process was quicker.
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return firstMade ?? folder;
}

/**
 * Makes durable that folders were made: they are names in the folders above them.
 *
 * @param firstMade - The uppermost one; undefined where none was made.
 */
export function syncAbove(folder: string, firstMade: string | undefined): void {
  for (const above of foldersAbove(folder, firstMade)) syncFolder(above);
}

/** The folders in which a folder and those above it got their names when they were made. */
export function foldersAbove(folder: string, firstMade: string | undefined): readonly string[] {
  const above: string[] = [];
  if (firstMade === undefined) return above;
  for (let made = folder; made.length >= firstMade.length; made = path.dirname(made))
    above.push(path.dirname(made));
  return above;
}

/** Makes a folder's list of names durable, where the platform can. */
export function syncFolder(folder: string): void {
  try {
    whileOpen(folder, 'r', fsyncSync);
  } catch (error) {
    // Windows cannot open a folder, and some network drives cannot sync one; the file itself is synced.
    if (!['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EOPNOTSUPP'].includes(codeOf(error)))
      throw error;
  }
}
