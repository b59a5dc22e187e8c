// The words of coach keys and of the commands below it.
import type { KeyStanding } from '../app/keys/key-standing.ts';
import type { Pin } from '../domain/entry/key-pin.ts';
import { CoachError } from '../domain/text/errors.ts';
import { longDay } from '../domain/time/day.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { counted, unasked } from '../pages/text/words.ts';
import { type Counts, totalOf } from './conversion.ts';
import { countsText } from './encrypt-text.ts';

/** All that is said of a key. */
export interface SeenKey {
  readonly pin: Pin;
  /** The clock time until which it is unlocked; undefined where it is locked. */
  readonly until: string | undefined;
  /** What lies in the journal: this key, another one, or none. */
  readonly inJournal: KeyStanding;
  /** What is not encrypted yet. */
  readonly plain: Counts;
  /** Another computer has put another key, or another passphrase, on the other side of a sync. */
  readonly isOffered: boolean;
  /** So many keys are kept here that no journal has. */
  readonly unused: number;
}

/**
 * How a journal is encrypted.
 *
 * @example
 * const pin = { journal: '/journal', recipient: 'age1xxxxxxxxxxxxxxx', names: 'day', since: '2026-11-29' };
 * keyText({ pin, until: undefined, inJournal: 'same', plain: { entry: 0, trash: 0, version: 0, draft: 0 }, isOffered: false, unused: 0 }).split('\n')[1]
 * //=> 'Key: age1xxxxxxxx…, on this computer since 29 November 2026'
 */
