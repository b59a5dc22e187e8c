// The folder in a journal that holds its key, sealed with the passphrase.
import path from 'node:path';
import { type AgeHeader, readAgeHeader } from '../../formats/sealing/age-header.ts';
import type { FoundKey } from '../../app/keys/key-standing.ts';
import { parseOffered } from '../../formats/sealing/offered-key.ts';
import { readRecipient } from '../../formats/sealing/key-file.ts';
import { cannotRead } from '../../pages/machine/file-refusals.ts';
import { isThere, namesIn, readRegular } from '../machine/regular-file.ts';
import { codeOf, OddFile } from '../machine/system-errors.ts';

/** The folder, in that of the journal. */
export const KEY_FOLDER = '.key';
/** The identity, sealed with the passphrase. */
export const IDENTITY = `${KEY_FOLDER}/identity.age`;
/** For whom entries are sealed. */
export const RECIPIENT = `${KEY_FOLDER}/recipients`;
/** In the folder of what this machine remembers: a key of another machine that nobody has accepted yet. */
export const OFFERED = 'offered-key.json';

/** A former identity, sealed for the key in use, for as long as files need it. */
const FORMER = /^identity-.+\.age$/;

/** So ends a file of age that is written in letters. */
const LAST_LINE = '-----END AGE ENCRYPTED FILE-----';

/** What a key folder holds, and whether it is of a kind that is known. */
export interface FolderKey extends FoundKey {
  /** Only a later version of coach knows this kind of key. */
  readonly isNewer: boolean;
}

/** @returns Undefined where there is no such folder. @throws CoachError where it cannot be read. */
export function foundKey(journal: string): FolderKey | undefined {
  if (!isThere(path.join(journal, KEY_FOLDER))) return undefined;
  const sealed = textIn(path.join(journal, IDENTITY));
  const recipient = readRecipient(textIn(path.join(journal, RECIPIENT)) ?? '');
  const kind = sealed === undefined ? undefined : kindOf(sealed);
  return {
    sealed,
    isDamaged: sealed !== undefined && kind === undefined,
    recipient: recipient === 'newer' ? undefined : recipient,
    isNewer: recipient === 'newer' || kind === 'newer',
  };
}

/** @returns Empty for what is no file that can hold it, such as a pipe or a folder. @throws CoachError where it cannot be read. */
function textIn(file: string): string | undefined {
  try {
    return readRegular(file)?.toString();
  } catch (error) {
    if (error instanceof OddFile || codeOf(error) === 'ENOTDIR') return '';
    throw cannotRead(file, codeOf(error), error);
  }
}

/** As the first line of what is written in letters tells. @returns Undefined where it is no file of age, or cut off. */
function kindOf(sealed: string): AgeHeader['kind'] | undefined {
  const [, first = ''] = sealed.trim().split('\n', 2);
  const kind = readAgeHeader(Buffer.from(first, 'base64').toString('latin1'))?.kind;
  return kind === 'newer' || sealed.trimEnd().endsWith(LAST_LINE) ? kind : undefined;
}

/** The key that was offered for a journal; undefined where none is. */
export function offeredKey(state: string, journal: string): FoundKey | undefined {
  const file = path.join(state, OFFERED);
  const offered = isThere(file) ? parseOffered(textIn(file) ?? '') : undefined;
  if (offered?.journal !== journal) return undefined;
  const { sealed, recipients } = offered;
  const recipient = readRecipient(recipients);
  return {
    sealed,
    isDamaged: kindOf(sealed) === undefined,
    recipient: recipient === 'newer' ? undefined : recipient,
  };
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

/** What is in them. One that cannot be read keeps nobody out: what only it opens is named where it is read. */
export function formerKeys(journal: string): readonly Uint8Array[] {
  return formerFiles(journal).flatMap((file) => {
    try {
      return readRegular(file) ?? [];
    } catch {
      return [];
    }
  });
}
