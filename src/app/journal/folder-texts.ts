// The texts of the files of one folder.
import { pathIn } from '../../domain/entry/entry.ts';
import type { FileMistakes } from '../../domain/text/errors.ts';
import type { JournalFiles } from '../ports/journal-files.ts';

/** So many texts are held at once. */
const AT_ONCE = 50;

/** A file of a folder, and its text; undefined where it is gone. */
export interface FolderText {
  readonly name: string;
  /** Below the journal folder. */
  readonly path: string;
  readonly text: string | FileMistakes | undefined;
}

/**
 * The texts of files of one folder, some at a time, which is quicker than one by one.
 *
 * @example
 * (await folderTexts('2026/11', ['gone.md'], files).next()).value //=> [{ name: 'gone.md', path: '2026/11/gone.md' }]
 */
export async function* folderTexts(
  folder: string,
  names: readonly string[],
  files: JournalFiles,
): AsyncGenerator<readonly FolderText[]> {
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE);
    const paths = some.map((name) => pathIn(folder, name));
    await files.prepare(paths);
    const texts = files.texts(folder, some);
    yield some.map((name, index) => ({ name, path: paths[index] ?? '', text: texts[index] }));
  }
}
