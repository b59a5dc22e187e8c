// The words of coach encrypt and coach decrypt.
import type { Choice } from '../pages/sitting/field-text.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { counted, entriesInWords } from '../pages/text/words.ts';
import { wordList } from '../pages/text/word-list.ts';
import { type Converted, type Counts, type KeptBecause, totalOf, type ConversionWay } from './conversion.ts';

/** What encryption does and does not do, before anything else. */
export const BEFORE_ENCRYPTING =
  'What you write will be readable only with a passphrase, or with a recovery key that you write on paper. If you lose both, nobody can read it any more.\nIt does not help on a computer that somebody else administers while you use it: they can see what you type.';

export const ENCRYPTING = 'Encrypting';
export const DECRYPTING = 'Decrypting';
export const ENCRYPTED_ALREADY = 'Everything is encrypted already.';
/** Where nothing can keep the key. */
export const ASKED_EACH_TIME =
  'coach will ask for the passphrase each time you read: on this computer there is no place in memory to keep the key.';
export const NOT_NOW = 'Nothing was changed.';

/**
 * Things of several kinds, with how many there are of each.
 *
 * @example
 * countsText({ entry: 4, trash: 1, version: 0, draft: 2 }) //=> '4 entries, 1 in the trash and 2 drafts'
 */
export function countsText({ entry, trash, version, draft }: Counts): string {
  const parts = [
    entry > 0 || trash + version + draft === 0 ? entriesInWords(entry) : undefined,
    trash > 0 ? (entry > 0 ? `${trash} in the trash` : `${entriesInWords(trash)} in the trash`) : undefined,
    version > 0 ? counted(version, 'earlier version') : undefined,
    draft > 0 ? counted(draft, 'draft') : undefined,
  ];
  return wordList(
    parts.filter((part) => part !== undefined),
    'and',
  );
}

/**
 * The question before a journal is encrypted.
 *
 * @example
 * askToEncrypt({ entry: 4, trash: 0, version: 0, draft: 0 }) //=> 'Encrypt this journal (4 entries)?'
 */
export function askToEncrypt(counts: Counts): string {
  return `Encrypt this journal (${countsText(counts)})?`;
}

export const ENCRYPT_CHOICES: readonly Choice<boolean>[] = [
  { value: true, label: 'Yes, encrypt it' },
  { value: false, label: 'No, leave it as it is', usual: true, wayOut: true },
];

/**
 * What would be done.
 *
 * @example
 * wouldConvert('encrypt', { entry: 4, trash: 0, version: 0, draft: 0 }) //=> '4 entries would be encrypted. Nothing was changed.'
 */
export function wouldConvert(way: Exclude<ConversionWay, 'renew'>, counts: Counts): string {
  return `${countsText(counts)} would be ${DONE[way]}. ${NOT_NOW}`;
}

/** The words for what is done in each of the ways. */
export const DONE: Readonly<Record<ConversionWay, string>> = {
  encrypt: 'encrypted',
  decrypt: 'decrypted',
  renew: 'encrypted for the new key',
};

/**
 * Why both sides of a sync are not in step, beside what was done.
 *
 * @example
 * syncRemark({ message: 'git.example.org cannot be reached', hint: 'The next sync sends it.' })
 * //=> 'Not synced: git.example.org cannot be reached\n  The next sync sends it.'
 */
export function syncRemark({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint: string | undefined;
}): string {
  return `Not synced: ${message}${hint === undefined ? '' : `\n  ${hint}`}`;
}

/** What is still to be read of entries that are encrypted. */
export interface Remains {
  /** Where entries were sent in clear, and the folder here that has what was sent. */
  readonly sentTo: { readonly shown: string; readonly copy: string } | undefined;
  /** The folder of a repository of git that may hold them. */
  readonly repository: string | undefined;
  /** So many other files are in the folder of the journal. */
  readonly others: number;
  /** So many files have names that tell the time and the question set, though they were not to. */
  readonly telling: number;
  /** So many acts cannot be undone any more. */
  readonly acts: number;
}

/**
 * The last lines of an encryption that had something to do.
 *
 * @example
 * encryptedText({ counts: { entry: 1, trash: 0, version: 0, draft: 0 }, copies: [] }, { sentTo: undefined, repository: undefined, telling: 0, others: 0, acts: 0 }).split('\n')[0]
 * //=> '1 entry is encrypted. What can still be read of it:'
 */
