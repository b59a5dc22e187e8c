// A text as one word of a POSIX shell, and a name as the flag that names it.
import { oneLine } from '../../domain/text/plain-text.ts';

/* eslint-disable no-control-regex -- names of files may hold control characters */

/**
 * A text as one word of a POSIX shell, whatever it holds. What cannot be seen, or would change what is seen
 * around it, is written with escapes, as bash, zsh and ksh read them.
 *
 * @example
 * shellWord("/home/d/it's here") //=> "'/home/d/it'\\''s here'"
 */
export function shellWord(text: string): string {
  if (/^[\w/.,:+@%][\w/.,:+=@%-]*$/.test(text)) return text;
  if (!unseen.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = text.replace(/[\\']/g, String.raw`\$&`).replace(new RegExp(unseen, 'gu'), asBytes);
  return `$'${escaped}'`;
}

/**
 * A flag and its value, as they are typed; a value that begins as a flag does would be taken for one after a blank.
 *
 * @example
 * flagWord('--about', 'D.') //=> '--about D.'
 * flagWord('--about', '-x') //=> "--about='-x'"
 */
export function flagWord(flag: string, value: string): string {
  return `${flag}${value.startsWith('-') ? '=' : ' '}${shellWord(value)}`;
}

/**
 * The flag that names a relationship, with the blank before it; empty where there is none.
 *
 * @example
 * aboutFlag('The team') //=> " --about 'The team'"
 */
export function aboutFlag(about: string | null): string {
  return about === null ? '' : ` ${flagWord('--about', oneLine(about))}`;
}

/** Bytes of UTF-8, which shells read alike in every locale. */
function asBytes(character: string): string {
  const bytes = Array.from(new TextEncoder().encode(character));
  return bytes.map((byte) => String.raw`\x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** Control characters, and marks that turn the direction of text. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
