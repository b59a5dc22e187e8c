// The rows of a many-line field as they are drawn: message, as much of the text as fits, and help.
import type { Theme } from '@inquirer/core';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { CoachError } from '../../domain/text/errors.ts';
import { shown } from '../../domain/text/graphemes.ts';
import { BETWEEN_KEYS, lineOfText } from '../../pages/text/keys-text.ts';
import { standing } from '../../pages/text/words.ts';
import type { TextBuffer } from './text-buffer.ts';
import { layout, placeOf, type ScreenRow } from './text-layout.ts';

/** The parts of a text field that are drawn; all but the text itself is styled already. */
export interface FieldParts {
  readonly message: string;
  readonly buffer: TextBuffer;
  readonly gutter: string;
  /** Why the last thing that was tried did not work, in lines. */
  readonly notice: readonly string[];
  readonly keys: string;
  readonly helpStyle: (text: string) => string;
}

export interface Screen {
  readonly columns: number;
  readonly rows: number;
}

/** The rows that are drawn, and where among them the cursor is. */
export interface View {
  readonly lines: readonly string[];
  readonly row: number;
  readonly column: number;
}

/** Which part of a text is seen: its first row, and how many rows. */
export interface Window {
  readonly top: number;
  readonly height: number;
}

/**
 * A text field while it is being typed into: the message, the text or as much of it as fits, the help. The
 * window moves only as far as the cursor makes it.
 *
 * The last row of the screen stays free, and its last column but for the cursor. On a screen too small for
 * everything the help goes first, then the end of the message.
 */
export function typingView(
  parts: FieldParts,
  screen: Screen,
  before: Window,
): { readonly view: View; readonly window: Window } {
  const textColumns = screen.columns - stringWidth(parts.gutter);
  const rows = layout(parts.buffer.text, textColumns);
  const { row, column } = placeOf(parts.buffer, textColumns);
  const room = screen.rows - 1;

  const message = messageRows(parts, screen);
  const help = footRows(parts, parts.keys, screen);
  const fits = message.length + rows.length + help.length <= room;
  const keys = [lineOfText(row, rows.length), ...(parts.keys === '' ? [] : [parts.keys])].join(BETWEEN_KEYS);
  const foot = fits ? help : footRows(parts, keys, screen);
  const cramped = message.length + fewestRows + foot.length > room;
  const head = cramped ? message.slice(0, Math.max(room - fewestRows, 0)) : message;
  const below = cramped ? [] : foot;

  const height = Math.max(room - head.length - below.length, 1);
  const highest = Math.max(row - height + 1, 0);
  const top = Math.max(Math.min(before.top, row, rows.length - height), highest);
  const seen = rows.slice(top, top + height).map((row) => textRow(parts, row));
  return {
    view: {
      lines: [...head, ...seen, ...below],
      row: head.length + row - top,
      column: Math.min(stringWidth(parts.gutter) + column, screen.columns - 1),
    },
    window: { top, height },
  };
}

/** A text field when it is done: the message and the whole text. */
export function doneView(parts: FieldParts, screen: Screen): View {
  const { text } = parts.buffer;
  const rows = text === '' ? [] : layout(text, screen.columns - stringWidth(parts.gutter));
  const lines = [...messageRows(parts, screen), ...rows.map((row) => textRow(parts, row))];
  return { lines, row: Math.max(lines.length - 1, 0), column: 0 };
}

/** On a screen too small for everything, so many rows are left to the text. */
const fewestRows = 2;

function messageRows({ message }: FieldParts, screen: Screen): readonly string[] {
  return message === '' ? [] : wrapped(message, screen);
}

function textRow({ buffer, gutter }: FieldParts, { start, end }: ScreenRow): string {
  return gutter + shown(buffer.text.slice(start, end)).trimEnd();
}

function footRows({ notice, helpStyle }: FieldParts, keys: string, screen: Screen): readonly string[] {
  return [...notice.flatMap((line) => wrapped(line, screen)), ...foldedKeys(keys, screen).map(helpStyle)];
}

/** Breaks help between its parts, and within a part only where the part alone is too long. */
function foldedKeys(keys: string, screen: Screen): readonly string[] {
  const rows: string[] = [];
  for (const part of keys === '' ? [] : keys.split(BETWEEN_KEYS)) {
    const row = [...rows.slice(-1), part].join(BETWEEN_KEYS);
    if (rows.length > 0 && stringWidth(row) < screen.columns) rows[rows.length - 1] = row;
    else rows.push(part);
  }
  return rows.flatMap((row) => wrapped(row, screen));
}

function wrapped(text: string, { columns }: Screen): readonly string[] {
  return wrapAnsi(text, columns - 1, { hard: true, trim: false }).split('\n');
}

/** Why something did not work, and what to do about it. */
export function noticeOf(failure: unknown, style: Pick<Theme['style'], 'error' | 'help'>): readonly string[] {
  const hint = failure instanceof CoachError ? failure.hint : undefined;
  return [
    style.error(standing(failure instanceof Error ? failure.message : String(failure))),
    ...(hint === undefined ? [] : [style.help(hint)]),
  ];
}
