import type { Entry } from '../domain/entry.ts';
import { FileMistakes } from '../domain/errors.ts';
import { parseEntry, splitEntry } from '../formats/entry-markdown.ts';
import { readPlainFrontMatter } from '../formats/front-matter.ts';

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
  const source = splitEntry(text);
  if (!source) {
    if (!expected) return undefined;
    const message = 'expected the front matter of an entry, "---" and a line "coach: 1"';
    throw new FileMistakes(file, [{ line: 1, column: 1, message }]);
  }
  const plain = readPlainFrontMatter(source.front, 2);
  if (plain) return parseEntry(source, plain, file);
  const { readYamlFrontMatter } = await import('../formats/front-matter-yaml.ts');
  return parseEntry(source, readYamlFrontMatter(source.front, 2, file), file);
}
