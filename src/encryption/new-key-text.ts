// The words of a new passphrase and of the recovery key.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { inGroups, TYPED_BACK } from './recovery-key.ts';

/** A passphrase of one's own is not shorter, in characters. */
export const SHORTEST = 10;

/**
 * Words that were made for a passphrase.
 *
 * @example
 * offeredWords('pair evolve')
 * //=> 'Here is a passphrase of six words that nobody can guess. Write it down now, and keep it away from this computer:\n\n  pair evolve\n'
 */
export function offeredWords(words: string): string {
  return `Here is a passphrase of six words that nobody can guess. Write it down now, and keep it away from this computer:\n\n  ${words}\n`;
}

export const ASK_OWN = 'Enter takes these words; or type a passphrase of your own:';
export const ASK_WORDS = 'Now type the six words:';
export const ASK_AGAIN = 'The same again:';
export const NOT_THE_WORDS = "Those aren't the six words.";
export const NOT_THE_SAME = "The two weren't the same.";

/**
 * Why a passphrase is not taken; undefined for one that is.
 *
 * @example
 * passphraseComplaint('secret') //=> 'That is too short: whoever has the files could try every passphrase of that length. Take 10 characters or more.'
 * passphraseComplaint('all my own words') //=> undefined
 */
export function passphraseComplaint(passphrase: string): string | undefined {
  if (passphrase.trim().length >= SHORTEST) return undefined;
  return `That is too short: whoever has the files could try every passphrase of that length. Take ${SHORTEST} characters or more.`;
}

/**
 * The recovery key, to be copied on paper.
 *
 * @example
 * recoveryText('AGE-SECRET-KEY-1ABCDEFGH').split('\n').at(-1) //=> '  ABCD EFGH'
 */
export function recoveryText(identity: string): string {
  const key = inGroups(identity).map((line) => `  ${line}`);
  return `${IS_RECOVERY}\n\n${key.join('\n')}`;
}

const IS_RECOVERY =
  'This is your recovery key. It opens the journal if you forget the passphrase. Write it on paper now and keep the paper where nobody else looks; whoever has it can read everything. Spaces and small letters are fine when you type it.';

export const ASK_TYPED_BACK = `Last ${TYPED_BACK} characters, from your paper:`;

/** What was shown of a new key and can still be read. */
export interface Shown {
  /** The six words, taken as the passphrase. */
  readonly words: boolean;
  readonly recovery: boolean;
}

/**
 * A reminder of what is still on the screen, after all is done; undefined where nothing is.
 *
 * @example
 * stillOnScreen({ words: true, recovery: true })
 * //=> 'The passphrase and the recovery key are still on this screen. Clear it when you have both on paper.'
 * stillOnScreen({ words: false, recovery: true }) //=> 'The recovery key is still on this screen. Clear it when you have it on paper.'
 */
export function stillOnScreen({ words, recovery }: Shown): string | undefined {
  if (words && recovery)
    return 'The passphrase and the recovery key are still on this screen. Clear it when you have both on paper.';
  if (!words && !recovery) return undefined;
  return `The ${words ? 'passphrase' : 'recovery key'} is still on this screen. Clear it when you have it on paper.`;
}

export const NOT_TYPED_BACK = "Those aren't its last characters. Compare them with the key above.";

/**
 * The error of somebody who does not have what opens the journal.
 *
 * @param what - What was done, where it was done.
 *
 * @example
 * notTaken('encrypted').message //=> 'nothing was encrypted'
 */
export function notTaken(what: 'encrypted' | 'changed'): CoachError {
  return new CoachError(`nothing was ${what}`, {
    hint: 'Without a passphrase and a recovery key that you have outside this computer, you could lose everything. Run the same command again when you have pen and paper.',
  });
}

/**
 * The error of a passphrase in a file that is not taken.
 *
 * @example
 * poorPassphraseFile('pass.txt', 'That is too short.').message //=> 'pass.txt: the passphrase on its first line was not taken'
 */
export function poorPassphraseFile(file: string, complaint: string): UsageError {
  return new UsageError(`${file}: the passphrase on its first line was not taken`, { hint: complaint });
}

/**
 * The error of a computer that cannot encrypt as age does.
 *
 * @example
 * cannotSealHere().message //=> 'this computer cannot encrypt entries: it does not allow the kind of encryption that age uses'
 */
export function cannotSealHere(): CoachError {
  return new CoachError(
    'this computer cannot encrypt entries: it does not allow the kind of encryption that age uses',
    { hint: 'Nothing was changed. It may be set to FIPS mode, which knows no ChaCha20.' },
  );
}

/**
 * The error of a passphrase that needs more memory than there is.
 *
 * @example
 * noMemoryForKey().message //=> 'there is not enough free memory to make a key'
 */
export function noMemoryForKey(): CoachError {
  return new CoachError('there is not enough free memory to make a key', {
    hint: 'Nothing was changed. Close other programs and try again.',
  });
}
