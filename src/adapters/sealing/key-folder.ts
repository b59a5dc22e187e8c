// The folder in a journal that holds its key, sealed with the passphrase.
import path from 'node:path';
import { readAgeHeader } from '../../formats/sealing/age-header.ts';
import { readRecipient, type RecipientFile } from '../../formats/sealing/key-file.ts';
import { isThere, namesIn, readOrRefuse } from '../machine/regular-file.ts';

/** The folder, in that of the journal. */
export const KEY_FOLDER = '.key';
/** The identity, sealed with the passphrase. */
export const IDENTITY = `${KEY_FOLDER}/identity.age`;
/** For whom entries are sealed. */
export const RECIPIENT = `${KEY_FOLDER}/recipients`;

/** A former identity, sealed for the key in use, for as long as files need it. */
const FORMER = /^identity-.+\.age$/;

/** What a key folder holds. */
export interface FoundKey {
  /** The sealed identity, as text; undefined where it is gone. */
  readonly sealed: string | undefined;
  readonly recipient: RecipientFile | undefined;
  /** Only a later version of coach knows this kind of key. */
  readonly isNewer: boolean;
}

/** @returns Undefined where there is no such folder. @throws CoachError where it cannot be read. */
export function foundKey(journal: string): FoundKey | undefined {
  if (!isThere(path.join(journal, KEY_FOLDER))) return undefined;
  const sealed = readOrRefuse(path.join(journal, IDENTITY))?.toString();
  const recipient = readRecipient(readOrRefuse(path.join(journal, RECIPIENT))?.toString() ?? '');
  const isNewer = recipient === 'newer' || (sealed !== undefined && isOfLater(sealed));
  return { sealed, recipient: recipient === 'newer' ? undefined : recipient, isNewer };
}

/** The first line of what is written in letters. */
function isOfLater(sealed: string): boolean {
  const [, first = ''] = sealed.trim().split('\n', 2);
  return readAgeHeader(Buffer.from(first, 'base64').toString('latin1'))?.kind === 'newer';
}

/** The files of former identities, in full. */
export function formerFiles(journal: string): readonly string[] {
  const folder = path.join(journal, KEY_FOLDER);
  return isThere(folder)
    ? namesIn(folder)
        .filter((name) => FORMER.test(name))
        .map((name) => path.join(folder, name))
    : [];
}

/** What is in them. */
export function formerKeys(journal: string): readonly Uint8Array[] {
  return formerFiles(journal).flatMap((file) => readOrRefuse(file) ?? []);
}
