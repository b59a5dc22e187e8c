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
 * The texts of files of one folder, one after the other. They are read some at a time, which is quicker.
 *
 * @example
 * [...folderTexts('2026/11', ['a.md'], files)] //=> [{ name: 'a.md', path: '2026/11/a.md', text: '# One\n' }]
 */
export function* folderTexts(
  folder: string,
  names: readonly string[],
  files: JournalFiles,
): Generator<FolderText> {
  for (let at = 0; at < names.length; at += AT_ONCE) {
    const some = names.slice(at, at + AT_ONCE);
    const texts = files.texts(folder, some);
    for (const [index, name] of some.entries())
      yield { name, path: pathIn(folder, name), text: texts[index] };
  }
}
