import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

export interface TerminalOptions {
  /** The program to start; Node when absent. */
  readonly command?: string;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  /** Laid over the environment of the tests; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly folder?: string;
}

export interface Exit {
  /** As a shell tells it: of a signal, 128 and its number. */
  readonly exitCode: number;
}

/** A program in a pseudo-terminal, and what a person would see of it. */
export interface Terminal {
  /** Types as fast as a terminal may: as bytes, at most 500 in every 5 ms. Resolves when all is sent. */
  readonly type: (text: string) => Promise<void>;
  /** Pastes as terminals do while bracketed paste is on: line feeds become carriage returns. */
  readonly paste: (text: string) => Promise<void>;
  /**
   * Waits until the screen matches, and gives it back; after `milliseconds` (10,000) it fails and shows the
   * screen. It never looks at what is half drawn: all of what the program writes at once is there, or nothing.
   */
  readonly until: (what: RegExp | ((screen: string) => boolean), milliseconds?: number) => Promise<string>;
  /** The rows that are seen, without the blanks at their ends and without the empty rows below. */
  readonly screen: () => string;
  /** The screen with everything that has scrolled off it. */
  readonly everything: () => string;
  /** All that the program has written, with every control sequence. */
  readonly written: () => string;
  /** The row and column of the cursor on the screen, both counted from 0. */
  readonly cursor: () => { readonly row: number; readonly column: number };
  readonly bracketedPaste: () => boolean;
  /** Rows that were too long for the screen, as the terminal broke them. */
  readonly brokenRows: () => readonly string[];
  readonly resize: (columns: number, rows: number) => void;
  /** Sends the program a signal. */
  readonly kill: (signal?: NodeJS.Signals) => Promise<void>;
  readonly pid: Promise<number>;
  /** Takes the terminal away from the program, as closing its window does; `exited` then waits for ever. */
  readonly hangUp: () => void;
  /** Resolves when the program has ended and all that it wrote is on the screen. */
  readonly exited: Promise<Exit>;
  /** Ends the program, if it still runs, and the terminal. */
  readonly close: () => Promise<void>;
}

const patience = 10_000;

/**
 * Starts the program, tells the terminal's name, the program's process id and its exit status on the terminal itself, and
 * stays: the system throws away what nobody has read yet when the first process of a terminal ends.
 */
const leader = String.raw`
trap : HUP INT QUIT TERM
printf "\033]5151;tty;%s\007" "$(tty)"
sh -c 'printf "\033]5151;pid;%d\007" $$; exec "$@"' sh "$@"
printf "\033]5151;exit;%d\007" $?
exec sleep 1000`;
const leaderCode = 5151;
// eslint-disable-next-line no-control-regex
const leaderTells = /\u001b\]5151;[^\u0007]*\u0007/g;

/** A pseudo-terminal that is written more than its buffer at once waits for ever. */
const mostBytes = 500;
const everyMilliseconds = 5;

/**
 * Starts a program in a pseudo-terminal.
 *
 * @example
 * const terminal = openTerminal({ args: ['-e', 'console.log("ready")'], columns: 40 });
 * await terminal.until(/ready/);
 * (await terminal.exited).exitCode //=> 0
 */
