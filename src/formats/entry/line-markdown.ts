// One line of words in an entry's file: a title, a wording, a part, a meaning in brackets.
import { oneLine } from '../../domain/text/plain-text.ts';

/** What a backslash may stand before in Markdown, where viewers do not show it. */
const punctuation = String.raw`[!-/:-@[-\`{-~]`;
const escape = new RegExp(String.raw`\\(?=${punctuation})`, 'g');
const escaped = new RegExp(String.raw`\\(${punctuation})`, 'g');

/**
 * One line as Markdown shows it: a backslash that would hide itself before a sign is doubled. Nothing else is changed.
 *
 * @example
 * printLine('a\\_b') //=> 'a\\\\_b'
 */
export function printLine(text: string): string {
  return text.includes('\\') ? text.replace(escape, '\\\\') : text;
}

/**
 * The line that Markdown shows: without the backslashes that formatters put before signs. Undoes `printLine`.
 *
 * @example
 * readLine('3 \\* 4, or \\_so\\_') //=> '3 * 4, or _so_'
 */
export function readLine(text: string): string {
  return oneLine(text.includes('\\') ? text.replace(escaped, '$1') : text);
}

/**
 * The words of a heading as they stand behind its signs, where the last of them could be taken for a closing one.
 *
 * @example
 * printHeading('What is # ') //=> 'What is \\#'
 */
export function printHeading(text: string): string {
  return printLine(text)
    .replace(/(^|[ \t])(#+[ \t]*)$/, '$1\\$2')
    .trimEnd();
}

/**
 * The words of a heading: what stands behind its signs, without those that close it. Undoes `printHeading`.
 *
 * @example
 * readHeading('What happened? ##') //=> 'What happened?'
 */
export function readHeading(text: string): string {
  return readLine(text.includes('#') ? text.replace(/(^|[ \t])#+[ \t]*$/, '') : text);
}
