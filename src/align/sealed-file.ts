// The text of a sealed file, found in whatever it came in, such as a message.
import { readAgeHeader } from '../formats/sealing/age-header.ts';

/** So much of a file is looked at, in bytes; none that was sealed here is longer. */
export const LARGEST_FILE = 64 * 1024;

/** The harder a passphrase is to guess, the longer one file can keep a machine busy. */
export const MOST_FACTOR = 18;

/** Why a text cannot be opened, whatever the words. */
export type Unsealed =
  | { readonly is: 'other' | 'cut-off' | 'newer' }
  | { readonly is: 'too-hard'; readonly factor: number };

const BEGINS = '-----BEGIN AGE ENCRYPTED FILE-----';
const ENDS = '-----END AGE ENCRYPTED FILE-----';
const LINE = 64;

/** So many signs of it hold the header, and make whole bytes. */
const HEADER = 400;

/**
 * The sealed part of a text, with lines as they were before a message quoted, indented or broke them.
 *
 * @example
 * sealedTextIn('Dear D.,\nhere it is.') //=> { is: 'other' }
 * sealedTextIn('-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5') //=> { is: 'cut-off' }
 */
export function sealedTextIn(text: string): { readonly sealed: string } | Unsealed {
  const begins = text.indexOf(BEGINS);
  if (begins < 0) return { is: 'other' };
  const ends = text.indexOf(ENDS, begins);
  if (ends < 0) return { is: 'cut-off' };
  const signs = text.slice(begins + BEGINS.length, ends).replaceAll(/[>\s]/g, '');
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(signs) || signs.length % 4 !== 0) return { is: 'cut-off' };
  const header = readAgeHeader(atob(signs.slice(0, HEADER)));
  if (!header || header.kind === 'keys') return { is: 'other' };
  if (header.kind === 'newer') return { is: 'newer' };
  if (header.factor > MOST_FACTOR) return { is: 'too-hard', factor: header.factor };
  const lines = Array.from({ length: Math.ceil(signs.length / LINE) }, (_, at) =>
    signs.slice(at * LINE, (at + 1) * LINE),
  );
  return { sealed: [BEGINS, ...lines, ENDS, ''].join('\n') };
}