export function openTerminal(options: TerminalOptions = {}): Terminal {
  const { command = process.execPath, args = [], columns = 80, rows = 24, env = {}, folder } = options;
  const screenOf = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 10_000 });
  const program = spawn('sh', ['-c', leader, 'sh', command, ...args], {
    name: env['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    env: withoutUndefined({ ...process.env, ...env }),
    ...(folder === undefined ? {} : { cwd: folder }),
  });

  let written = '';
  let exit: Exit | undefined;
  let onChange: (() => void) | undefined;
  program.onData((data) => {
    written += data;
    screenOf.write(data, () => {
      noteBrokenRows();
      onChange?.();
    });
  });
  // Answers of the terminal itself, for example about its colours.
  screenOf.onData((data) => program.write(data));
  const tty = heard(screenOf, 'tty');
  const pid = heard(screenOf, 'pid').then(Number);
  const exited = heard(screenOf, 'exit').then((exitCode) => {
    exit = { exitCode: Number(exitCode) };
    onChange?.();
    return exit;
  });

  /** Waits until all that was written is on the screen: what we write comes after it, since nobody may write amid others. */
  let marks = 0;
  const caughtUp = async (): Promise<void> => {
    marks += 1;
    const mark = heard(screenOf, `mark ${marks}`);
    const end = await open(await tty, constants.O_WRONLY | constants.O_NOCTTY);
    await end.write(`\u001b]${leaderCode};mark ${marks};\u0007`);
    await end.close();
    await mark;
  };
  const closed = new Promise<void>((resolve) => {
    program.onExit(() => resolve());
  });

  const broken = new Set<string>();
  let scrolledOff = 0;
  const noteBrokenRows = (): void => {
    const { active } = screenOf.buffer;
    for (let row = scrolledOff; row < active.length; row += 1) {
      const line = active.getLine(row);
      if (line?.isWrapped === true) broken.add(line.translateToString(true));
    }
    scrolledOff = active.baseY;
  };

  const linesFrom = (first: number): string => {
    const buffer = screenOf.buffer.active;
    const lines = Array.from({ length: buffer.length - first }, (_, index) =>
      buffer.getLine(first + index)?.translateToString(true),
    );
    return lines.join('\n').trimEnd();
  };
  const screen = (): string => linesFrom(screenOf.buffer.active.baseY);
  const everything = (): string => linesFrom(0);

  const type = async (text: string): Promise<void> => {
    let chunk = '';
    for (const character of text) {
      if (Buffer.byteLength(chunk + character) > mostBytes) {
        program.write(chunk);
        chunk = '';
        await pause(everyMilliseconds);
      }
      chunk += character;
    }
    program.write(chunk);
    await pause(everyMilliseconds);
  };

  const until: Terminal['until'] = async (what, milliseconds = patience) => {
    const deadline = Date.now() + milliseconds;
    const met = (): boolean => (what instanceof RegExp ? what.test(screen()) : what(screen()));
    for (;;) {
      if (met()) await caughtUp();
      if (met()) return screen();
      if (exit !== undefined || Date.now() > deadline) {
        const state =
          exit === undefined ? `after ${milliseconds} ms` : `the program ended with ${exit.exitCode}`;
        throw new Error(`the terminal did not show ${String(what)}; ${state}, it shows\n${screen()}`);
      }
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.max(deadline - Date.now(), 0) + 1);
        onChange = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };

  return {
    type,
    paste: (text) => type(`\u001b[200~${text.replaceAll('\n', '\r')}\u001b[201~`),
    until,
    screen,
    everything,
    written: () => written.replaceAll(leaderTells, ''),
    cursor: () => ({ row: screenOf.buffer.active.cursorY, column: screenOf.buffer.active.cursorX }),
    bracketedPaste: () => screenOf.modes.bracketedPasteMode,
    brokenRows: () => [...broken],
    resize: (newColumns, newRows) => {
      screenOf.resize(newColumns, newRows);
      program.resize(newColumns, newRows);
    },
    kill: async (signal = 'SIGTERM') => {
      process.kill(await pid, signal);
    },
    pid,
    hangUp: () => program.kill('SIGKILL'),
    exited,
    close: async () => {
      if (exit === undefined) killIfAlive(await pid);
      program.kill('SIGKILL');
      await closed;
      screenOf.dispose();
    },
  };
}

/** Waits for what the leader tells. */
function heard(screen: xterm.Terminal, what: string): Promise<string> {
  return new Promise((resolve) => {
    const hearing = screen.parser.registerOscHandler(leaderCode, (told) => {
      const [name, value = ''] = told.split(';');
      if (name !== what) return false;
      hearing.dispose();
      resolve(value);
      return true;
    });
  });
}

function killIfAlive(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

function withoutUndefined(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const entries = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(entries);
}
