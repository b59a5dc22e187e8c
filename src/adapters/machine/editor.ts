// The person's editor: which program it is, how it is started, and a text that is edited in it.
import path from 'node:path';
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync, realpathSync } from 'node:fs';
import { decodedText, likelyEncoding } from '../../domain/text/bytes.ts';
import * as refuse from '../../pages/machine/editor-refusals.ts';
import { cannotPutAside } from '../../pages/machine/file-refusals.ts';
import { freshFolder, leftBehind } from './own-folder.ts';
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

export interface EditOptions {
  /** The environment: names the editor (`VISUAL`, else `EDITOR`), and is what the editor runs in. */
  readonly env: NodeJS.ProcessEnv;
  /** A private folder for the temporary file; made with mode 0700 if it is missing. */
  readonly folder: string;
}

/**
 * Opens the person's editor on a text and gives back what they saved.
 *
 * The editor is `$VISUAL`, else `$EDITOR`, else `vi` (`notepad` on Windows); the variable may hold quotes and
 * arguments, and is read by the shell, as git does it. The text stands in a file of its own (mode 0600) in a
 * fresh folder (0700), which is gone afterwards in every case, with whatever the editor left beside the file.
 * Vim and its kin, nano and emacs are told to keep no copy elsewhere. One trailing line feed is the file's
 * and not the text's; CRLF becomes LF.
 *
 * @throws CoachError when the editor cannot be started, fails, is ended by a signal, or leaves no file; and where it saved
 *   no text that can be read, with the file that is kept then.
 *
 * @example
 * await editText('so far', { env: { EDITOR: 'sed -i s/far/good/' }, folder: '/home/d/.local/state/coach' })
 * //=> 'so good'
 */
export async function editText(text: string, { env, folder }: EditOptions): Promise<string> {
  const { own, close } = freshFolder(folder, 'editing');
  const tidy = (): void => rmSync(own, { recursive: true, force: true });
  // Also when coach is told to end while the editor is open.
  process.once('exit', tidy);
  try {
    const file = path.join(own, 'answer.md');
    putAside(text, file);
    await runEditor(file, env);
    return savedText(file, folder);
  } finally {
    process.off('exit', tidy);
    tidy();
    close();
  }
}

/**
 * Removes what editors left in `folder` when the process that opened them was killed; what a living process
 * uses stays.
 *
 * @example
 * sweepEditing('/home/d/.local/state/coach')
 */
export function sweepEditing(folder: string): void {
  for (const leftover of leftBehind(folder, 'editing')) rmSync(leftover, { recursive: true, force: true });
}

function putAside(text: string, file: string): void {
  try {
    writeFileSync(file, text === '' ? '' : `${text}\n`, { flag: 'wx', mode: 0o600 });
  } catch (cause) {
    throw cannotPutAside(path.dirname(file), cause);
  }
}

/** What is no text stays in `folder`, where no sweep comes by. */
function savedText(file: string, folder: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw refuse.noTextLeft({ cause });
  }
  const text = decodedText(bytes);
  if (text === undefined) {
    let number = 1;
    const kept = (): string => path.join(folder, `not-utf8-${number}.md`);
    while (existsSync(kept())) number++;
    renameSync(file, kept());
    throw refuse.savedNoText(kept(), likelyEncoding(bytes));
  }
  return text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '');
}

const windows = process.platform === 'win32';
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
    if (code === 126 || code === 127) throw refuse.cannotStartEditor(editor);
    const name = signal ?? signalOf(code);
    throw name === undefined ? refuse.editorFailed(editor, code) : refuse.editorEnded(name);
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
    child.once('error', (cause) => reject(refuse.cannotStartEditor(editor, cause)));
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
