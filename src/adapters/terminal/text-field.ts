// The many-line field: what keys, pastes, an editor and Ctrl-Z do to its text and to what is drawn.
import stringWidth from 'fast-string-width';
import * as edit from './text-buffer.ts';
import type { Theme } from '@inquirer/core';
import { plainText } from '../../domain/text/plain-text.ts';
import { EDITOR_IS_OPEN } from '../../pages/text/keys-text.ts';
import { editKeys } from './field-keys.ts';
import { FieldTerminal, type Readline } from './field-terminal.ts';
import { doneView, type FieldParts, noticeOf, typingView } from './field-view.ts';
import { isTyped, type Key, keyName, rowKeys, KeyRun } from './key.ts';
import { keysHelp, type MultilineAnswer, type MultilineConfig } from './multiline-config.ts';
import { Suspension } from './suspension.ts';

const gutter = '│ ';
/** Between two parts of what is pasted, in milliseconds. */
const PASTE_PAUSE = 50;

/** The text field from the first drawing to the last. */
export class TextField {
  status: 'idle' | 'editing' | 'done' = 'idle';
  done: (answer: MultilineAnswer) => void = () => undefined;

  readonly #config: MultilineConfig;
  readonly #redraw: () => void;
  readonly #terminal = new FieldTerminal();
  readonly #suspension = new Suspension();
  readonly #run = new KeyRun();
  #closed = false;
  #escaped = false;
  #buffer: edit.TextBuffer;
  #toldText: string;
  /** The error of an editor that gave no text back. */
  #failure: unknown;

  /** Keys that come in one go are drawn, and told of, once. */
  #inBurst = false;
  /** An Enter that ends the text, until it is known whether it was pasted with more behind it: what it is within a text. */
  #ending: string | undefined;
  /** Keys of this burst, and what waits for another one after it. */
  #keys = 0;
  #ends: NodeJS.Timeout | undefined;
  #afterReturn = false;
  #window = { top: 0, height: 1 };

  constructor(config: MultilineConfig, redraw: () => void) {
    this.#config = config;
    this.#redraw = redraw;
    this.#toldText = this.#cleaned(config.default ?? '');
    this.#buffer = edit.textBuffer(this.#toldText);
  }

  /** Takes the terminal; the function that comes back lets go of it. */
  open(readline: Readline): () => void {
    const suspend = (): void => this.#suspend();
    const continued = (): void => {
      if (this.#suspension.continued()) this.#resume();
    };
    const resized = (): void => this.#resized();
    readline.on('SIGTSTP', suspend);
    process.on('SIGCONT', continued).on('SIGWINCH', resized);
    this.#terminal.take(readline);
    this.#redraw();
    return () => {
      this.#closed = true;
      clearTimeout(this.#ends);
      readline.removeListener('SIGTSTP', suspend);
      process.off('SIGCONT', continued).off('SIGWINCH', resized);
      this.#terminal.giveBack();
      this.#tell();
    };
  }

  press(key: Key): void {
    // Readline has edited its line by now.
    this.#terminal.holdReadline();
    if (this.status !== 'idle') return;
    this.#beginBurst();
    if (this.#run.takes(key, (text) => this.#insert(this.#cleaned(text)))) return;
    this.#failure = undefined;
    const afterReturn = this.#afterReturn;
    this.#afterReturn = key.name === 'return';
    // Some terminals paste both characters of a CRLF.
    if (key.name === 'enter' && afterReturn) return;
    if (key.name === 'return' || key.name === 'enter') this.#enter();
    else if (this.#ending !== undefined && !isTyped(key)) this.#finish('done');
    else this.#act(key);
  }

  draw(theme: Theme, prefix: string): [string, string] {
    if (!this.#terminal.isTaken) return [' ', ''];
    const { screen } = this.#terminal;
    if (this.status === 'editing') {
      // An editor without a screen of its own writes from the empty row on.
      return this.#terminal.composed({
        lines: [theme.style.help(EDITOR_IS_OPEN.slice(0, screen.columns - 1)), ''],
        row: 1,
        column: 0,
      });
    }
    const parts = this.#parts(theme, prefix);
    // After Esc it is cleared away, for which it may not be larger than the screen.
    if (this.status === 'done' && !this.#escaped) return this.#terminal.composed(doneView(parts, screen));
    const { view, window } = typingView(parts, screen, this.#window);
    this.#window = window;
    return this.#terminal.composed(view);
  }

  #parts({ style }: Theme, prefix: string): FieldParts {
    const { message } = this.#config;
    const asked = [prefix, style.message(message, this.status)].filter((part) => part !== '').join(' ');
    return {
      message: message === '' ? '' : asked,
      buffer: this.#buffer,
      gutter,
      notice: this.#failure === undefined ? [] : noticeOf(this.#failure, style),
      keys: keysHelp(this.#config),
      helpStyle: style.help,
    };
  }

  #act(key: Key): void {
    this.#insert(this.#ending ?? '');
    this.#ending = undefined;
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
    const columns = this.#terminal.screen.columns - stringWidth(gutter);
    this.#buffer = edit.moveRows(this.#buffer, rows, columns);
  }

  #enter(): void {
    const { submit, endsAt } = this.#config;
    const { text } = this.#buffer;
    const isLine = submit === 'enter';
    if (isLine || text === endsAt || text === '')
      this.#ending = isLine ? (text === '' ? '' : ' ') : `${this.#ending ?? ''}\n`;
    else this.#buffer = edit.newline(this.#buffer);
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
    clearTimeout(this.#ends);
    this.#keys += 1;
    if (this.#inBurst) return;
    this.#inBurst = true;
    setImmediate(() => this.#endBurst());
  }

  #endBurst(): void {
    this.#inBurst = false;
    const isPasted = this.#keys > 1;
    this.#keys = 0;
    this.#afterReturn = false;
    if (this.#closed || this.#suspension.isStopped || this.status !== 'idle' || this.#run.isPaste) return;
    if (this.#ending !== undefined) {
      // Who types presses Enter alone; lines that come with it are pasted, maybe in parts.
      if (isPasted) this.#ends = setTimeout(() => this.#finish('done'), PASTE_PAUSE);
      else this.#finish('done');
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
    this.#terminal.lend();
    try {
      this.#buffer = edit.textBuffer(this.#cleaned(await editText(this.#buffer.text)));
    } catch (error) {
      this.#failure = error;
    }
    if (this.#closed) return;
    this.status = 'idle';
    this.#terminal.takeBack();
    this.#tell();
    this.#redraw();
  }

  /** Ctrl-Z. */
  #suspend(): void {
    if (this.status !== 'idle' || this.#run.isPaste) return;
    this.#terminal.leave();
    this.#suspension.stop(() => this.#resume());
  }

  #resume(): void {
    if (this.#closed || this.status !== 'idle') return;
    this.#terminal.comeBack();
    this.#redraw();
  }

  #resized(): void {
    if (this.#closed || this.status !== 'idle') return;
    this.#terminal.eraseWrapped();
    this.#redraw();
  }

  #clear(): void {
    this.#terminal.clear();
    this.#redraw();
  }
}
