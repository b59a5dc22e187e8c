// The text files of a source, and the journals of jrnl among them.
import { CoachError } from '../domain/text/errors.ts';
import { readJrnlText } from './import-jrnl.ts';
import type { ImportSource, Recognised } from './source.ts';
import type { SourceItem } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';
import { SOURCE_READERS } from './source-readers.ts';
import { withoutName } from './read-documents.ts';

/**
 * A file as one text with all entries.
 *
 * @example
 * [...textIn(sample('jrnl.txt'), 'jrnl.txt', 'jrnl').read()].length //=> 2
 */
export function textIn(source: ImportSource, name: string, kind: SourceKind): Recognised {
  const read = (): Iterable<SourceItem> => SOURCE_READERS[kind].text?.read(source.text(name), name) ?? [];
  return { kind, read };
}

/**
 * The entries of one file in a folder journal of jrnl.
 *
 * @example
 * [...jrnlDay(sample('jrnl.txt'), 'jrnl.txt')][1]?.place //=> 'jrnl.txt:8'
 */
export function* jrnlDay(source: ImportSource, name: string): Generator<SourceItem> {
  const text = textOrMistake(source, name);
  if (typeof text === 'string') yield* readJrnlText(text, name);
  else yield text;
}

/**
 * The text of a file; one that cannot be read at all is one mistake among others.
 *
 * @example
 * textOrMistake(sample('daily'), 'gone.md') //=> { place: 'gone.md', mistake: 'it cannot be read: it does not exist' }
 */
export function textOrMistake(
  source: Pick<ImportSource, 'text'>,
  name: string,
): string | { readonly place: string; readonly mistake: string } {
  try {
    return source.text(name);
  } catch (error) {
    if (error instanceof CoachError) {
      const hint = error.hint === undefined ? '' : `. ${error.hint}`;
      return { place: name, mistake: `${withoutName(error, name)}${hint}` };
    }
    throw error;
  }
}
