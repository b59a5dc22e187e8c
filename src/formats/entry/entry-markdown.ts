// An entry as a Markdown file, printed and read.
import type { Answer } from '../../domain/entry/answer.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { byPlace, FileMistakes, type Mistake } from '../../domain/text/errors.ts';
import { plainEntry } from '../../domain/entry/plain-entry.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { printGiven, readGiven } from './answer-markdown.ts';
import { type BodyLines, type Complain, placeOf, textOf, sectionsOf } from './entry-body.ts';
import { type EntryHead, newerFormat, parseEntryHead, printEntryHead } from './entry-head.ts';
import type { FrontMatter } from './front-matter.ts';
import { printHeading } from './line-markdown.ts';
import { writtenHead } from './peek-head.ts';
import { printComment, readComment } from './question-comment.ts';

/** A file that calls itself an entry, taken apart but not yet understood. */
export interface EntrySource {
  /**
   * The lines between the two `---`; the first of them is line 2 of the file. None where the second `---` is
   * missing.
   */
  readonly front: readonly string[];
  readonly body: readonly string[];
  /** The number of the first body line in the file, from 1; undefined where the front matter has no end. */
  readonly bodyLine: number | undefined;
}

/**
 * The entry as a Markdown file (docs/entry-format.md), in its plain form (`plainEntry`): whatever its texts hold, the
 * file can be read back.
 *
 * @example
 * printEntry(entry).split('\n')[0] //=> '---'
 */
export function printEntry(entry: Entry): string {
  return printPlainEntry(plainEntry(entry));
}

/**
 * The same for an entry that is in its plain form already.
 *
 * @example
 * printPlainEntry(plainEntry(entry)) === printEntry(entry) //=> true
 */
export function printPlainEntry({ title, answers, extra, ...head }: Entry): string {
  const ownAfter = (place: string | null): readonly string[] =>
    extra.sections.filter(({ after }) => after === place).map(({ text }) => text);
  const blocks = [
    `---\n${printEntryHead(head, extra.front)}\n---`,
    ...(title === '' ? [] : [`# ${printHeading(title)}`]),
    ...ownAfter(null),
    ...answers.flatMap((answer) => [
      `## ${printHeading(answer.asked)}\n${printComment(answer)}`,
      printGiven(answer),
      ...ownAfter(answer.question),
    ]),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/**
 * Takes a file apart if it calls itself an entry: it begins with a front matter that has the key `coach`. A byte order
 * mark, CRLF and control characters are forgiven.
 *
 * @example
 * splitEntry('---\ncoach: 1\n---\n\n# A title\n')
 * //=> { front: ['coach: 1'], body: ['', '# A title'], bodyLine: 4 }
 * splitEntry('# Some other note\n') //=> undefined
 */
export function splitEntry(text: string): EntrySource | undefined {
  if (!/^\ufeff?---[ \t]*[\r\n]/.test(text)) return undefined;
  const lines = plainText(text).split('\n');
  const end = lines.findIndex((line, at) => at > 0 && line.startsWith('---') && /^---[ \t]*$/.test(line));
  const front = lines.slice(1, end < 0 ? undefined : end);
  if (!front.some((line) => /^["']?coach["']?[ \t]*:/.test(line))) return undefined;
  if (end < 0) return { front: [], body: [], bodyLine: undefined };
  return { front, body: withoutLastEnd(lines.slice(end + 1)), bodyLine: end + 2 };
}

/** The last line of a file has an end, too, and nothing behind it is a line. */
function withoutLastEnd(lines: string[]): readonly string[] {
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * Understands a file whose head is just as coach writes it (`writtenHead`), as `parseEntry` does.
 *
 * @returns Undefined for any other file, which may be an entry, too.
 * @throws FileMistakes as `parseEntry` does.
 *
 * @example
 * parseWritten(printEntry(entry), '2026/11/a.md')?.answers[0]?.question //=> 'member-felt'
 */
export function parseWritten(text: string, file: string): Entry | undefined {
  const written = writtenHead(text);
  if (!written) return undefined;
  const { head, end, bodyLine } = written;
  const body = withoutLastEnd(plainText(text.slice(end)).split('\n'));
  return parseRest({ texts: body, line: bodyLine }, () => ({ head, own: '' }), file);
}

/**
 * Understands a file that calls itself an entry. `parseEntry` and `printEntry` are inverse for every file
 * that coach wrote; what a person added is in `extra`.
 *
 * @param front - The front matter, read by `readPlainFrontMatter` or by `readYamlFrontMatter`.
 * @throws FileMistakes with every line, column and expectation that is not met; of a file from a newer format
 *   only that.
 *
 * @example
 * const source = splitEntry(printEntry(entry));
 * parseEntry(source, readPlainFrontMatter(source.front, 2), '2026/11/a.md').answers[0]?.question
 * //=> 'member-felt'
 */
export function parseEntry({ body, bodyLine }: EntrySource, front: FrontMatter, file: string): Entry {
  if (bodyLine === undefined) {
    const message = 'the front matter that begins here has no end; expected a line "---"';
    throw new FileMistakes(file, [{ line: 1, column: 1, message }]);
  }
  const newer = newerFormat(front);
  if (newer) throw new FileMistakes(file, [newer]);
  return parseRest({ texts: body, line: bodyLine }, (complain) => parseEntryHead(front, complain), file);
}

function parseRest(
  body: BodyLines,
  parseHead: (complain: Complain) => { readonly head: EntryHead; readonly own: string },
  file: string,
): Entry {
  const mistakes: Mistake[] = [];
  const complain: Complain = ({ line, column }, message) => mistakes.push({ line, column, message });
  const { head, own } = parseHead(complain);
  const { title, before, questions } = sectionsOf(body, complain);
  const answers: Answer[] = [];
  const sections: { after: string | null; text: string }[] = [];
  const keep = (after: string | null, text: string): void => {
    if (text !== '') sections.push({ after, text });
  };
  keep(null, before);
  for (const { asked, comment, below, end } of questions) {
    const said = readComment(comment, complain);
    if (!said) continue;
    const { question, type, links } = said;
    if (answers.some((answer) => answer.question === question)) {
      complain(placeOf(comment), `the question ${question} appears twice`);
    }
    const { given, own: ownLines } = readGiven(type, below, end, complain);
    answers.push({ question, asked, ...links, ...given });
    keep(question, textOf(ownLines));
  }
  if (mistakes.length > 0) throw new FileMistakes(file, mistakes.toSorted(byPlace));
  const { id, at, written, zone, day, bank, bankVersion, role, about, tags, minutes } = head;
  const extra = { front: own, sections };
  // Spelled out: to spread so many keys takes some Nodes longer than to read them.
  return { id, at, written, zone, day, bank, bankVersion, role, about, tags, minutes, title, answers, extra };
}