export function keyText({ pin, until, inJournal, plain, isOffered, unused }: SeenKey): string {
  return [
    `Encrypted: ${pin.journal}`,
    `Key: ${pin.recipient.slice(0, 12)}…, on this computer since ${longDay(pin.since)}`,
    KEY_FILE[inJournal],
    isOffered
      ? 'Another computer has sent another key, or the same one with another passphrase. To use it here: coach keys accept'
      : undefined,
    NAMES[pin.names],
    until === undefined ? 'Locked' : `Unlocked until ${until}, and longer while you use it`,
    notEncryptedYet(plain),
    unusedText(unused),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

const KEY_FILE = {
  same: 'Key file: .key/identity.age in the journal folder',
  differs:
    'Key file: the one in the journal folder is for another key. What you write here is encrypted for the key above. To put that key back there: coach keys passphrase; to take the other one, if it is yours: coach keys accept',
  gone: 'Key file: missing from the journal folder, or damaged. To put back the copy on this computer: coach encrypt',
};

const NAMES = {
  day: 'File names: tell the day of an entry, and no more',
  whole: 'File names: tell the day, the time and the question set of an entry',
};

function unusedText(count: number): string | undefined {
  if (count === 0) return undefined;
  return `${counted(count, 'earlier key')} ${count === 1 ? 'is' : 'are'} kept on this computer. To delete ${count === 1 ? 'it' : 'them'}: coach keys forget`;
}

/**
 * The line about what of a journal is not encrypted.
 *
 * @returns Undefined where everything is.
 *
 * @example
 * notEncryptedYet({ entry: 2, trash: 0, version: 1, draft: 0 })
 * //=> 'Not encrypted yet: 2 entries and 1 earlier version. To go on: coach encrypt'
 */
export function notEncryptedYet(plain: Counts): string | undefined {
  return totalOf(plain) === 0
    ? undefined
    : `Not encrypted yet: ${countsText(plain)}. To go on: coach encrypt`;
}

/**
 * What is said where the journal is not encrypted.
 *
 * @example
 * noKeyText(0) //=> 'The journal is not encrypted. To encrypt it: coach encrypt'
 */
export function noKeyText(unused: number): string {
  return ['The journal is not encrypted. To encrypt it: coach encrypt', unusedText(unused)]
    .filter((line) => line !== undefined)
    .join('\n');
}

export const PASSPHRASE_CHANGED =
  'The passphrase is changed. Older copies of this file still open with the old passphrase: .key/identity.age\nThe recovery key is the same as before.';

export const BEFORE_RENEWING =
  'The journal gets a new key, with a new passphrase and a new recovery key. Every entry is encrypted again. Copies made before still open with the old ones.';
export const ASK_RENEW = 'Make a new key?';
export const RENEW_CHOICES: readonly Choice<boolean>[] = [
  { value: true, label: 'Yes, make a new key' },
  { value: false, label: 'No, keep the one there is', usual: true, wayOut: true },
];

/**
 * What was sealed anew.
 *
 * @example
 * sealedAnew({ entry: 2, trash: 0, version: 0, draft: 0 }) //=> '2 entries are encrypted for the new key.'
 */
export function sealedAnew(counts: Counts): string {
  return `${countsText(counts)} ${totalOf(counts) === 1 ? 'is' : 'are'} encrypted for the new key.`;
}

/** What is said where other computers may still send what is sealed for the key before. */
export const FORMER_STAYS =
  'What is still encrypted for the old key can be read. Once your computers are in step, encrypt it for the new one: coach keys renew';

/**
 * The last lines of a renewal.
 *
 * @param total - So many files were encrypted anew, of all kinds.
 *
 * @example
 * renewedText(0).split('\n')[0] //=> 'The journal has a new key.'
 */
export function renewedText(total: number): string {
  return [
    ...(total === 0 ? ['The journal has a new key.'] : []),
    'On other computers: coach keys accept',
    'The old key stays on this computer, for backups that need it. To delete it: coach keys forget',
  ].join('\n');
}

export const ASK_ACCEPTED = 'The passphrase as it is on the other computer:';
export const ASK_BEFORE = 'Your passphrase on this computer, from before (Enter: go on without):';
/** What is said where nothing opens the key from before. */
export const BEFORE_STAYS =
  'Entries that only this computer has are still encrypted for the key from before, and cannot be read now. To give its passphrase after all: coach keys accept';
export const ACCEPTED = 'From now on this computer uses the key in the journal folder.';
export const NOT_ACCEPTED = 'Nothing was changed.';

/**
 * The question about a key that is another one than before.
 *
 * @example
 * askAccept('age1xxxxxxxxx', 'age1yyyyyyyyy')
 * //=> 'This is another key (age1xxxx…) than before (age1yyyy…), as after coach keys renew on another computer. Take it?'
 */
export function askAccept(recipient: string, before: string): string {
  return `This is another key (${recipient.slice(0, 8)}…) than before (${before.slice(0, 8)}…), as after coach keys renew on another computer. Take it?`;
}

export const ACCEPT_CHOICES: readonly Choice<boolean>[] = [
  { value: true, label: 'Yes, I renewed it' },
  { value: false, label: 'No, leave it', usual: true, wayOut: true },
];

export const NO_UNUSED = 'No earlier key is kept on this computer.';
export const ASK_FORGET = 'Type "forget" to go on:';
export const NOT_FORGOTTEN = 'Nothing was deleted.';

/**
 * What is about to go, before the question.
 *
 * @example
 * beforeForgetting(1) //=> '1 earlier key will be deleted permanently. What was encrypted with it, such as a backup, then opens only with the recovery key you had at the time.'
 */
export function beforeForgetting(count: number): string {
  const them = count === 1 ? 'it' : 'them';
  return `${counted(count, 'earlier key')} will be deleted permanently. What was encrypted with ${them}, such as a backup, then opens only with the recovery key you had at the time.`;
}

/**
 * What went.
 *
 * @example
 * forgottenKeys(2) //=> 'Deleted 2 earlier keys permanently.'
 */
export function forgottenKeys(count: number): string {
  return `Deleted ${counted(count, 'earlier key')} permanently.`;
}

/**
 * The error of a command that shows or changes a key, where nobody can be asked.
 *
 * @example
 * nobodyToAskKey('show').hint //=> 'Run it in a terminal.'
 */
export function nobodyToAskKey(act: 'show' | 'change' | 'forget'): CoachError {
  if (act === 'forget')
    return new CoachError(unasked('deleted'), {
      hint: 'To delete earlier keys without being asked, add --yes.',
    });
  return new CoachError(unasked(act === 'show' ? 'shown' : 'changed'), { hint: 'Run it in a terminal.' });
}
