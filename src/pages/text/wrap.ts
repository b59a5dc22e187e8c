// Text wrapped to the width of a screen.
import displayWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';

/** Lines longer than this are hard to read, however wide the screen is. */
const WIDEST_LINE = 84;

/** On a narrower screen nothing can be read; lines are wider than it then. */
const NARROWEST_LINE = 10;

/**
 * Text wrapped between words to the width of a screen, at most 84 columns; each line may be indented. A word
 * longer than the line is broken; a number and its percent sign stay together. A line that fits stays as it
 * is, but for blanks at its end; styles go on from line to line.
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
  const held = line.includes(HELD) ? line : line.replaceAll(percent, HELD);
  const rows = wrapAnsi(held.trimStart(), columns - own.length, { hard: true, trim: true });
  if (held === line) return rows.split('\n').map((row) => (own + row).trimEnd());
  return rows.split('\n').map((row) => (own + row.replace(HELD_FIRST, '').replaceAll(HELD, ' ')).trimEnd());
}

/** Stands for a blank at which no line is broken; nobody writes it, since no font has it. */
const HELD = '\ue000';
const HELD_FIRST = new RegExp(`^${HELD}`);
/** The blank between a number and its percent sign, each of which may have a style. */
// eslint-disable-next-line no-control-regex -- styles are control sequences
const percent = /(?<=\d(?:\u001b\[\d+m)*) (?=(?:\u001b\[\d+m)*%)/g;
