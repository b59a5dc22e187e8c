import displayWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Lines longer than this are hard to read, however wide the screen is. */
const WIDEST_LINE = 84;

/** Narrower than this nothing can be read; such a screen gets lines that are too wide. */
const NARROWEST_LINE = 10;

/**
 * Text wrapped between words to the width of a screen, at most 84 columns; each line may be indented. A word longer than
 * the line is broken. Lines that fit stay as they are but for blanks at their end; styles go on from line to line.
 *
 * @example
 * wrap('one two three', 10, '  ') //=> '  one two\n  three'
 */
export function wrap(text: string, width: number, indent = ''): string {
  const columns = Math.max(NARROWEST_LINE, Math.min(width, WIDEST_LINE) - indent.length);
  return text
    .split('\n')
    .flatMap((line) => linesOf(line, columns))
    .map((line) => line.replace(/[ \t]+$/, ''))
    .map((line) => (line === '' ? '' : `${indent}${line}`))
    .join('\n');
}

function linesOf(line: string, columns: number): readonly string[] {
  if (displayWidth(line) <= columns) return [line];
  return wrapAnsi(line, columns, { hard: true, trim: false }).split('\n');
}
