// Words that are said aloud or written on paper: made at random, and read however they are typed.
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** No two words begin with the same four letters. */
const TELLING = 4;

/**
 * Words to open something with. Each is one of 2,048: five hold 55 bits, six 66.
 *
 * @param random - Draws a share from 0 to below 1 from a cryptographic source.
 * @see https://github.com/bitcoin/bips/blob/master/bip-0039.mediawiki, whose English list is chosen so that four letters tell a word.
 *
 * @example
 * spokenWords(2, () => 0.5) //=> 'length length'
 */
export function spokenWords(count: number, random: () => number): string {
  return Array.from({ length: count }, () => wordlist[Math.floor(random() * wordlist.length)]).join(' ');
}

/**
 * Words as they were made, from what somebody typed who heard or copied them: large letters, blanks and what stands between words do
 * not matter, nor what comes after the fourth letter of a word.
 *
 * @returns Undefined where one of them is no word of the list, or begins several.
 *
 * @example
 * readSpokenWords(' Pair, evol  FORTune ') //=> 'pair evolve fortune'
 * readSpokenWords('pair evolved xyz') //=> undefined
 */
export function readSpokenWords(typed: string): string | undefined {
  const words = typed
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
    .map(wordMeant);
  return words.length > 0 && words.every((word) => word !== undefined) ? words.join(' ') : undefined;
}

function wordMeant(typed: string): string | undefined {
  if (wordlist.includes(typed)) return typed;
  return typed.length < TELLING
    ? undefined
    : wordlist.find((word) => word.startsWith(typed.slice(0, TELLING)));
}
