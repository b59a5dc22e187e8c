import displayWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Lines longer than this are hard to read, however wide the screen is. */
const WIDEST_LINE = 84;

/** On a narrower screen nothing can be read; lines are wider than it then. */
const NARROWEST_LINE = 10;

/**
 * Text wrapped between words to the width of a screen, at most 84 columns; each line may be indented. A word longer than
 * the line is broken. A line that fits stays as it is, but for blanks at its end; styles go on from line to line.
 *
 * @example
 * wrap('one two three', 10, '  ') //=> '  one two\n  three'
 */
export function wrap(text: string, width: number, indent = ''): string {
  const columns = Math.max(NARROWEST_LINE, Math.min(width, WIDEST_LINE) - indent.length);
  return text
    .split('\n')
    .flatMap((line) => rowsOf(line.trimEnd(), columns))
    .map((row) => (row === '' ? '' : indent + row))
    .join('\n');
}

/** A line keeps the blanks it begins with; the rows that it is broken into begin alike. */
function rowsOf(line: string, columns: number): readonly string[] {
  if (displayWidth(line) <= columns) return [line];
  const own = /^ */.exec(line)?.[0].slice(0, columns / 2) ?? '';
  const rows = wrapAnsi(line.trimStart(), columns - own.length, { hard: true, trim: true });
  return rows.split('\n').map((row) => (own + row).trimEnd());
}
