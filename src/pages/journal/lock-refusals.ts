// The refusals of a journal that is encrypted, where its key is missing, wrong or not to be had.
import type { Unopened } from '../../domain/text/unopened.ts';
import { CoachError, FileMistakes } from '../../domain/text/errors.ts';

/**
 * The error of a journal that is locked, where nobody can be asked.
 *
 * @example
 * journalIsLocked().message //=> 'the journal is locked'
 */
export function journalIsLocked(): CoachError {
  return new CoachError('the journal is locked', { hint: 'Unlock it for a while: coach unlock' });
}

/** That a journal was encrypted on another machine. */
export class KeyUnknown extends CoachError {}

/**
 * The error of a journal that was encrypted on another machine.
 *
 * @example
 * keyIsUnknown().message //=> 'this computer does not know the key of this journal yet'
 */
export function keyIsUnknown(): KeyUnknown {
  return new KeyUnknown('this computer does not know the key of this journal yet', {
    hint: 'Give it the passphrase once: coach unlock',
  });
}

/**
 * The error of a key that opens another journal.
 *
 * @param given - The recipient of the key that was given.
 * @param wanted - The one that this journal has; undefined where that cannot be told.
 *
 * @example
 * keyIsAnother('age1xxxxxxxx', 'age1yyyyyyyy').message //=> 'this key is for another journal (age1xxxx…, and this one needs age1yyyy…)'
 */
export function keyIsAnother(given: string, wanted: string | undefined): CoachError {
  const short = (recipient: string): string => `${recipient.slice(0, 8)}…`;
  const needs = wanted === undefined ? '' : `, and this one needs ${short(wanted)}`;
  return new CoachError(`this key is for another journal (${short(given)}${needs})`);
}

/**
 * The error of a passphrase that was wrong, as often as it may be.
 *
 * @example
 * wrongPassphrase().message //=> 'that is not the passphrase'
 */
export function wrongPassphrase(): CoachError {
  return new CoachError('that is not the passphrase', {
    hint: 'Your recovery key opens the journal, too: coach unlock --recovery',
  });
}

/**
 * The error of entries that are encrypted, without the folder that holds their key.
 *
 * @example
 * keyIsGone('/stick/.key/identity.age').message
 * //=> 'the journal is encrypted, and its key is not there: /stick/.key/identity.age'
 */
export function keyIsGone(file: string): CoachError {
  return new CoachError(`the journal is encrypted, and its key is not there: ${file}`, {
    hint: 'Put the folder .key back, from another computer or a backup. Your recovery key opens the journal, too: coach unlock --recovery',
  });
}

/**
 * The error of a file that holds the key and cannot be used.
 *
 * @example
 * keyCannotBeUsed('/stick/.key/identity.age', 'damaged').message
 * //=> '/stick/.key/identity.age: cannot be used as a key: it is damaged or cut off'
 */
export function keyCannotBeUsed(file: string, why: Exclude<Unopened, 'other'>): CoachError {
  const hint = {
    damaged:
      'Put it back from another computer or a backup. Your recovery key opens the journal, too: coach unlock --recovery',
    newer: 'Nothing was read or written. Use the newer version of coach for this journal.',
    'too-hard': 'Your recovery key opens the journal, too: coach unlock --recovery',
    'no-memory':
      'Close other programs and try again. Your recovery key needs no memory: coach unlock --recovery',
  }[why];
  return new CoachError(`${file}: cannot be used as a key: ${REASONS[why]}`, { hint });
}

const REASONS: Readonly<Record<Unopened, string>> = {
  other: 'it was encrypted for another key',
  damaged: 'it is damaged or cut off',
  newer: 'it is of a newer version',
  'too-hard': 'opening it would take too long on any computer',
  'no-memory': 'there is not enough free memory to unlock it',
};

/**
 * What is said of an encrypted entry that cannot be opened.
 *
 * @example
 * unopenedFile('a.md', 'damaged').message //=> 'a.md:1:1: cannot be decrypted: it is damaged or cut off'
 */
export function unopenedFile(path: string, why: Unopened): FileMistakes {
  return new FileMistakes(path, [{ line: 1, column: 1, message: `cannot be decrypted: ${REASONS[why]}` }]);
}

/** What is said of a journal that was changed while a long answer was made of it. */
export const CHANGED_MEANWHILE = 'the journal was changed while it was being read';
export const READ_AGAIN = 'Run the same command again.';

/**
 * The error of reading on in a journal that was in clear when the command began.
 *
 * @example
 * encryptedByNow().message //=> 'another coach command has encrypted the journal meanwhile'
 */
export function encryptedByNow(): CoachError {
  return new CoachError('another coach command has encrypted the journal meanwhile', {
    hint: 'What this one saved is encrypted as well. To go on reading, start coach again.',
  });
}

/**
 * The error of what this machine remembers of encrypted journals, where it cannot be used.
 *
 * @example
 * brokenPins('/state/keys.json', 'newer').message //=> '/state/keys.json: was written by a newer version of coach'
 */
export function brokenPins(file: string, why: 'newer' | 'damaged'): CoachError {
  return why === 'newer'
    ? new CoachError(`${file}: was written by a newer version of coach`, {
        hint: 'Nothing was read or written. Use the newer version.',
      })
    : new CoachError(`${file}: is damaged, so coach cannot tell whether the journal is encrypted`, {
        hint: 'If it is, delete this file and give the passphrase once: coach unlock',
      });
}

/**
 * The error of a recipient that this machine remembers, and that is none: its checksum is wrong.
 *
 * @example
 * damagedRecipient('age1xxxxxxxx').message
 * //=> 'nothing was encrypted: the key that this computer remembers is damaged (age1xxxx…)'
 */
export function damagedRecipient(recipient: string, cause?: unknown): CoachError {
  return new CoachError(
    `nothing was encrypted: the key that this computer remembers is damaged (${recipient.slice(0, 8)}…)`,
    {
      hint: 'Delete keys.json in the state folder (coach config path), and give the passphrase once: coach unlock',
      cause,
    },
  );
}

/**
 * The error of a key that is kept while a journal is unlocked, and is none.
 *
 * @example
 * damagedSession().message //=> 'the key that is kept while the journal is unlocked is damaged'
 */
export function damagedSession(cause?: unknown): CoachError {
  return new CoachError('the key that is kept while the journal is unlocked is damaged', {
    hint: 'Lock the journal, and unlock it again: coach lock; coach unlock',
    cause,
  });
}
