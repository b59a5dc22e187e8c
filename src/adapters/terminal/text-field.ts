import { ReadStream } from 'node:tty';
import { stripVTControlCharacters } from 'node:util';
import type { Status, Theme, useKeypress } from '@inquirer/core';
import stringWidth from 'fast-string-width';
import { CoachError } from '../../domain/text/errors.ts';
import * as edit from './text-buffer.ts';
import type { TextBuffer } from './text-buffer.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { editKeys, rowKeys } from './field-keys.ts';
import { doneView, separator, typingView } from './field-view.ts';
import type { FieldParts, Screen, View } from './field-view.ts';
import { isBroken, isTyped, isWhole, type Key, keyName } from './key.ts';

export interface MultilineConfig {
  /** What is asked; drawn above the text. An empty one takes no row. */
  readonly message: string;
  /** The text to begin with. */
  readonly default?: string;
  /**
   * What ends the text. `ctrl-d` (the default): Enter is a new line. `enter`: the text is one line; line
   * feeds that are pasted become blanks.
   */
  readonly submit?: 'ctrl-d' | 'enter';
  /** Whether Enter in an empty field ends it, with an empty text; true when absent. */
  readonly emptySubmits?: boolean;
  /** A text that Enter ends, also where it is a new line otherwise, such as a `?` that asks for help. */
  readonly endsAt?: string;
  /** Drawn before each row of the text. */
  readonly gutter?: string;
  /**
   * The help under the text, with ` · ` between its parts. Empty: none. Absent: the keys that end the text.
   */
  readonly keys?: string;
  /**
   * Told each new text, at most once for all that is typed or pasted in one go, and the last one before the
   * prompt ends.
   */
  readonly onChange?: (text: string) => void;
  /**
   * Edits the text elsewhere, on Ctrl-G; may have the terminal meanwhile. When it throws, the message is
   * shown and the text stays.
   */
  readonly edit?: (text: string) => string | Promise<string>;
  /** Whether Esc ends the prompt. Nothing of it stays on the screen then. */
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

type Readline = Parameters<Parameters<typeof useKeypress>[0]>[1];

const defaultGutter = '│ ';
const editing = 'The editor is open; save and close it.';
const defaultScreen: Screen = { columns: 80, rows: 24 };

const pasteOn = '\u001b[?2004h';
const pasteOff = '\u001b[?2004l';
const pasteEnd = '\u001b[201~';
const eraseBelow = '\u001b[J';
const clearScreen = '\u001b[H\u001b[2J';
const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '');
const down = (rows: number): string => (rows > 0 ? `\u001b[${rows}B` : '');

/** What is on the screen: the display widths of all rows, and where among them the cursor is. */
interface Drawing {
  readonly widths: readonly number[];
  readonly row: number;
  readonly column: number;
}

/**
 * The text field from the first drawing to the last: its text, its keys, and what it does to the terminal.
 */
export class TextField {
  status: 'idle' | 'editing' | 'done' = 'idle';
  done: (answer: MultilineAnswer) => void = () => undefined;

