// A screen: its width and styles, and text wrapped to fit it.
import displayWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import type { Style } from './style.ts';

/** A screen to be filled: how wide, and how words are set off. */
export interface Page {
  readonly width: number;
  readonly style: Style;
  /** Gives a sentence of coach's own with its commands as they are called here (`asRun`); without it they stay as they are. */
  readonly asCalled?: (sentence: string) => string;
}

/**
 * A sentence as it stands, where commands are called as they mostly are.
 *
 * @example
 * asItIs('See how they went: coach review') //=> 'See how they went: coach review'
 */
export function asItIs(sentence: string): string {
  return sentence;
}

/** Lines longer than this are hard to read, however wide the screen is. */
export const WIDEST_LINE = 84;

/** On a narrower screen nothing can be read; lines are wider than it then. */
const NARROWEST_LINE = 10;

/**
 * Text wrapped between words to the width of a screen, at most 84 columns; each line may be indented. A word
 * longer than the line is broken; a number and its percent sign stay together, and so does a command in
 * backticks. A line that fits stays as it is, but for blanks at its end; styles go on from line to line.
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
  if ((plain.test(line) ? line.length : displayWidth(line)) <= columns) return [line];
  const own = /^ */.exec(line)?.[0].slice(0, columns / 2) ?? '';
  const room = columns - own.length;
  const held = line.includes(HELD)
    ? line
    : line
        .replaceAll(percent, HELD)
        .replaceAll(command, (one) => (one.length > room ? one : one.replaceAll(' ', HELD)));
  const rows = brokenBetween(held.trimStart(), room);
  if (held === line) return rows.map((row) => (own + row).trimEnd());
  return rows.map((row) => (own + row.replace(HELD_FIRST, '').replaceAll(HELD, ' ')).trimEnd());
}

/** The library knows all scripts and styles, and to load what it knows takes as long as everything else that is done with a line. */
function brokenBetween(text: string, room: number): readonly string[] {
  const words = plain.test(text) ? text.split(' ') : [];
  if (words.length === 0 || words.some(({ length }) => length === 0 || length > room))
    return wrapAnsi(text, room, { hard: true, trim: true }).split('\n');
  const rows: string[] = [];
  let row = words[0] ?? '';
  for (const word of words.slice(1)) {
    if (row.length + 1 + word.length <= room) row += ` ${word}`;
    else {
      rows.push(row);
      row = word;
    }
  }
  return [...rows, row];
}

/** Text of which each character is one column wide, which is seen sooner than how wide other text is. */
const plain = /^[ -~\ue000]*$/;

/** Stands for a blank at which no line is broken; nobody writes it, since no font has it. */
const HELD = '\ue000';
const HELD_FIRST = new RegExp(`^${HELD}`);
/** A command within words, to be copied. */
const command = /`coach [^`]+`/g;
/** The blank between a number and its percent sign, each of which may have a style. */
// eslint-disable-next-line no-control-regex -- styles are control sequences
const percent = /(?<=\d(?:\u001b\[\d+m)*) (?=(?:\u001b\[\d+m)*%)/g;

/**
 * Words that lead to a command; where both do not fit in a line, the command has its own, so that it can be copied.
 *
 * @example
 * told('Next:', 'coach challenge ready', 20) //=> ['Next:', 'coach challenge\nready']
 */
export function told(words: string, command: string, width: number): readonly string[] {
  const line = `${words} ${command}`;
  return wrap(line, width).includes('\n') ? [wrap(words, width), wrap(command, width)] : [line];
}

/**
 * A command and what it does; where both do not fit in a line, each has its own.
 *
 * @example
 * commandLines('coach challenge ready', 'take it up again', 30)
 * //=> ['coach challenge ready', '  take it up again']
 */
export function commandLines(command: string, does: string, width: number): readonly string[] {
  const line = `${command}   ${does}`;
  return wrap(line, width).includes('\n') ? [wrap(command, width), wrap(does, width, '  ')] : [line];
}
