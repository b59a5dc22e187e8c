// Entries as one Markdown document.
import type { Answer } from '../domain/entry/answer.ts';
import { longDay } from '../domain/time/day.ts';
import { parseAt, clockTime } from '../domain/time/moment.ts';
import type { Entry, StoredEntry } from '../domain/entry/entry.ts';
import { oneLine, plainText, withoutBlankEnds } from '../domain/text/plain-text.ts';
import { printGiven } from '../formats/entry/answer-markdown.ts';
import { withHtmlShown } from '../formats/entry/shown-html.ts';
import { printText } from '../formats/entry/text-markdown.ts';
import { entryTitle } from '../pages/record/entry-title.ts';
import { lowered } from './lowered-headings.ts';

/** The levels of the headings: the journal 1, an entry 2, a question 3. */
const QUESTION = 3;

/**
 * Entries as one Markdown document. Headings that the person wrote go down as far as they have to, so that those of level
 * 1 and 2 are the journal's and the entries' own; HTML and open code blocks in what they wrote are shown as they
 * were typed. Links and pictures that they wrote in Markdown stay what they are.
 *
 * @returns The head, then a piece for each entry.
 *
 * @example
 * [...markdownDocument([{ entry, path: 'a.md' }])][1].split('\n')[1]
 * //=> '## 22 November 2026, 09:14: When your work is closely managed'
 */
export function* markdownDocument(entries: Iterable<StoredEntry>): Generator<string> {
  yield '# Journal\n';
  for (const { entry } of entries) yield `\n${entryBlocks(entry).join('\n\n')}\n`;
}

function entryBlocks(entry: Entry): readonly string[] {
  const { extra, answers } = entry;
  const own = (place: string | null): readonly string[] =>
    extra.sections.filter(({ after }) => after === place).map(({ text }) => withHtmlShown(ownText(text)));
  return [
    `## ${withHtmlShown(headingOf(entry))}`,
    ...factsOf(entry),
    ...(extra.front === '' ? [] : [inFence(plainText(extra.front))]),
    ...own(null),
    ...answers.flatMap((answer) => [
      `### ${withHtmlShown(oneLine(answer.asked))}`,
      answerText(answer),
      ...own(answer.question),
    ]),
  ];
}

function headingOf(entry: Entry): string {
  const moment = parseAt(entry.at);
  const time = moment ? clockTime(moment) : '';
  return `${longDay(entry.day)}${time === '' ? '' : `, ${time}`}: ${entryTitle(entry)}`;
}

/** Whose seat, whom it is about, and the tags; nothing where there is none of them. */
function factsOf({ role, about, tags }: Entry): readonly string[] {
  const facts = [
    role ?? '',
    about === null ? '' : `about ${literally(about)}`,
    tags.map((tag) => `#${literally(tag)}`).join(' '),
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? [] : [facts.join(' · ')];
}

/** A name or a tag is no Markdown: what would mean something in it is shown as it is. */
function literally(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>&#~|$]/g, '\\$&');
}

function answerText(answer: Answer): string {
  if (answer.type === 'choice' && answer.skip === null) {
    const label = literally(answer.legend ?? '');
    if (label !== '') return `${label}${asComment(answer.value)}`;
  }
  if (answer.type !== 'text' || answer.skip !== null) return withHtmlShown(printGiven(answer));
  return withHtmlShown(printText(lowered(withoutBlankEnds(plainText(answer.value)), () => QUESTION + 1)));
}

/** The value of an option, for programs; nothing where it could end the comment. */
function asComment(value: string): string {
  return /^[\w-]+$/.test(value) && !value.includes('--') ? ` <!-- ${value} -->` : '';
}

/** Texts of the person's own: those beside the questions in the entry's file begin at their level, those below one beneath it. */
function ownText(text: string): string {
  const beside = 2;
  const top = (highest: number): number => (highest <= beside ? QUESTION : QUESTION + 1);
  return printText(lowered(withoutBlankEnds(plainText(text)), top));
}

/** Lines as code, in a fence longer than any in them. */
function inFence(text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}yaml\n${text}\n${fence}`;
}
