// The text files of a source: notes in Markdown, and journals of jrnl.
import { CoachError } from '../domain/text/errors.ts';
import { readDatedMarkdown } from './import-dated-markdown.ts';
import { readJrnlText } from './import-jrnl.ts';
import type { ImportSource, Recognised } from './source.ts';
import type { SourceItem } from './foreign-entry.ts';
import type { SourceKind } from './source-kinds.ts';
import { SOURCE_READERS } from './source-readers.ts';
import { withoutName } from './read-documents.ts';

/**
 * Whether a file has the name of a note.
 *
 * @example
 * isNote('Daily/2026-11-22.md') //=> true
 */
export function isNote(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

/**
 * The entry in a note, or why there is none.
 *
 * @example
 * noteIn(sample('daily'), 'Somewhere.md') //=> { place: 'Somewhere.md', foreign: { at: '2026-11-20T08:00:00+01:00', … } }
 */
export function noteIn(source: ImportSource, name: string): SourceItem {
  const text = textOrMistake(source, name);
  return typeof text === 'string' ? readDatedMarkdown(text, name) : text;
}

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
    if (error instanceof CoachError) return { place: name, mistake: withoutName(error, name) };
    throw error;
  }
}
