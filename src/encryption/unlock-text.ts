// The words of coach unlock and coach lock.
import { LONGEST_SESSION } from '../domain/entry/key-session.ts';
import { MINUTE } from '../domain/time/day.ts';
import { CoachError, UsageError } from '../domain/text/errors.ts';

/** How long a journal may stay unlocked, as it is typed. */
export const FOR_EXPECTED = 'minutes or hours such as 45m or 2h, up to 12h';

/**
 * A span as somebody types it, in milliseconds.
 *
 * @throws UsageError for anything else, and for more than a journal may stay unlocked.
 *
 * @example
 * readSpan('2h') / 60_000 //=> 120
 */
export function readSpan(typed: string): number {
  const [, count = '', unit = ''] = /^(\d{1,3}) ?(m|min|h)$/.exec(typed.trim()) ?? [];
  const span = Number(count) * (unit === 'h' ? 60 * MINUTE : MINUTE);
  if (span > 0 && span <= LONGEST_SESSION) return span;
  throw new UsageError(`--for takes ${FOR_EXPECTED}, not "${typed}"`);
}

/**
 * What is said of a journal that is unlocked.
 *
 * @param lasts - So long without being used, in milliseconds; undefined where nothing can keep the key.
 *
 * @example
 * unlockedText(1_800_000) //=> 'Unlocked. It locks itself when you have not used it for 30 minutes.\nTo lock it sooner: coach lock'
 */
export function unlockedText(lasts: number | undefined): string {
  return lasts === undefined
    ? "That's the passphrase. coach will ask for it each time: on this computer there is no place in memory to keep the key."
    : `Unlocked. It locks itself when you have not used it for ${spanText(lasts)}.\nTo lock it sooner: coach lock`;
}

function spanText(lasts: number): string {
  const minutes = Math.round(lasts / MINUTE);
  if (minutes % 60 !== 0) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return minutes === 60 ? 'an hour' : `${minutes / 60} hours`;
}

/** What is said of a journal that is locked. */
export const LOCKED = 'Locked. You can still write: coach asks for the passphrase only to read.';

/** The same where it was already. */
export const WAS_LOCKED = 'It was locked already.';

/** What is asked for before a key is changed, also while the journal is unlocked. */
export const ASK_OWNER = 'Your passphrase as it is now (Enter: use the recovery key):';

/** What is asked for with `--recovery`. */
export const ASK_RECOVERY = 'Recovery key (AGE-SECRET-KEY-1…):';

/**
 * The error of a journal that is not encrypted.
 *
 * @example
 * notEncrypted().message //=> 'the journal is not encrypted'
 */
export function notEncrypted(): CoachError {
  return new CoachError('the journal is not encrypted', { hint: 'To encrypt it: coach encrypt' });
}

/**
 * The error of a passphrase that nobody can be asked for.
 *
 * @example
 * nobodyToAskPassphrase().message //=> 'there is no terminal to ask for the passphrase in'
 */
export function nobodyToAskPassphrase(): CoachError {
  return new CoachError('there is no terminal to ask for the passphrase in', {
    hint: 'Run it in a terminal, or name a file that holds the passphrase: coach unlock --passphrase-file FILE',
  });
}

/**
 * The error of a key from paper that is none.
 *
 * @example
 * mistypedKey().message //=> 'this recovery key has a typing mistake'
 */
export function mistypedKey(): CoachError {
  return new CoachError('this recovery key has a typing mistake', {
    hint: 'Compare it with the paper, letter by letter. It begins with AGE-SECRET-KEY-1.',
  });
}
