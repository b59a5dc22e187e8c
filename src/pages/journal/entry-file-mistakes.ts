// The mistakes by which a file is no entry at all, whatever its lines say.
import { FileMistakes } from '../../domain/text/errors.ts';
import { intoUtf8 } from '../machine/file-refusals.ts';

/**
 * An edited text that is not UTF-8.
 *
 * @param place - Of the first character that is not.
 * @param encoding - As `intoUtf8` takes it.
 *
 * @example
 * entryNotUtf8('a.md', { line: 3, column: 1 }).message //=> 'a.md:3:1: this is not UTF-8 text'
 */
export function entryNotUtf8(
  file: string,
  place: { readonly line: number; readonly column: number },
  encoding?: string,
): FileMistakes {
  return new FileMistakes(file, [{ ...place, message: 'this is not UTF-8 text' }], intoUtf8(encoding));
}

/**
 * A file that does not begin as entries do.
 *
 * @example
 * noFrontMatter('a.md').mistakes[0].line //=> 1
 */
export function noFrontMatter(file: string): FileMistakes {
  return atTheTop(file, 'expected the front matter of an entry: "---" and a line "coach: 1"');
}

/**
 * A file that somebody changed at the same moment.
 *
 * @example
 * changedMeanwhile('a.md').message //=> 'a.md:1:1: was changed while it was being read'
 */
export function changedMeanwhile(file: string): FileMistakes {
  return atTheTop(file, 'was changed while it was being read');
}

function atTheTop(file: string, message: string): FileMistakes {
  return new FileMistakes(file, [{ line: 1, column: 1, message }]);
}
