import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished } from 'vitest';
import { openTerminal } from './terminal.ts';
import type { Terminal, TerminalOptions } from './terminal.ts';

/** What is run here is the program as it was built. */
export const PROGRAM = path.resolve(import.meta.dirname, '../../bin/coach.cjs');

export const CTRL_C = '\u0003';
export const CTRL_D = '\u0004';
export const CTRL_G = '\u0007';
export const CTRL_Z = '\u001a';
export const ESC = '\u001b';
export const ENTER = '\r';
export const DOWN = '\u001b[B';

/** A slow machine is waited for. */
const PATIENCE = 30_000;

/** The folders of one test. */
export interface Home {
  /** Everything of the test; gone after it. */
  readonly root: string;
  /** `COACH_HOME`. */
  readonly coach: string;
  readonly journal: string;
  readonly drafts: string;
  /** `TMPDIR`. */
  readonly temporary: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** How a program without a terminal ended. */
export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

/** A fresh home. When the test is over, the folder that stands for the person's own home must be as it was. */
export function freshHome(): Home {
  const root = mkdtempSync(path.join(tmpdir(), 'coach home '));
  const person = path.join(root, 'person');
  const temporary = path.join(root, 'tmp');
  for (const folder of [person, temporary]) mkdirSync(folder);
  writeFileSync(path.join(person, 'theirs'), 'not ours');
  chmodSync(person, 0o555);
  onTestFinished(() => {
    try {
      expect(filesBelow(person)).toEqual(['theirs']);
      expect(readFileSync(path.join(person, 'theirs'), 'utf8')).toBe('not ours');
    } finally {
      chmodSync(person, 0o755);
      // A sync that followed a change may be about to end.
      rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    }
  });
  const coach = path.join(root, 'coach');
  return {
    root,
    coach,
    journal: path.join(coach, 'data', 'journal'),
    drafts: path.join(coach, 'state', 'drafts'),
    temporary,
    env: {
      ...withoutTheirs(),
      HOME: person,
      TMPDIR: temporary,
      COACH_HOME: coach,
      TZ: 'Europe/Berlin',
      PAGER: 'cat',
      // Each home is new: what is compiled would be kept for nobody.
      NODE_DISABLE_COMPILE_CACHE: '1',
    },
  };
}

/** What coach may go by is of the test's own making; whatever else is set here is taken away. */
function withoutTheirs(): Record<string, undefined> {
  const theirs =
    /^(?:XDG_|COACH_|LC_|LANG|NODE_|NO_COLOR|FORCE_COLOR|VISUAL|EDITOR|COLUMNS|LINES|PAGER|LESS|LV$|CI$|VITEST)/;
  const names = Object.keys(process.env).filter((name) => theirs.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** Runs coach without a terminal. */
export function coach(args: readonly string[], { env }: Pick<Home, 'env'>, input?: string): Promise<Ran> {
  return ended(process.execPath, [PROGRAM, ...args], env, input);
}

/** Runs a program without a terminal, to its end; one that never ends is killed, which shows as no exit code. */
export function ended(command: string, args: readonly string[], env: Home['env'], input = ''): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], {
      env: { ...process.env, ...env },
      stdio: 'pipe',
      timeout: 4 * PATIENCE,
      killSignal: 'SIGKILL',
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ stdout, stderr, exitCode }));
    // It may end before it has read everything.
    child.stdin.on('error', () => undefined).end(input);
  });
}

/** A terminal in which coach asks. */
export interface AtCoach extends Terminal {
  /** Waits until these words were asked since the last keys, and an answer is waited for; then presses each of the keys. */
  readonly when: (words: string, ...keys: readonly string[]) => Promise<void>;
  /** Waits until something was asked since the last keys, and an answer is waited for; gives back what was written since. */
  readonly asked: () => Promise<string>;
  /** Waits until these words were written since the last keys. */
  readonly says: (words: string) => Promise<void>;
  readonly types: (keys: string) => Promise<void>;
  readonly pastes: (text: string) => Promise<void>;
}

/** What a person sees when an answer is waited for: the keys under a text, a list, or the words before a line. */
const WAITS = /Ctrl-D: done|Enter: done|> \d+ |Number: $|ends it\. :help lists the commands\. $|\): $/;

/** coach in a terminal. */
export function openCoach(args: readonly string[], home: Home, options: TerminalOptions = {}): AtCoach {
  return openAtCoach({ args: [PROGRAM, ...args], ...options }, home);
}

