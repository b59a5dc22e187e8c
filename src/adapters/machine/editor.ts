// The person's editor, for a text that is no file of theirs.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CoachError } from '../../domain/text/errors.ts';
import { cannotPutAside, freshFolder, leftBehind } from './own-folder.ts';
import { runEditor } from './run-editor.ts';

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
 * @throws CoachError when the editor cannot be started, fails, is ended by a signal, or leaves no file.
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
    return savedText(file);
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

function savedText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new CoachError('the editor left no text behind', {
      hint: 'What you had before is kept.',
      cause: error,
    });
  }
  return decoded(bytes)
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n')
    .replace(/\n$/, '');
}

/** An editor in an old locale may save another encoding: better read as Windows-1252 than lost. */
function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
