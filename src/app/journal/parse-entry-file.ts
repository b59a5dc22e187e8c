// The text of a Markdown file, understood as an entry.
import type { Entry } from '../../domain/entry/entry.ts';
import {
  type EntrySource,
  parseEntry,
  parseWritten,
  splitEntry,
} from '../../formats/entry/entry-markdown.ts';
import { type FrontMatter, readPlainFrontMatter } from '../../formats/entry/front-matter.ts';
import { changedMeanwhile, noFrontMatter } from '../../pages/journal/entry-file-mistakes.ts';

/** The reader for full YAML, which is loaded only where it is needed. */
export type YamlReader = (lines: readonly string[], firstLine: number, file: string) => FrontMatter;

/**
 * Understands the text of a Markdown file in the journal. The reader for full YAML is loaded only for a front matter that
 * needs it.
 *
 * @param file - Its path below the journal folder, for what is said about it.
 * @param expected - Its name says that it is an entry, so that anything else is a mistake.
 * @returns Undefined for a Markdown file that does not call itself an entry.
 * @throws FileMistakes with every line and column that is not as expected.
 *
 * @example
 * await parseEntryFile('# Shopping\n', 'shopping.md', false) //=> undefined
 */
export async function parseEntryFile(
  text: string,
  file: string,
  expected: boolean,
): Promise<Entry | undefined> {
  const written = parseWritten(text, file);
  if (written) return written;
  const source = sourceOf(text, file, expected);
  if (!source) return undefined;
  const plain = readPlainFrontMatter(source.front, 2);
  if (plain) return parseEntry(source, plain, file);
  const { readYamlFrontMatter } = await import('../../formats/entry/front-matter-yaml.ts');
  return parseEntry(source, readYamlFrontMatter(source.front, 2, file), file);
}

/**
 * The same at once, where the reader for full YAML was loaded if any file is known to need it.
 *
 * @throws FileMistakes as `parseEntryFile` does, and where a file needs that reader by now.
 *
 * @example
 * parseEntryNow('# Shopping\n', 'shopping.md', false, undefined) //=> undefined
 */
export function parseEntryNow(
  text: string,
  file: string,
  expected: boolean,
  yaml: YamlReader | undefined,
): Entry | undefined {
  const written = parseWritten(text, file);
  if (written) return written;
  const source = sourceOf(text, file, expected);
  if (!source) return undefined;
  const front = readPlainFrontMatter(source.front, 2) ?? yaml?.(source.front, 2, file);
  if (front) return parseEntry(source, front, file);
  throw changedMeanwhile(file);
}

/**
 * Whether only the reader for full YAML understands the front matter of a file.
 *
 * @example
 * needsYaml("---\ncoach: 1\nabout: 'D.'\n---\n") //=> true
 */
export function needsYaml(text: string): boolean {
  const source = splitEntry(text);
  return source !== undefined && readPlainFrontMatter(source.front, 2) === undefined;
}

function sourceOf(text: string, file: string, expected: boolean): EntrySource | undefined {
  const source = splitEntry(text);
  if (source || !expected) return source;
  throw noFrontMatter(file);
}