/** Keeps the modes of the terminal from before and after, and tells which process coach is. */
const SCRIPT = String.raw`
stty -g >"$0/before"
sh -c 'echo $$ >"$0/pid"; exec "$@"' "$0" "$@"
code=$?
stty -g >"$0/after"
exit $code`;

/** coach in a terminal, started by a script that looks after the terminal's modes. */
export function openFromScript(args: readonly string[], home: Home, options: TerminalOptions = {}): AtCoach {
  const words = ['-c', SCRIPT, home.root, process.execPath, PROGRAM, ...args];
  return openAtCoach({ command: 'sh', args: words, ...options }, home);
}

/** Sends coach a signal, where it was started by the script. */
export function signal({ root }: Home, name: NodeJS.Signals): void {
  process.kill(Number(readFileSync(path.join(root, 'pid'), 'utf8')), name);
}

/** That coach has left the terminal as it was: its modes, a cursor that is seen, no marks around what is pasted. */
export function expectAsBefore(terminal: Terminal, { root }: Home): void {
  const [before, after] = ['before', 'after'].map((name) => readFileSync(path.join(root, name), 'utf8'));
  expect(after).toBe(before);
  const hidden = terminal.written().lastIndexOf('\u001b[?25l');
  expect(terminal.written().lastIndexOf('\u001b[?25h')).toBeGreaterThanOrEqual(hidden);
  expect(terminal.bracketedPaste()).toBe(false);
}

/** A shell with job control, at its prompt `sh>`; with `editing` its own keys work, such as Tab. */
export async function openShell(
  home: Home,
  { editing = false, ...options }: TerminalOptions & { readonly editing?: boolean } = {},
): Promise<AtCoach> {
  const env = { ...options.env, PS1: 'sh> ', NODE: process.execPath, COACH: PROGRAM };
  const shell = openAtCoach(
    { command: 'bash', args: ['--norc', ...(editing ? [] : ['--noediting']), '-i'], ...options, env },
    home,
  );
  await shell.until(/sh>$/, PATIENCE);
  return shell;
}

function openAtCoach(options: TerminalOptions, { env }: Home): AtCoach {
  const terminal = openTerminal({ ...options, env: { ...env, ...options.env } });
  onTestFinished(() => terminal.close());
  let mark = 0;
  const since = (): string =>
    stripVTControlCharacters(terminal.written().slice(mark)).replaceAll(/\s+/g, ' ');
  const until = async (what: string, isMet: (written: string) => boolean): Promise<void> => {
    try {
      await terminal.until(() => isMet(since()), PATIENCE);
    } catch (error) {
      throw new Error(`waited for: ${what}\nwritten since the last keys: ${since()}`, { cause: error });
    }
  };
  const types = async (keys: string): Promise<void> => {
    mark = terminal.written().length;
    await terminal.type(keys);
  };
  return {
    ...terminal,
    until: (what, milliseconds = PATIENCE) => terminal.until(what, milliseconds),
    asked: async () => {
      await until('a question', (written) => WAITS.test(written));
      return since();
    },
    says: (words) => until(words, (written) => written.includes(words)),
    types,
    pastes: async (text) => {
      mark = terminal.written().length;
      await terminal.paste(text);
    },
    when: async (words, ...keys) => {
      await until(words, (written) => {
        const at = written.indexOf(words);
        return at >= 0 && WAITS.test(written.slice(at));
      });
      for (const key of keys) await types(key);
    },
  };
}

/** Waits until a process has ended, whether or not somebody has asked after it. */
export async function gone(pid: number): Promise<void> {
  const isGone = (): boolean => {
    try {
      process.kill(pid, 0);
      const status = existsSync('/proc/self/stat') ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
      return status.charAt(status.lastIndexOf(')') + 2) === 'Z';
    } catch {
      return true;
    }
  };
  await expect.poll(isGone, { interval: 10, timeout: PATIENCE }).toBe(true);
}

/** All files below a folder, hidden ones too but for those of its history, in order; none where there is no folder. */
export function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => !one.isDirectory())
    .map((one) => path.relative(folder, path.join(one.parentPath, one.name)))
    .filter((file) => !/(?:^|\/)\.history\//.test(file))
    .toSorted();
}

/** Chooses from the menu that Esc opens. */
export async function menu({ types, until }: AtCoach, label: string): Promise<void> {
  await types(ESC);
  const item = new RegExp(`> 1 Go on[^]* (\\d) ${label}`);
  const [, number = ''] = item.exec(await until(item)) ?? [];
  await types(`${number}${ENTER}`);
}