  readonly #config: MultilineConfig;
  readonly #redraw: () => void;
  #readline: Readline | undefined;
  #closed = false;
  #escaped = false;
  #suspended = false;
  /** Drawn anew before SIGCONT was heard, which another thread may have taken. */
  #isAhead = false;
  #buffer: TextBuffer;
  #toldText: string;
  /** What the editor said when it gave no text back. */
  #failure: unknown;

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
  /**
   * The line that readline is made to believe in, since inquirer places the cursor by it. It is never empty:
   * on an empty one Ctrl-D would close readline.
   */
  #standIn = { line: ' ', cursor: 0 };
  #window = { top: 0, height: 1 };

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
    const resume = (): void => this.#continued();
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
    this.#holdReadline();
    if (this.status !== 'idle') return;
    this.#beginBurst();
    if (this.#goesIntoPaste(key) || this.#goesIntoSequence(key)) return;
    this.#failure = undefined;
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
    const screen = this.#screen();
    if (this.status === 'editing') {
      // An editor without a screen of its own writes from the empty row on.
      return this.#composed({
        lines: [theme.style.help(editing.slice(0, screen.columns - 1)), ''],
        row: 1,
        column: 0,
      });
    }
    const parts = this.#parts(theme, prefix);
    // After Esc it is cleared away, for which it may not be larger than the screen.
    if (this.status === 'done' && !this.#escaped) return this.#composed(doneView(parts, screen));
    const { view, window } = typingView(parts, screen, this.#window);
    this.#window = window;
    return this.#composed(view);
  }

  #parts({ style }: MultilineTheme, prefix: string): FieldParts {
    const { message, keys = this.#defaultKeys() } = this.#config;
    const asked = [prefix, style.message(message, this.status)].filter((part) => part !== '').join(' ');
    return {
      message: message === '' ? '' : asked,
      buffer: this.#buffer,
      gutter: style.gutter(this.#gutter(), this.status),
      notice: this.#failure === undefined ? [] : noticeOf(this.#failure, style),
      keys,
      textStyle: (text) => style.text(text, this.status),
      helpStyle: style.help,
    };
  }

  /** Lines as inquirer wants them: those up to the cursor, and those below. Remembers what they take up. */
  #composed({ lines, row, column }: View): [string, string] {
    const { columns } = this.#screen();
    const above = lines.slice(0, row);
    let line = lines[row] ?? '';
    const below = lines.slice(row + 1);
    // Inquirer takes the characters of the line for columns. Where they come to whole rows, it goes one row
    // too far: a blank, which it trims, prevents that. And it looks for the cursor as many rows above: there
    // readline is told it is.
    if (stripVTControlCharacters(line).length % columns === 0) line += ' ';
    const characters = stripVTControlCharacters(line).length;
    const cursor = Math.floor(characters / columns) * columns + column;
    this.#standIn = { line: ' '.repeat(Math.max(characters, cursor)), cursor };
    this.#holdReadline();
    const widths = [...above, line, ...below].map((drawn) => stringWidth(drawn.trimEnd()));
    this.#drawing = { widths, row, column };
    return [[...above, line].join('\n'), below.join('\n')];
  }

  #act(key: Key): void {
    this.#insert('\n'.repeat(this.#emptyEnters));
    this.#emptyEnters = 0;
    const name = keyName(key);
    const rows = rowKeys.get(name);
    const change = editKeys.get(name);
    if (name === 'ctrl-d') this.#finish('done');
    else if (name === 'ctrl-g') this.#edit();
    else if (name === 'ctrl-l') this.#clear();
    else if (key.name === 'escape') this.#escape();
    else if (rows !== undefined) this.#moveRows(rows(this.#window.height));
    else if (change !== undefined) this.#buffer = change(this.#buffer);
    else if (isTyped(key)) this.#insert(key.sequence ?? '');
  }

  #moveRows(rows: number): void {
    const columns = this.#screen().columns - stringWidth(this.#gutter());
    this.#buffer = edit.moveRows(this.#buffer, rows, columns);
  }

  #enter(): void {
    const oneLine = this.#config.submit === 'enter' || this.#buffer.text === this.#config.endsAt;
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
    this.#escaped = ended === 'escape';
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

  #goesIntoSequence(key: Key): boolean {
    if (this.#sequence === '' && !isBroken(key)) return false;
    this.#sequence += key.sequence ?? '';
    if (isWhole(this.#sequence)) this.#sequence = '';
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
      this.#failure = error;
    }
    if (this.#closed) return;
    this.status = 'idle';
    this.#setRawMode(true);
    this.#write(pasteOn);
    this.#readline?.resume();
    this.#tell();
    this.#redraw();
  }

  /**
   * Ctrl-Z. The whole group stops, as when the terminal itself does it, or a script that started us would
   * hang.
   */
  #suspend(): void {
    if (this.status !== 'idle' || this.#paste !== undefined) return;
    this.#write(`${down(this.#rowsBelow())}\r\n${pasteOff}`);
    this.#setRawMode(false);
    this.#suspended = true;
    this.#isAhead = false;
    process.kill(0, 'SIGTSTP');
    // Where no shell could ever continue us, the system does not stop us, and no SIGCONT comes.
    setImmediate(() =>
      setImmediate(() => {
        if (!this.#suspended) return;
        this.#isAhead = true;
        this.#resume();
      }),
    );
  }

  /** SIGCONT. Drawn once more for the same stop, it would stand there twice. */
  #continued(): void {
    const isKnown = this.#isAhead;
    this.#isAhead = false;
    if (!isKnown) this.#resume();
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

  /**
   * Most terminals wrap what was drawn when they become narrower; the drawing then takes more rows. A few of
   * them leave the cursor's own row alone: when the cursor is far to the right in it, a row too many is
   * erased there.
   */
  #resized(): void {
    if (this.#closed || this.status !== 'idle') return;
    const { columns } = this.#screen();
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

  /**
   * Draws from the cursor's row on: makes as much room as inquirer thinks that it has drawn on, for it to
   * erase.
   */
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

  #holdReadline(): void {
    Object.assign(this.#readline ?? {}, this.#standIn);
  }

  #setRawMode(on: boolean): void {
    if (this.#readline?.input instanceof ReadStream) this.#readline.input.setRawMode(on);
  }

  #screen(): Screen {
    return {
      columns: sizeOf(this.#readline, 'columns') ?? defaultScreen.columns,
      rows: sizeOf(this.#readline, 'rows') ?? defaultScreen.rows,
    };
  }

  #gutter(): string {
    return this.#config.gutter ?? defaultGutter;
  }

  #defaultKeys(): string {
    const { submit, edit: editText, escape } = this.#config;
    const parts = [submit === 'enter' ? 'Enter done' : 'Ctrl-D done'];
    if (editText !== undefined) parts.push('Ctrl-G editor');
    if (escape === true) parts.push('Esc leave');
    return parts.join(separator);
  }
}

function sizeOf(readline: Readline | undefined, side: 'columns' | 'rows'): number | undefined {
  const size: unknown = readline === undefined ? undefined : Reflect.get(readline.output, side);
  return typeof size === 'number' && size > 0 ? size : undefined;
}

function noticeOf(failure: unknown, style: MultilineTheme['style']): readonly string[] {
  const hint = failure instanceof CoachError ? failure.hint : undefined;
  return [
    style.error(failure instanceof Error ? failure.message : String(failure)),
    ...(hint === undefined ? [] : [style.help(hint)]),
  ];
}
