import { wrapAnsi } from 'fast-wrap-ansi';

/** Lines longer than this are hard to read, however wide the screen is. */
const WIDEST_LINE = 84;

/**
 * Text wrapped between words to the width of a screen, at most 84 columns; each line may be indented. A word longer than
 * the line is broken.
 *
 * @example
 * wrap('one two three', 8) //=> 'one two\nthree'
 */
export function wrap(text: string, width: number, indent = ''): string {
  const columns = Math.max(10, Math.min(width, WIDEST_LINE) - indent.length);
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns, indent))
    .join('\n');
}

/** A line keeps the blanks it begins with; the lines that it is broken into begin alike. */
function wrapLine(line: string, columns: number, indent: string): string {
  const own = /^ */.exec(line)?.[0].slice(0, columns / 2) ?? '';
  const rows = wrapAnsi(line.trim(), columns - own.length, { hard: true, trim: true }).split('\n');
  return rows.map((row) => (row === '' ? '' : indent + own + row)).join('\n');
}
