// The header of a file of age, as far as it tells what opening it takes.
import { sameBytes } from '../../domain/text/bytes.ts';

/** What the header of a file says. */
export type AgeHeader =
  /** Sealed for keys. */
  | { readonly kind: 'keys' }
  /** Sealed with a passphrase. @see WorkFactor */
  | { readonly kind: 'passphrase'; readonly factor: number }
  /** Of a later version. */
  | { readonly kind: 'newer' };

const FORMAT = 'age-encryption.org/';
const BEGINNING = new TextEncoder().encode(FORMAT);

/**
 * Whether a file is one of age, of whatever version.
 *
 * @example
 * isSealed(new TextEncoder().encode('age-encryption.org/v1\n')) //=> true
 * isSealed(new TextEncoder().encode('---\ncoach: 1\n')) //=> false
 */
export function isSealed(file: Uint8Array): boolean {
  return sameBytes(file.subarray(0, BEGINNING.length), BEGINNING);
}

/**
 * Reads the first lines of a file of age. Whether the rest is sound shows when it is opened.
 *
 * @param text - The file, one character for each byte; more than its header is not looked at.
 * @returns Undefined for any other file.
 * @see https://age-encryption.org/v1
 *
 * @example
 * readAgeHeader('age-encryption.org/v1\n-> scrypt Zm9vYmFyYmF6cXV4cXV1eA 18\n') //=> { kind: 'passphrase', factor: 18 }
 */
export function readAgeHeader(text: string): AgeHeader | undefined {
  if (!text.startsWith(FORMAT)) return undefined;
  const [version, stanza = ''] = text.split('\n', 2);
  if (version !== `${FORMAT}v1`) return { kind: 'newer' };
  const factor = /^-> scrypt \S+ ([1-9]\d?)$/.exec(stanza)?.[1];
  return factor === undefined ? { kind: 'keys' } : { kind: 'passphrase', factor: Number(factor) };
}
