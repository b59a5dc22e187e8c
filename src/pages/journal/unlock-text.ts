// The words of asking for the passphrase.
import { entriesInWords } from '../text/words.ts';

/** What is asked for. */
export const ASK_PASSPHRASE = 'Passphrase of your journal:';

/** The same where somebody came to write, and may. */
export const ASK_OR_WITHOUT =
  "Passphrase of your journal (Enter: go on without it; earlier answers aren't shown then):";

/** What is said where an editor is opened, and no folder is in memory. */
export const COPY_ON_DISK = 'While you edit, a readable copy is on the disk.';

/** What is said once something was written, where the folder of the key is gone or holds another one. */
export const KEY_DIFFERS =
  'coach: the folder .key of the journal is missing or damaged, or it holds another key. What you write is encrypted for the key that this computer knows: coach doctor';

/**
 * The line about entries that are not encrypted.
 *
 * @example
 * inClearText(2) //=> 'coach: 2 entries are not encrypted yet: coach encrypt'
 */
export function inClearText(count: number): string {
  return `coach: ${entriesInWords(count)} ${count === 1 ? 'is' : 'are'} not encrypted yet: coach encrypt`;
}

/** What is said of a wrong one, before it is asked for again. */
export const WRONG = "That isn't the passphrase.";
