// The places of drafts, and of the index with all that it depends on.
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { IndexCipher } from '../adapters/journal/index-cipher.ts';
import { ENCRYPTED, type IndexPlace } from '../adapters/journal/index-place.ts';
import type { JournalPlace } from '../adapters/journal/journal-place.ts';
import { codeOf } from '../adapters/machine/system-errors.ts';
import { fromHome } from '../domain/text/home-place.ts';

/** What an index needs of the key of its journal. */
export interface IndexKey {
  readonly recipient: string;
  readonly cipher: IndexCipher;
}

/**
 * Where the index of a journal is, and all that it depends on beside its format.
 *
 * @param root - The folder of the package.
 * @param key - Where the journal is encrypted.
 */
export function indexPlace(journal: string, cache: string, root: string, key?: IndexKey): IndexPlace {
  const madeFor = [journal, versionOf(root), process.versions['unicode'], ...(key ? [key.recipient] : [])];
  return {
    folder: indexFolder(cache, key !== undefined),
    madeFor: madeFor.join('\n'),
    ...(key && { cipher: key.cipher }),
  };
}

/**
 * The folder of the journal, in full.
 *
 * @param named - By the person; otherwise it is the platform's own.
 * @param data - The folder of what a person has.
 */
export function journalAt(
  named: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  data: string,
): string {
  return named ? path.resolve(fromHome(named, env)) : path.join(data, 'journal');
}

/** The folder of the index. */
export function indexFolder(cache: string, isEncrypted = false): string {
  return path.join(cache, `index${isEncrypted ? ENCRYPTED : ''}`);
}

/** The version of the package. */
export function versionOf(root: string): string {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return String(version);
}

export interface DraftPlace {
  readonly folder: string;
  /** Refuses to write there when that would make anew a journal folder that is gone. */
  readonly check: () => void;
}

/**
 * Drafts are kept with this machine's state, unless the journal is on another device or everything is to be kept inside it: then
 * they go with it, so that nothing of it stays behind.
 */
export function draftPlace(
  { folder, check }: Pick<JournalPlace, 'folder' | 'check'>,
  state: string,
  isInside: boolean,
): DraftPlace {
  return !isInside && deviceOf(folder) === deviceOf(state)
    ? { folder: path.join(state, 'drafts'), check: () => undefined }
    : { folder: path.join(folder, '.drafts'), check: () => void check() };
}

/** The device of a folder, or of the nearest one above it that can be looked at. */
export function deviceOf(place: string): number {
  return deviceAt(place) ?? deviceOf(path.dirname(place));
}

function deviceAt(place: string): number | undefined {
  try {
    return statSync(place, { throwIfNoEntry: false })?.dev;
  } catch (error) {
    if (codeOf(error) === '') throw error;
    return undefined;
  }
}
