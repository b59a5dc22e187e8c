// The terminal while a many-line field is on it: its size, its modes, and how much of it is drawn on.
import { stripVTControlCharacters } from 'node:util';
import type { useKeypress } from '@inquirer/core';
import stringWidth from 'fast-string-width';
import type { Screen, View } from './field-view.ts';
import { setRawMode } from './keyboard.ts';

/** Inquirer's readline, which owns the terminal. */
export type Readline = Parameters<Parameters<typeof useKeypress>[0]>[1];

const defaultScreen: Screen = { columns: 80, rows: 24 };

const pasteOn = '\u001b[?2004h';
const pasteOff = '\u001b[?2004l';
const eraseBelow = '\u001b[J';
const clearScreen = '\u001b[H\u001b[2J';
const up = (rows: number): string => (rows > 0 ? `\u001b[${rows}A` : '');
const down = (rows: number): string => (rows > 0 ? `\u001b[${rows}B` : '');

/** A drawing on the screen: the display widths of all rows, and where among them the cursor is. */
interface Drawing {
  readonly widths: readonly number[];
  readonly row: number;
  readonly column: number;
}

/** Draws through inquirer, and writes beside it what inquirer knows nothing of. */
export class FieldTerminal {
  #readline: Readline | undefined;
  #drawing: Drawing = { widths: [0], row: 0, column: 0 };
  /**
   * The line that readline is made to believe in, since inquirer places the cursor by it. It is never empty:
   * on an empty one Ctrl-D would close readline.
   */
  #standIn = { line: ' ', cursor: 0 };

  get isTaken(): boolean {
    return this.#readline !== undefined;
  }

  get screen(): Screen {
    return {
      columns: sizeOf(this.#readline, 'columns') ?? defaultScreen.columns,
      rows: sizeOf(this.#readline, 'rows') ?? defaultScreen.rows,
    };
  }

  take(readline: Readline): void {
    this.#readline = readline;
    this.#write(pasteOn);
  }

  giveBack(): void {
    this.#write(pasteOff);
  }

  /** Lets another program have it. */
  lend(): void {
    this.#readline?.pause();
    this.#setRawMode(false);
    this.#write(pasteOff);
  }

  takeBack(): void {
    this.#setRawMode(true);
    this.#write(pasteOn);
    this.#readline?.resume();
  }

  /** Leaves it to the shell, which goes on below what is drawn. */
  leave(): void {
    this.#write(`${down(this.#rowsBelow())}\r\n${pasteOff}`);
    this.#setRawMode(false);
  }

  comeBack(): void {
    // Off and on, since Node thinks it is still on when it was not Ctrl-Z that stopped us.
    this.#setRawMode(false);
    this.#setRawMode(true);
    this.#write(pasteOn);
    this.#makeRoom();
  }

  /** Lines as inquirer wants them: those up to the cursor, and those below. Remembers what they take up. */
  composed({ lines, row, column }: View): [string, string] {
    const { columns } = this.screen;
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
    this.holdReadline();
    const widths = [...above, line, ...below].map((drawn) => stringWidth(drawn.trimEnd()));
    this.#drawing = { widths, row, column };
    return [[...above, line].join('\n'), below.join('\n')];
  }

  /** Makes readline believe again in the line that inquirer is to see; each key edits it. */
  holdReadline(): void {
    Object.assign(this.#readline ?? {}, this.#standIn);
  }

  /**
   * Most terminals wrap what was drawn when they become narrower; the drawing then takes more rows. A few of
   * them leave the cursor's own row alone: when the cursor is far to the right in it, a row too many is
   * erased there.
   */
  eraseWrapped(): void {
    const { columns } = this.screen;
    const { widths, row, column } = this.#drawing;
    const above = widths
      .slice(0, row)
      .reduce((rows, width) => rows + Math.max(Math.ceil(width / columns), 1), 0);
    this.#write(`${up(above + Math.floor(column / columns))}\r${eraseBelow}`);
    this.#makeRoom();
  }

  clear(): void {
    this.#write(clearScreen);
    this.#makeRoom();
  }

  /**
   * Makes as much room from the cursor's row on as inquirer thinks that it has drawn on, for it to erase when it
   * draws next.
   */
  #makeRoom(): void {
    this.#write('\r\n'.repeat(this.#drawing.widths.length - 1) + up(this.#rowsBelow()));
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
    if (this.#readline !== undefined) setRawMode(this.#readline.input, on);
  }
}

function sizeOf(readline: Readline | undefined, side: 'columns' | 'rows'): number | undefined {
  const size: unknown = readline === undefined ? undefined : Reflect.get(readline.output, side);
  return typeof size === 'number' && size > 0 ? size : undefined;
}
