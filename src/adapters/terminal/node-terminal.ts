// The terminal of this process, or the files and pipes in its place: width, colours, writing.
import { writeSync } from 'node:fs';
import type { ColourWish, Terminal } from '../../app/ports/terminal.ts';
import { failureText } from '../../pages/machine/failure-text.ts';
import { plainStyle, type Style } from '../../pages/text/style.ts';
import { isScreen } from '../machine/screens.ts';

const ERASE_LINE = '\u001b[2K';

/** Narrower screens are treated as if they had this many columns. */
const NARROWEST = 20;

/**
 * This process's terminal. Writing is immediate, so that nothing is lost when the process ends. `NO_COLOR`, `FORCE_COLOR`
 * and `TERM=dumb` are honoured unless `--color` says otherwise.
 */
export function nodeTerminal(env: NodeJS.ProcessEnv): Terminal {
  const screen = isScreen(1);
  const keyboard = isScreen(0);
  let style = plainStyle;
  let gone = false;
  let hasStatus = false;
  // What coach says of a thing changes nothing about it: talk that finds no place is no failure.
  const talk = (text: string): void => {
    try {
      write(2, text);
    } catch (error) {
      if (failureText(error) === undefined) throw error;
    }
  };
  const showStatus = (line: string): void => {
    if (isScreen(2)) talk(`\r${ERASE_LINE}${line}`);
    hasStatus = line !== '';
  };
  // Nothing is written behind a line of status, for example what went wrong meanwhile.
  const endStatus = (): void => {
    if (hasStatus) showStatus('');
  };
  const err = (text: string): void => {
    endStatus();
    talk(text);
  };
  const out = (text: string | Uint8Array): void => {
    if (gone) return;
    if (screen) endStatus();
    gone = !write(1, text);
  };
  return {
    out,
    err,
    get gone() {
      return gone;
    },
    status: showStatus,
    get width() {
      return Math.max(NARROWEST, (screen ? process.stdout.columns : Number(env['COLUMNS'])) || 80);
    },
    get talkWidth() {
      if (!isScreen(2)) return undefined;
      return Math.max(NARROWEST, (screen ? process.stdout : process.stderr).columns || 80);
    },
    get rows() {
      return (screen ? process.stdout.rows : 0) || 24;
    },
    keyboard,
    interactive: screen && keyboard,
    screen,
    get style() {
      return style;
    },
    async useColour(wish) {
      if (colourWanted(env, wish, screen)) style = await colours();
    },
  };
}

/** Where the bytes of a text are made, but for those of a long one: what is written piece by piece needs no new room for each. */
const ROOM = Buffer.allocUnsafeSlow(2 ** 16);
/** So many bytes has a character at most. */
const WIDEST = 3;

function bytesOf(text: string): Uint8Array {
  const isShort = text.length * WIDEST <= ROOM.length;
  return isShort ? ROOM.subarray(0, ROOM.write(text)) : Buffer.from(text);
}

/** Everything of a text, also into a slow pipe; false when the reader or the terminal has gone away. */
function write(descriptor: 1 | 2, text: string | Uint8Array): boolean {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EPIPE' || code === 'EIO') return false;
      if (code !== 'EAGAIN') throw error;
      // The pipe is full; wait a little for its reader.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
  return true;
}

function colourWanted(env: NodeJS.ProcessEnv, wish: ColourWish, screen: boolean): boolean {
  if (wish !== 'auto') return wish === 'always';
  if ((env['NO_COLOR'] ?? '') !== '') return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return screen && env['TERM'] !== 'dumb';
}

/** Loaded only where there is colour: what goes to a file or another program does not pay for it. */
async function colours(): Promise<Style> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    strong: (text) => chalk.bold(text),
    dim: (text) => chalk.dim(text),
    accent: (text) => chalk.cyan(text),
    mark: (text) => chalk.bold.cyan(text),
  };
}