export function encryptedText(
  { counts, copies }: Pick<Converted, 'counts' | 'copies'>,
  { sentTo, repository, telling, others, acts }: Remains,
): string {
  const total = totalOf(counts);
  if (total === 0) return 'There is nothing to encrypt yet. What you write from now on is encrypted.';
  const them = total === 1 ? 'it' : 'them';
  return [
    `${countsText(counts)} ${total === 1 ? 'is' : 'are'} encrypted. What can still be read of ${them}:`,
    repository === undefined
      ? undefined
      : `  - the history of the git repository in ${oneLine(repository)}, if they were ever committed there`,
    sentTo === undefined
      ? undefined
      : `  - what was sent to ${oneLine(sentTo.shown)} before: its history keeps it, there and on this computer in ${oneLine(sentTo.copy)}, and whoever runs it may have copies. To begin the history anew: coach sync forget`,
    '  - backups, snapshots, exports and other copies made before now; coach does not know where they are',
    '  - parts of this disk, until they are overwritten; on an SSD nobody can say when',
    telling === 0
      ? undefined
      : `  - the time and the question set in the ${telling === 1 ? 'name' : 'names'} of ${counted(telling, 'file')} that coach does not understand. See what is wrong: coach doctor`,
    others === 0
      ? undefined
      : `Not encrypted: ${counted(others, 'other file')} in the journal folder, which coach did not write.`,
    ...copies.map((path) => `In both forms and not the same, so both are kept: ${oneLine(path)}`),
    acts === 0
      ? undefined
      : `${counted(acts, 'earlier change')} can no longer be undone. What entries said before is still there: coach journal history last`,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

/**
 * The last lines of a decryption.
 *
 * @param key - Where what others have put beside the key is now, and whether this machine has kept the key.
 *
 * @example
 * decryptedText({ counts: { entry: 1, trash: 0, version: 0, draft: 0 }, copies: [] }, { aside: undefined, isKept: true }).split('\n')[0]
 * //=> '1 entry is no longer encrypted: whoever can open the files can read it.'
 */
export function decryptedText(
  { counts, copies }: Pick<Converted, 'counts' | 'copies'>,
  { aside, isKept }: { readonly aside: string | undefined; readonly isKept: boolean },
): string {
  const total = totalOf(counts);
  const done =
    total === 0
      ? 'The journal is no longer encrypted.'
      : `${countsText(counts)} ${total === 1 ? 'is' : 'are'} no longer encrypted: whoever can open the files can read ${total === 1 ? 'it' : 'them'}.`;
  return [
    done,
    ...copies.map((path) => `In both forms and not the same, so both are kept: ${oneLine(path)}`),
    aside === undefined
      ? undefined
      : `There was something in the folder .key that coach did not put there. It is in ${aside} now.`,
    'On other computers with this journal: coach decrypt',
    isKept
      ? 'The key stays on this computer, for backups that need it. To delete it: coach keys forget'
      : undefined,
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

export const BEFORE_DECRYPTING =
  'Every entry will be a readable file again. Whoever can open the files can read them.';
export const ASK_DECRYPT = 'Type "decrypt" to go on:';

/**
 * How far it got before something stood in the way.
 *
 * @example
 * doneSoFar('encrypt', { entry: 4, trash: 0, version: 0, draft: 0 }) //=> 'Encrypted so far: 4 entries. To go on, run the same command again.'
 */
export function doneSoFar(way: ConversionWay, counts: Counts): string {
  const done = DONE[way];
  return `${done.charAt(0).toUpperCase()}${done.slice(1)} so far: ${countsText(counts)}. To go on, run the same command again.`;
}

const UNOPENED = 'it cannot be decrypted: it is damaged, cut off, or for another key';

const LEFT: Readonly<Record<KeptBecause, string>> = {
  link: 'it is a link; what it leads to was not touched',
  unreadable: 'it cannot be read',
  open: 'somebody is at work on it',
  unopened: UNOPENED,
  'unopened-version': UNOPENED,
  unsure: 'what was written did not come back from the disk as it was',
};

/**
 * A file that is left as it is.
 *
 * @example
 * leftText({ path: 'a.md', because: 'unreadable' }) //=> 'coach: a.md was left as it is: it cannot be read'
 */
export function leftText({
  path,
  because,
}: {
  readonly path: string;
  readonly because: KeptBecause;
}): string {
  return `coach: ${oneLine(path)} was left as it is: ${LEFT[because]}`;
}
