import { emitKeypressEvents } from 'node:readline';
import { ReadStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import { createPrompt, makeTheme, useEffect, useKeypress, usePrefix, useState } from '@inquirer/core';
import type { Status, Theme } from '@inquirer/core';
import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import { CoachError } from '../domain/errors.ts';
import { shown } from '../domain/graphemes.ts';
import * as edit from '../domain/text-buffer.ts';
import type { Row, TextBuffer } from '../domain/text-buffer.ts';
import { plainText } from '../domain/text.ts';

export interface MultilineConfig {
  /** What is asked; drawn above the text. An empty one takes no row. */
  readonly message: string;
  /** The text to begin with. */
  readonly default?: string;
  /**
   * What ends the text. `ctrl-d` (the default): Enter is a new line. `enter`: the text is one line; line feeds that are pasted
   * become blanks.
   */
  readonly submit?: 'ctrl-d' | 'enter';
  /** Whether Enter in an empty field ends it, with an empty text; true when absent. */
  readonly emptySubmits?: boolean;
  /** Drawn before each row of the text. */
  readonly gutter?: string;
  /** The help under the text, with ` · ` between its parts. Empty: none. Absent: the keys that end the text. */
  readonly keys?: string;
  /** Told each new text, at most once for all that is typed or pasted in one go, and the last one before the prompt ends. */
  readonly onChange?: (text: string) => void;
  /** Edits the text elsewhere, on Ctrl-G; may have the terminal meanwhile. When it throws, the message is shown and the text stays. */
  readonly edit?: (text: string) => string | Promise<string>;
  /** Whether Esc ends the prompt. */
  readonly escape?: boolean;
  /** What may stand in a text; applied to what is pasted, edited or there by default. */
  readonly plainText?: (text: string) => string;
  readonly theme?: Partial<Pick<MultilineTheme, 'prefix'>> & {
    readonly style?: Partial<MultilineTheme['style']>;
  };
}

/** Inquirer's theme, with the styles of the gutter and of the text itself. */
export type MultilineTheme = Theme<{
  style: {
    gutter: (text: string, status: Status) => string;
    text: (text: string, status: Status) => string;
  };
}>;

export interface MultilineAnswer {
  readonly text: string;
  readonly ended: 'done' | 'escape';
}

const fieldPrompt = createPrompt<MultilineAnswer, MultilineConfig>((config, done) => {
  const theme: MultilineTheme = makeTheme<MultilineTheme>(plainTheme, config.theme);
  const [, setDrawings] = useState(0);
  const [field] = useState(() => new Field(config, () => setDrawings((count) => count + 1)));
  const prefix = usePrefix({ status: field.status, theme });
  field.done = done;
  useEffect((readline) => field.open(readline), []);
  useKeypress((key) => field.press(key));
  return field.draw(theme, prefix);
});

/**
 * An inquirer prompt for a text of many lines, typed and pasted in place.
 *
 * Ctrl-C rejects with inquirer's ExitPromptError, as in every prompt.
 *
 * @example
 * await multilinePrompt({ message: 'What happened?' })
 * //=> { text: 'They asked.\nI waited.', ended: 'done' }
 */
export const multilinePrompt: typeof fieldPrompt = (config, context = {}) => {
  hearEscapeSoon(context.input ?? process.stdin);
  return fieldPrompt(config, context);
};

/**
 * Makes Node tell of Esc after a tenth of a second. It waits for the rest of an escape sequence, half a second if it is not told
 * otherwise, and only the first who listens to the keys of a stream can tell it: call this before the first prompt of any kind.
 *
 * @example
 * hearEscapeSoon(process.stdin)
 */
export function hearEscapeSoon(input: NodeJS.ReadableStream): void {
  // The types ask for a whole readline interface, of which only this is read.
  Reflect.apply(emitKeypressEvents, undefined, [input, { escapeCodeTimeout: escapeMilliseconds }]);
}

type Readline = Parameters<Parameters<typeof useKeypress>[0]>[1];

/** What Node tells of a key; inquirer's type leaves out half of it. */
interface Key {
  readonly name?: string;
  readonly ctrl?: boolean;
  readonly meta?: boolean;
  readonly sequence?: string;
}

const asIs = (text: string): string => text;
const plainTheme = { style: { gutter: asIs, text: asIs } };
const separator = ' · ';
const defaultGutter = '│ ';
const editing = 'The editor is open; save and close it.';
const defaultColumns = 80;
const defaultRows = 24;
/** On a screen too small for everything, so many rows are left to the text. */
const fewestRows = 2;

const pasteOn = '\u001b[?2004h';
const pasteOff = '\u001b[?2004l';
const pasteEnd = '\u001b[201~';
const eraseBelow = '\u001b[J';
const clearScreen = '\u001b[H\u001b[2J';
const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '');
const down = (rows: number): string => (rows > 0 ? `\u001b[${rows}B` : '');

