// The editor as a program: which one it is, how it is started, and what it is told to keep to itself.
import { spawn, spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { CoachError } from '../../domain/text/errors.ts';

const windows = process.platform === 'win32';
const hint =
  'Set VISUAL or EDITOR to an editor that waits until you close the file, for example EDITOR=nano.';
const ignore = (): void => undefined;

/**
 * Opens the person's editor on a file and waits until it has ended: `$VISUAL`, else `$EDITOR`, else `vi` (`notepad` on
 * Windows); the variable may hold quotes and arguments, and is read by the shell, as git does it. Vim and its kin, nano and
 * emacs are told to keep no copy elsewhere.
 *
 * @throws CoachError when the editor cannot be started, fails, or is ended by a signal.
 *
 * @example
 * await runEditor('/home/d/.local/state/coach/drafts/editing-77-x/answer.md', { EDITOR: 'nano' })
 */
export async function runEditor(file: string, env: NodeJS.ProcessEnv): Promise<void> {
  const editor = env['VISUAL'] || env['EDITOR'] || (windows ? 'notepad' : 'vi');
  const options = discreetOptions[kindOf(editor, env, path.dirname(file))] ?? [];
  // While the editor has the terminal, the keys that interrupt are its own.
  process.on('SIGINT', ignore).on('SIGQUIT', ignore);
  try {
    const { code, signal } = await finished(editor, [...options, file], env);
    if (code === 0) return;
    if (code === 126 || code === 127) throw new CoachError(`cannot start the editor: ${editor}`, { hint });
    const name = signal ?? signalOf(code);
    throw new CoachError(
      name === undefined
        ? `the editor failed with exit status ${code}: ${editor}`
        : `the editor was ended by ${name}`,
      { hint: 'What you had before is kept.' },
    );
  } finally {
    process.off('SIGINT', ignore).off('SIGQUIT', ignore);
  }
}

interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

function finished(editor: string, args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const child = windows
      ? spawn(`${editor} ${args.map((arg) => `"${arg}"`).join(' ')}`, { env, shell: true, stdio: 'inherit' })
      : spawn('sh', ['-c', `${editor} "$@"`, editor, ...args], { env, stdio: 'inherit' });
    child.once('error', (cause) => {
      reject(new CoachError(`cannot start the editor: ${editor}`, { hint, cause }));
    });
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** A shell reports a signal of the command it ran as 128 and the signal's number. */
function signalOf(code: number | null): string | undefined {
  return Object.entries(constants.signals).find(([, number]) => code === 128 + number)?.[0];
}

/** No swap file, no list of registers and searches, neither backup nor undo history. */
const quietVim = ['-n', '-i', 'NONE', '-c', 'set nobackup nowritebackup', '-c', 'silent! set noundofile'];

/**
 * The options that make an editor keep no copy of the text outside the folder of its file; a window is told to
 * wait as well.
 */
const discreetOptions: Readonly<Record<string, readonly string[]>> = {
  vim: quietVim,
  gvim: ['-f', ...quietVim],
  nano: ['--restricted'],
  emacs: [
    '--eval',
    '(setq make-backup-files nil auto-save-default nil auto-save-list-file-prefix nil create-lockfiles nil)',
  ],
};

/** Which of the editors we know a command starts, by its own name or the one its link leads to. */
function kindOf(editor: string, env: NodeJS.ProcessEnv, folder: string): string {
  const called = firstWord(editor);
  const program = resolved(called, env);
  const names = [called, program].map((name) => path.basename(name).replace(/\.exe$/i, ''));
  const is = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (is(/^(?:busybox|pico)/)) return 'unknown';
  if (is(/^(?:e|r?g|m)vi(?:m|ew)/)) return 'gvim';
  if (is(/^[lnr]?vim/) || (is(/^vi(?:ew)?$/) && saysVim(program, env, folder))) return 'vim';
  if (is(/^nano/)) return 'nano';
  return is(/^emacs(?!client)/) ? 'emacs' : 'unknown';
}

function firstWord(command: string): string {
  const words = /^\s*(?:env\s+)?(?:\w+=\S*\s+)*(?:"([^"]*)"|'([^']*)'|((?:\\.|[^\s\\])+))/.exec(command);
  return words?.[1] ?? words?.[2] ?? words?.[3]?.replaceAll(/\\(.)/g, '$1') ?? '';
}

/** The file that a command's name stands for, links followed; the name itself when there is none. */
function resolved(command: string, env: NodeJS.ProcessEnv): string {
  const folders = command.includes(path.sep) ? [''] : (env['PATH'] ?? '').split(path.delimiter);
  for (const folder of folders) {
    try {
      return realpathSync(path.join(folder, command));
    } catch {
      // Not in this folder: the next one may have it.
    }
  }
  return command;
}

/**
 * Some systems install vim under the bare name `vi`; others (busybox, nvi) answer this question with a usage
 * line. It is asked in the folder that will be gone, should one take it for the name of a file.
 */
function saysVim(program: string, env: NodeJS.ProcessEnv, folder: string): boolean {
  const asked = spawnSync(program, ['--version'], {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 1000,
  });
  return /\bVIM\b/.test(asked.stdout ?? '');
}
