// The texts in the key folder of a journal: the identity, and the recipient with what goes with it.
import type { KeyPair, Pin } from '../../domain/entry/key-pin.ts';

/**
 * An identity as the program `age-keygen` prints it.
 *
 * @param created - The moment, in ISO 8601.
 *
 * @example
 * printIdentity({ identity: 'AGE-SECRET-KEY-1X', recipient: 'age1x' }, '2026-11-29T10:00:00Z')
 * //=> '# created: 2026-11-29T10:00:00Z\n# public key: age1x\nAGE-SECRET-KEY-1X\n'
 */
export function printIdentity({ identity, recipient }: KeyPair, created: string): string {
  return `# created: ${created}\n# public key: ${recipient}\n${identity}\n`;
}

/**
 * The identity in such a text, or in one that somebody copied from paper: blanks and small letters do not matter.
 *
 * @returns Undefined where there is none. Whether it is one shows in its checksum.
 *
 * @example
 * readIdentity('# a comment\nage-secret-key-1x yz\n') //=> 'AGE-SECRET-KEY-1XYZ'
 */
export function readIdentity(text: string): string | undefined {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  const typed = lines.join('').replace(/\s+/g, '').toUpperCase();
  return typed.startsWith('AGE-SECRET-KEY-1') ? typed : undefined;
}

/** What the file of the recipient says: it is there for people and programs, and nothing is sealed for it unseen. */
export interface RecipientFile {
  readonly recipient: string;
  readonly names: Pin['names'];
}

const NAMES_TELL_ALL = '# names of files: whole';

/**
 * A recipient as the program `age -R` reads it.
 *
 * @example
 * printRecipient({ recipient: 'age1x', names: 'day' }) //=> 'age1x\n'
 */
export function printRecipient({ recipient, names }: RecipientFile): string {
  return `${names === 'whole' ? `${NAMES_TELL_ALL}\n` : ''}${recipient}\n`;
}

/**
 * Reads it.
 *
 * @returns `newer` for a recipient of a kind that only a later version knows; undefined where there is none.
 *
 * @example
 * readRecipient('age1pq1qqqq\n') //=> 'newer'
 */
export function readRecipient(text: string): RecipientFile | 'newer' | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  const recipient = lines.find((line) => line !== '' && !line.startsWith('#'));
  if (recipient === undefined || !recipient.startsWith('age1')) return undefined;
  if (!isRecipient(recipient)) return 'newer';
  return { recipient, names: lines.includes(NAMES_TELL_ALL) ? 'whole' : 'day' };
}

/**
 * Whether something is written as a recipient. A typing mistake shows in its checksum only.
 *
 * @example
 * isRecipient('age1qqqq') //=> false
 */
export function isRecipient(value: unknown): value is string {
  return typeof value === 'string' && /^age1[02-9ac-hj-np-z]{58}$/.test(value);
}