const escapeMilliseconds = 100;

// eslint-disable-next-line no-control-regex
const beginsSequence = /^(?:\u001b[[\]PX^_]|[\u0090\u0098\u009b\u009d-\u009f])/;
const wholeSequence =
  // Control sequences end with a letter or the like, control strings with BEL or ST.
  // eslint-disable-next-line no-control-regex
  /^(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|^(?:\u001b[\]PX^_]|[\u0090\u0098\u009d-\u009f])[^]*(?:\u0007|\u001b\\|\u009c)$/;
// eslint-disable-next-line no-control-regex
const controlSequence = /^(?:\u001b\[|\u009b)/;
// eslint-disable-next-line no-control-regex
const controlCharacter = /[\u0000-\u001f\u007f-\u009f]/;

const edits: Readonly<Record<string, (buffer: TextBuffer) => TextBuffer>> = {
  backspace: edit.deleteLeft,
  delete: edit.deleteRight,
  left: edit.moveLeft,
  right: edit.moveRight,
  home: edit.moveToLineStart,
  end: edit.moveToLineEnd,
  tab: (buffer) => edit.insert(buffer, '  '),
  'ctrl-a': edit.moveToLineStart,
  'ctrl-e': edit.moveToLineEnd,
  'ctrl-b': edit.moveLeft,
  'ctrl-f': edit.moveRight,
  'ctrl-u': edit.deleteToLineStart,
  'ctrl-k': edit.deleteToLineEnd,
  'ctrl-w': edit.deleteWordLeft,
  'ctrl-backspace': edit.deleteWordLeft,
  'ctrl-delete': edit.deleteWordRight,
  'ctrl-left': edit.moveWordLeft,
  'ctrl-right': edit.moveWordRight,
  'ctrl-home': edit.moveToTextStart,
  'ctrl-end': edit.moveToTextEnd,
  'alt-left': edit.moveWordLeft,
  'alt-right': edit.moveWordRight,
  'alt-b': edit.moveWordLeft,
  'alt-f': edit.moveWordRight,
  'alt-d': edit.deleteWordRight,
  'alt-delete': edit.deleteWordRight,
  'alt-backspace': edit.deleteWordLeft,
};

/** By how many rows a key moves; a page is as much as is seen. */
const rowMoves: Readonly<Record<string, (page: number) => number>> = {
  up: () => -1,
  down: () => 1,
  'ctrl-p': () => -1,
  'ctrl-n': () => 1,
  pageup: (page) => -page,
  pagedown: (page) => page,
};

/** Why the editor gave no text back. */
interface Notice {
  readonly problem: string;
  readonly hint: string | undefined;
}

/** What is on the screen: the display widths of all rows, and where among them the cursor is. */
interface Drawing {
  readonly widths: readonly number[];
  readonly row: number;
  readonly column: number;
}

/** The text field from the first drawing to the last: its text, its keys, and what it does to the terminal. */
class Field {
  status: 'idle' | 'editing' | 'done' = 'idle';
  done: (answer: MultilineAnswer) => void = () => undefined;

  readonly #config: MultilineConfig;
  readonly #redraw: () => void;
  #readline: Readline | undefined;
  #closed = false;
  #suspended = false;
  #buffer: TextBuffer;
  #toldText: string;
  #notice: Notice | undefined;

  /** Keys that come in one go are drawn, and told of, once. */
  #inBurst = false;
  /** Enter in an empty field, until it is known whether it was pasted with more behind it. */
  #emptyEnters = 0;
  #afterReturn = false;
  /** What of a paste has come so far. */
  #paste: string | undefined;
  /** The beginning of a control sequence whose rest Node would tell of as keys. */
  #sequence = '';

  #drawing: Drawing = { widths: [0], row: 0, column: 0 };
  /** The line that readline is made to believe in, since inquirer places the cursor by it. On an empty one Ctrl-D would close. */
  #standIn = { line: ' ', cursor: 0 };
  /** The first row of the text that is seen, and how many are. */
  #topRow = 0;
  #page = 1;

  constructor(config: MultilineConfig, redraw: () => void) {
    this.#config = config;
    this.#redraw = redraw;
    this.#toldText = this.#cleaned(config.default ?? '');
    this.#buffer = edit.textBuffer(this.#toldText);
  }

  /** Takes the terminal; the function that comes back lets go of it. */
  open(readline: Readline): () => void {
    this.#readline = readline;
    const suspend = (): void => this.#suspend();
    const resume = (): void => this.#resume();
    const resized = (): void => this.#resized();
    readline.on('SIGTSTP', suspend);
    process.on('SIGCONT', resume).on('SIGWINCH', resized);
    this.#write(pasteOn);
    this.#redraw();
    return () => {
      this.#closed = true;
      readline.removeListener('SIGTSTP', suspend);
      process.off('SIGCONT', resume).off('SIGWINCH', resized);
      this.#write(pasteOff);
      this.#tell();
    };
  }

  press(key: Key): void {
    // Readline has edited its line by now.
    Object.assign(this.#readline ?? {}, this.#standIn);
    if (this.status !== 'idle' || this.#suspended) return;
    this.#beginBurst();
    if (this.#goesIntoPaste(key) || this.#goesIntoSequence(key)) return;
    this.#notice = undefined;
    const afterReturn = this.#afterReturn;
    this.#afterReturn = key.name === 'return';
    // Some terminals paste both characters of a CRLF.
    if (key.name === 'enter' && afterReturn) return;
    if (key.name === 'return' || key.name === 'enter') this.#enter();
    else if (this.#emptyEnters > 0 && !isTyped(key)) this.#finish('done');
    else this.#act(key);
  }

  draw(theme: MultilineTheme, prefix: string): [string, string] {
    if (this.#readline === undefined) return [' ', ''];
    const columns = this.#columns();
    if (this.status === 'editing') {
      // An editor without a screen of its own writes from the empty row on.
      return this.#composed([theme.style.help(editing.slice(0, columns - 1)), ''], 1, 0);
    }
    const { message, gutter = defaultGutter } = this.#config;
    const asked = [prefix, theme.style.message(message, this.status)].filter((part) => part !== '').join(' ');
    const head = message === '' ? [] : rowsOf(asked, columns - 1);
    const rowText = ({ start, end }: Row): string =>
      theme.style.gutter(gutter, this.status) +
      theme.style.text(shown(this.#buffer.text.slice(start, end)).trimEnd(), this.status);

    const rows = edit.layout(this.#buffer.text, this.#textColumns());
    if (this.status === 'done') {
      const lines = [...head, ...(this.#buffer.text === '' ? [] : rows.map(rowText))];
      return this.#composed(lines, lines.length - 1, 0);
    }
    const { row, column } = edit.placeOf(this.#buffer, this.#textColumns());
    const keys = this.#config.keys ?? this.#defaultKeys();
    const { problem = '', hint = '' } = this.#notice ?? {};
    const notice = [
      ...(problem === '' ? [] : rowsOf(theme.style.error(problem), columns - 1)),
      ...(hint === '' ? [] : rowsOf(theme.style.help(hint), columns - 1)),
    ];
    const footer = (help: string): readonly string[] => [
      ...notice,
      ...foldedKeys(help, columns - 1).map((line) => theme.style.help(line)),
    ];
    // Inquirer cannot erase rows that have left the screen: what is drawn must fit on it.
    const screen = this.#screenRows() - 1;
    const withPosition = footer(
      [`line ${row + 1} of ${rows.length}`, keys].filter((part) => part !== '').join(separator),
    );
    const whole = footer(keys);
    const fits = head.length + rows.length + whole.length <= screen;
    const foot = fits ? whole : withPosition;
    const cramped = head.length + foot.length + fewestRows > screen;
    const top = cramped ? head.slice(0, Math.max(screen - fewestRows, 0)) : head;
    const bottom = cramped ? [] : foot;
    this.#page = Math.max(screen - top.length - bottom.length, 1);
    this.#topRow = Math.max(Math.min(this.#topRow, row, rows.length - this.#page), row - this.#page + 1, 0);
    const seen = rows.slice(this.#topRow, this.#topRow + this.#page);
    return this.#composed(
      [...top, ...seen.map(rowText), ...bottom],
      top.length + row - this.#topRow,
      Math.min(stringWidth(gutter) + column, columns - 1),
    );
  }

  /** Rows as inquirer wants them: those up to the cursor, and those below; remembers what they take up. */
  #composed(lines: readonly string[], row: number, column: number): [string, string] {
    const columns = this.#columns();
    const drawn = lines.length === 0 ? [''] : [...lines];
    const at = Math.max(row, 0);
    // Inquirer breaks the line below the cursor where its length in characters is a multiple of the columns; a blank is trimmed.
    const characters = (): number => stripVTControlCharacters(drawn[at] ?? '').length;
    if (characters() % columns === 0) drawn[at] = `${drawn[at] ?? ''} `;
    // It also takes that length for the width. Readline's rows, counted from this line, make up for it.
    const cursor = Math.floor(characters() / columns) * columns + column;
    this.#standIn = { line: ' '.repeat(Math.max(characters(), cursor)), cursor };
    Object.assign(this.#readline ?? {}, this.#standIn);
    const widths = drawn.map((line) => stringWidth(stripVTControlCharacters(line).trimEnd()));
    this.#drawing = { widths, row: at, column };
    return [drawn.slice(0, at + 1).join('\n'), drawn.slice(at + 1).join('\n')];
  }

  #act(key: Key): void {
    const name = (key.ctrl === true ? 'ctrl-' : key.meta === true ? 'alt-' : '') + (key.name ?? '');
    const rows = rowMoves[name];
    this.#insert('\n'.repeat(this.#emptyEnters));
    this.#emptyEnters = 0;
    if (name === 'ctrl-d') this.#finish('done');
    else if (name === 'ctrl-g') this.#edit();
    else if (name === 'ctrl-l') this.#clear();
    else if (key.name === 'escape') this.#escape();
    else if (rows !== undefined)
      this.#buffer = edit.moveRows(this.#buffer, rows(this.#page), this.#textColumns());
    else if (edits[name] !== undefined) this.#buffer = edits[name](this.#buffer);
    else if (isTyped(key)) this.#insert(key.sequence ?? '');
  }

  #enter(): void {
    const oneLine = this.#config.submit === 'enter';
    if (this.#buffer.text === '' && this.#config.emptySubmits !== false) {
      if (oneLine) this.#finish('done');
      else this.#emptyEnters += 1;
    } else if (!oneLine) {
      this.#buffer = edit.newline(this.#buffer);
    } else if (this.#buffer.text !== '') {
      this.#finish('done');
    }
  }

  #escape(): void {
    if (this.#config.escape === true) this.#finish('escape');
  }

  #insert(text: string): void {
    if (text !== '') this.#buffer = edit.insert(this.#buffer, text);
  }

  #finish(ended: MultilineAnswer['ended']): void {
    this.status = 'done';
    this.#tell();
    this.#redraw();
    this.done({ text: this.#buffer.text, ended });
  }

  #beginBurst(): void {
    if (this.#inBurst) return;
    this.#inBurst = true;
    setImmediate(() => this.#endBurst());
  }

  #endBurst(): void {
    this.#inBurst = false;
    this.#afterReturn = false;
    this.#sequence = '';
    if (this.#closed || this.#suspended || this.status !== 'idle' || this.#paste !== undefined) return;
    if (this.#emptyEnters > 0) {
      this.#finish('done');
    } else {
      this.#tell();
      this.#redraw();
    }
  }

  #tell(): void {
    if (this.#buffer.text === this.#toldText) return;
    this.#toldText = this.#buffer.text;
    this.#config.onChange?.(this.#toldText);
  }

  #goesIntoPaste({ name, sequence = '' }: Key): boolean {
    if (this.#paste === undefined) {
      if (name === 'paste-start') this.#paste = '';
      return name === 'paste-start';
    }
    this.#paste += sequence;
    // A broken control sequence at the end of what is pasted may have swallowed the beginning of the end.
    if (sequence.endsWith('~') && this.#paste.endsWith(pasteEnd)) {
      this.#insert(this.#cleaned(this.#paste.slice(0, -pasteEnd.length)));
      this.#paste = undefined;
    }
    return true;
  }

  #goesIntoSequence({ name, sequence = '' }: Key): boolean {
    const unknown = name === undefined || name === 'undefined' || !controlSequence.test(sequence);
    const begins = unknown && beginsSequence.test(sequence) && !wholeSequence.test(sequence);
    if (this.#sequence === '' && !begins) return false;
    this.#sequence += sequence;
    if (wholeSequence.test(this.#sequence)) this.#sequence = '';
    return true;
  }

  #cleaned(text: string): string {
    const clean = (this.#config.plainText ?? plainText)(text);
    return this.#config.submit === 'enter' ? clean.replaceAll(/\n+/g, ' ') : clean;
  }

  #edit(): void {
    const editText = this.#config.edit;
    if (editText === undefined) return;
    this.status = 'editing';
    this.#tell();
    this.#redraw();
    // Behind the drawing, since the editor may keep this thread to itself.
    setImmediate(() => void this.#editElsewhere(editText));
  }

  async #editElsewhere(editText: (text: string) => string | Promise<string>): Promise<void> {
    this.#readline?.pause();
    this.#setRawMode(false);
    this.#write(pasteOff);
    try {
      this.#buffer = edit.textBuffer(this.#cleaned(await editText(this.#buffer.text)));
    } catch (error) {
      this.#notice = noticeOf(error);
    }
    if (this.#closed) return;
    this.status = 'idle';
    this.#setRawMode(true);
    this.#write(pasteOn);
    this.#readline?.resume();
    this.#tell();
    this.#redraw();
  }

  /** Ctrl-Z. The whole group stops, as when the terminal itself does it, or a script that started us would hang. */
  #suspend(): void {
    if (this.status !== 'idle' || this.#paste !== undefined) return;
    this.#write(`${down(this.#rowsBelow())}\r\n${pasteOff}`);
    this.#setRawMode(false);
    this.#suspended = true;
    process.kill(0, 'SIGTSTP');
    // Where no shell could ever continue us, the system does not stop us, and no SIGCONT comes.
    setImmediate(() => setImmediate(() => this.#suspended && this.#resume()));
  }

  #resume(): void {
    this.#suspended = false;
    if (this.#closed || this.status !== 'idle') return;
    // Off and on, since Node thinks it is still on when it was not Ctrl-Z that stopped us.
    this.#setRawMode(false);
    this.#setRawMode(true);
    this.#write(pasteOn);
    this.#drawAnew();
  }

  /** Most terminals wrap what was drawn when they become narrower; the drawing then takes more rows. */
  #resized(): void {
    if (this.#closed || this.status !== 'idle') return;
    const columns = this.#columns();
    const { widths, row, column } = this.#drawing;
    const above = widths
      .slice(0, row)
      .reduce((rows, width) => rows + Math.max(Math.ceil(width / columns), 1), 0);
    this.#write(`${up(above + Math.floor(column / columns))}\r${eraseBelow}`);
    this.#drawAnew();
  }

  #clear(): void {
    this.#write(clearScreen);
    this.#drawAnew();
  }

  /** Draws from the cursor's row on: makes as much room as inquirer thinks that it has drawn on, for it to erase. */
  #drawAnew(): void {
    this.#write('\r\n'.repeat(this.#drawing.widths.length - 1) + up(this.#rowsBelow()));
    this.#redraw();
  }

  #rowsBelow(): number {
    return this.#drawing.widths.length - 1 - this.#drawing.row;
  }

  #write(text: string): void {
    this.#readline?.output.unmute();
    this.#readline?.output.write(text);
    this.#readline?.output.mute();
  }

  #setRawMode(on: boolean): void {
    if (this.#readline?.input instanceof ReadStream) this.#readline.input.setRawMode(on);
  }

  #columns(): number {
    return sizeOf(this.#readline, 'columns') ?? defaultColumns;
  }

  #screenRows(): number {
    return sizeOf(this.#readline, 'rows') ?? defaultRows;
  }

  #textColumns(): number {
    return this.#columns() - stringWidth(this.#config.gutter ?? defaultGutter);
  }

  #defaultKeys(): string {
    const { submit, edit: editText, escape } = this.#config;
    const parts = [submit === 'enter' ? 'Enter done' : 'Ctrl-D done'];
    if (editText !== undefined) parts.push('Ctrl-G editor');
    if (escape === true) parts.push('Esc leave');
    return parts.join(separator);
  }
}

function isTyped({ ctrl, meta, name, sequence = '' }: Key): boolean {
  return (
    ctrl !== true &&
    meta !== true &&
    (name === 'tab' || (sequence !== '' && !controlCharacter.test(sequence)))
  );
}

function sizeOf(readline: Readline | undefined, side: 'columns' | 'rows'): number | undefined {
  const size: unknown = readline === undefined ? undefined : Reflect.get(readline.output, side);
  return typeof size === 'number' && size > 0 ? size : undefined;
}

function rowsOf(text: string, columns: number): readonly string[] {
  return wrapAnsi(text, columns, { hard: true, trim: false }).split('\n');
}

/** Breaks help between its parts, and within a part only where the part alone is too long. */
function foldedKeys(keys: string, columns: number): readonly string[] {
  const rows: string[] = [];
  for (const part of keys === '' ? [] : keys.split(separator)) {
    const row = [...rows.slice(-1), part].join(separator);
    if (rows.length > 0 && stringWidth(row) <= columns) rows[rows.length - 1] = row;
    else rows.push(part);
  }
  return rows.flatMap((row) => rowsOf(row, columns));
}

function noticeOf(error: unknown): Notice {
  return {
    problem: error instanceof Error ? error.message : String(error),
    hint: error instanceof CoachError ? error.hint : undefined,
  };
}
