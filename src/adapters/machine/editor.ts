// The person's editor: which program it is, how it is started, and a text that is edited in it.
import path from 'node:path';
import { existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { decodedText, likelyEncoding } from '../../domain/text/bytes.ts';
import * as refuse from '../../pages/machine/editor-refusals.ts';
import { Leaving } from './leaving.ts';
import { isThere, readRegular } from './regular-file.ts';
import { FOR_EDITORS, freshFolder, putAside, unseenIn, writingOf } from './own-folder.ts';
import { spawn, spawnSync } from 'node:child_process';
import { constants } from 'node:os';

export interface EditOptions {
  /** The environment: names the editor (`VISUAL`, else `EDITOR`), and is what the editor runs in. */
  readonly env: NodeJS.ProcessEnv;
  /** A private folder for the temporary file; made with mode 0700 if it is missing. */
  readonly folder: string;
  /** Something that is no text may stay in `folder`, where no sweep comes by; otherwise it is left for one. */
  readonly mayStay?: boolean;
  /** The keys that interrupt are the editor's own while it has the terminal. */
  readonly leaving?: Leaving;
  /** An editor that changed nothing within so many milliseconds may not wait for its file to be closed. */
  readonly atOnce?: number;
}

/** Nobody has read a text, and closed its editor again, by then. */
export const AT_ONCE = 3000;

/**
 * Opens the person's editor on a text and gives back what they saved.
 *
 * The editor is `$VISUAL`, else `$EDITOR`, else `vi` (`notepad` on Windows); the variable may hold quotes and
 * arguments, and is read by the shell, as git does it. The text stands in a file of its own (mode 0600) in a
 * fresh folder (0700), which is gone afterwards with whatever the editor left beside the file, unless that is something nobody
 * has seen. Vim and its kin, nano and emacs are told to keep no copy elsewhere. One trailing line feed is the file's
 * and not the text's; CRLF becomes LF.
 *
 * @throws CoachError when the editor cannot be started, fails, is ended by a signal, leaves no file, or seems not to wait; and
 *   where it saved no text that can be read, with the file that is kept then.
 *
 * @example
 * await editText('so far', { env: { EDITOR: 'sed -i s/far/good/' }, folder: '/home/d/.local/state/coach' })
 * //=> 'so good'
 */
export async function editText(
  text: string,
  { env, folder, mayStay = true, leaving = new Leaving(), atOnce = AT_ONCE }: EditOptions,
): Promise<string> {
  const { own, close } = freshFolder(folder, FOR_EDITORS.answer);
  const tidy = (): void => {
    rmSync(own, { recursive: true, force: true });
    close();
  };
  const before = Buffer.from(text === '' ? '' : `${text}\n`);
  const file = putAside(own, 'answer.md', before);
  try {
    const isWritten = writingOf(file);
    const began = performance.now();
    await leaving.lending(() => runEditor(file, env));
    const bytes = savedIn(file);
    if (!isWritten() && performance.now() - began < atOnce) throw refuse.cameBackAtOnce();
    const said = textOf(bytes, file, mayStay ? folder : undefined);
    tidy();
    return said;
  } catch (error) {
    // It may still be open, or have put aside what was typed into it.
    const [unseen] = unseenIn(own);
    if (unseen !== undefined) throw refuse.leftUnseen(error, unseen);
    if (!(error instanceof refuse.NotWaited)) tidy();
    throw error;
  }
}

function savedIn(file: string): Buffer {
  try {
    const bytes = readRegular(file);
    if (bytes) return bytes;
  } catch (cause) {
    throw refuse.noTextLeft({ cause });
  }
  throw refuse.noTextLeft({ cause: undefined });
}

function textOf(bytes: Buffer, file: string, folder: string | undefined): string {
  const text = decodedText(bytes);
  if (text === undefined) throw refuse.savedNoText(keptIn(folder, file), likelyEncoding(bytes));
  return text
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '');
}

/** @returns Where the file is then. */
function keptIn(folder: string | undefined, file: string): string {
  if (folder === undefined) return file;
  let number = 1;
  const kept = (): string => path.join(folder, `not-utf8-${number}.md`);
  while (isThere(kept())) number++;
  renameSync(file, kept());
  return kept();
}

const windows = process.platform === 'win32';

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
  const folder = path.dirname(file);
  const kind = kindOf(editor, env, folder);
  const options = discreetOptions[kind] ?? [];
  const own = kind === 'nvi' ? { ...env, NEXINIT: nviSettings(env, folder) } : env;
  const { code, signal } = await finished(editor, [...options, file], own);
  if (code === 0) return;
  if (code === 126 || code === 127) throw refuse.cannotStartEditor(editor);
  const name = signal ?? signalOf(code);
  throw name === undefined ? refuse.editorFailed(editor, code) : refuse.editorEnded(name);
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

/** What it can recover from goes beside the file. With settings in the environment it reads no file of them by itself. */
function nviSettings(env: NodeJS.ProcessEnv, folder: string): string {
  const escaped = (name: string): string => name.replaceAll(/[\s\\|"]/g, String.raw`\$&`);
  const files = ['.nexrc', '.exrc'].map((name) => path.join(env['HOME'] ?? '', name));
  const file = files.find((one) => existsSync(one));
  const theirs = env['NEXINIT'] ?? env['EXINIT'] ?? (file && `source ${escaped(file)}`);
  return [...(theirs === undefined ? [] : [theirs]), `set recdir=${escaped(folder)}`].join('\n');
}

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
  if (is(/^n(?:vi|ex|view)$/)) return 'nvi';
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
