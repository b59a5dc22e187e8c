// The body of an entry's file: its numbered lines, and the questions that they hold.
import type { Mistake } from '../../domain/text/errors.ts';
import { withoutBlankEnds } from '../../domain/text/plain-text.ts';
import { readHeading } from './line-markdown.ts';
import { fencedLines, firstSign, heading, questionMark, underline, underlines } from './text-markdown.ts';

/** A line of a file and its number, from 1. */
export interface BodyLine {
  readonly text: string;
  readonly line: number;
}

/** Lines of a file that follow one another, and the number of the first, from 1. */
export interface BodyLines {
  readonly texts: readonly string[];
  readonly line: number;
}

/** Where something stands in a file; lines and columns count from 1. */
export type FilePlace = Pick<Mistake, 'line' | 'column'>;

/** Called with everything in a file that is not as expected. */
export type Complain = (place: FilePlace, message: string) => void;

/**
 * Where a word stands in a line (the last time, where it comes twice); without one, where the line's text begins.
 *
 * @example
 * placeOf({ text: '- Likelihood: 170 %', line: 12 }, '170 %') //=> { line: 12, column: 15 }
 */
export function placeOf({ text, line }: BodyLine, word: string = text.trim()): FilePlace {
  return { line, column: Math.max(text.lastIndexOf(word), 0) + 1 };
}

/**
 * Whether nothing can be seen on a line.
 *
 * @example
 * isBlank(' \t') //=> true
 */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/**
 * One of several lines, by its position among them, from 0; an empty line beyond their end.
 *
 * @example
 * lineAt({ texts: ['a', 'b'], line: 12 }, 1) //=> { text: 'b', line: 13 }
 */
export function lineAt({ texts, line }: BodyLines, at: number): BodyLine {
  return { text: texts[at] ?? '', line: line + at };
}

/**
 * The lines from one position up to another, both counted from 0, as `slice` does for arrays.
 *
 * @example
 * linesFrom({ texts: ['a', 'b', 'c'], line: 12 }, 1) //=> { texts: ['b', 'c'], line: 13 }
 */
export function linesFrom({ texts, line }: BodyLines, from: number, to?: number): BodyLines {
  return { texts: texts.slice(from, to), line: line + from };
}

/**
 * The position of the first line on which something can be seen, from 0; -1 where there is none.
 *
 * @example
 * firstSeen(['', ' ', 'a']) //=> 2
 */
export function firstSeen(texts: readonly string[]): number {
  return texts.findIndex((text) => !isBlank(text));
}

/**
 * Lines as one text, without the blank ones at both ends.
 *
 * @example
 * textOf(['', 'a', '']) //=> 'a'
 */
export function textOf(texts: readonly string[]): string {
  return withoutBlankEnds(texts.join('\n'));
}

/** A question and all that stands below it, up to the next one. */
export interface Section {
  readonly asked: string;
  readonly comment: BodyLine;
  readonly below: BodyLines;
  /** The position in `below` at which the answer ends: at a heading of the person's own, or after the last line. */
  readonly end: number;
}

/** The body of an entry, taken apart. */
export interface Sections {
  readonly title: string;
  /** The text that a person wrote before the first question. */
  readonly before: string;
  readonly questions: readonly Section[];
}

/**
 * Takes the body of an entry apart. A question is a heading of level 2, of either kind, with its comment as the next line that
 * is not blank; nothing but the next question ends what stands below it, so that a fence left open hides no answer.
 *
 * @param complain - Called for a comment of coach's that has lost its question.
 *
 * @example
 * sectionsOf({ texts: ['# A free page'], line: 9 }, complain)
 * //=> { title: 'A free page', before: '', questions: [] }
 */
export function sectionsOf(lines: BodyLines, complain: Complain): Sections {
  const { texts } = lines;
  const asking = findQuestions(lines, complain);
  const questions = asking.map(({ asked, commentAt }, index): Section => {
    const next = asking[index + 1]?.from;
    // A blank line sets a section off from the next one.
    const setOff = next !== undefined && isBlank(texts[next - 1] ?? '') ? 1 : 0;
    const below = linesFrom(lines, commentAt + 1, next === undefined ? undefined : next - setOff);
    return { asked, comment: lineAt(lines, commentAt), below, end: answerEnd(below.texts) };
  });
  const preamble = texts.slice(0, asking[0]?.from);
  const first = firstSeen(preamble);
  const found = headingAt(preamble, first) ?? underlinedAt(preamble, first + 1);
  const title = found?.level === 1 ? found.words : '';
  const before = textOf(title === '' ? preamble : preamble.slice((found?.to ?? first) + 1));
  return { title, before, questions };
}

interface FoundQuestion {
  readonly asked: string;
  /** The positions of its heading's first line and of its comment. */
  readonly from: number;
  readonly commentAt: number;
}

function findQuestions(lines: BodyLines, complain: Complain): readonly FoundQuestion[] {
  const { texts } = lines;
  const found: FoundQuestion[] = [];
  let above = -1;
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? '';
    if (isBlank(text)) continue;
    if (firstSign(text) === '<' && questionMark.test(text)) {
      const match = headingAt(texts, above) ?? underlinedAt(texts, above);
      if (match?.level === 2) found.push({ asked: match.words, from: match.from, commentAt: at });
      else {
        const message = 'this comment has lost its question; expected a line "## …" above it';
        complain(placeOf(lineAt(lines, at)), message);
      }
    }
    above = at;
  }
  return found;
}

/** A heading of level 1 or 2, and the positions of its first line and its last. */
interface Heading {
  readonly level: number;
  readonly words: string;
  readonly from: number;
  readonly to: number;
}

/** The heading that a line is by the signs at its beginning. */
function headingAt(texts: readonly string[], at: number): Heading | undefined {
  const [, signs, words = ''] = heading.exec(texts[at] ?? '') ?? [];
  return signs === undefined
    ? undefined
    : { level: signs.length, words: readHeading(words), from: at, to: at };
}

/** The heading that a line of hyphens or equals signs makes of all the lines above it, up to a blank one or another heading. */
function underlinedAt(
  texts: readonly string[],
  at: number,
  code: ReadonlySet<number> = new Set(),
): Heading | undefined {
  if (!underline.test(texts[at] ?? '') || !underlines(texts, at, code)) return undefined;
  let from = at - 1;
  while (from > 0 && isParagraph(texts[from - 1] ?? '') && !code.has(from - 1)) from--;
  const level = texts[at]?.includes('=') ? 1 : 2;
  return { level, words: readHeading(texts.slice(from, at).join(' ')), from, to: at };
}

function isParagraph(text: string): boolean {
  return !isBlank(text) && !heading.test(text) && !questionMark.test(text);
}

/**
 * A heading that stands on an answer's first lines is none where a line of hyphens makes it: the answer would be lost. It may
 * be meant as a rule below the answer.
 */
function answerEnd(texts: readonly string[]): number {
  const mayBegin = (text: string): boolean =>
    '#=-'.includes(firstSign(text)) && (heading.test(text) || underline.test(text));
  const first = texts.findIndex(mayBegin);
  if (first < 0) return texts.length;
  const code = fencedLines(texts);
  for (let at = first; at < texts.length; at++) {
    const text = texts[at] ?? '';
    if (!mayBegin(text) || code.has(at)) continue;
    if (heading.test(text)) return at;
    const from = underlinedAt(texts, at, code)?.from;
    if (from === undefined) continue;
    if (firstSeen(texts) < from) return from;
    // The lines that follow without a break begin where this one does.
    while (isParagraph(texts[at + 1] ?? '') && !code.has(at + 1)) at++;
  }
  return texts.length;
}
