// The body of an entry's file: its numbered lines, and the questions that they hold.
import type { Mistake } from '../../domain/text/errors.ts';
import { withoutBlankEnds, oneLine } from '../../domain/text/plain-text.ts';
import { fencedLines, heading, questionMark } from './text-markdown.ts';

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
 * Takes the body of an entry apart. A question is a heading of level 2 with its comment as the next line that is not
 * blank; nothing but the next question ends what stands below it, so that a fence left open hides no answer.
 *
 * @param complain - Called for a comment of coach's that has lost its question.
 *
 * @example
 * sectionsOf({ texts: ['# A free page'], line: 9 }, complain)
 * //=> { title: 'A free page', before: '', questions: [] }
 */
export function sectionsOf(lines: BodyLines, complain: Complain): Sections {
  const { texts } = lines;
  const found = findQuestions(lines, complain);
  const questions = found.map(({ asked, commentAt }, index): Section => {
    const next = found[index + 1]?.headingAt;
    // A blank line sets a section off from the next one.
    const setOff = next !== undefined && isBlank(texts[next - 1] ?? '') ? 1 : 0;
    const below = linesFrom(lines, commentAt + 1, next === undefined ? undefined : next - setOff);
    return { asked, comment: lineAt(lines, commentAt), below, end: answerEnd(below.texts) };
  });
  const preamble = texts.slice(0, found[0]?.headingAt);
  const first = firstSeen(preamble);
  const match = heading.exec(preamble[first] ?? '');
  const title = match?.[1] === '#' ? oneLine(match[2] ?? '') : '';
  return { title, before: textOf(title === '' ? preamble : preamble.slice(first + 1)), questions };
}

interface FoundQuestion {
  readonly asked: string;
  /** The positions of its heading and of its comment. */
  readonly headingAt: number;
  readonly commentAt: number;
}

function findQuestions(lines: BodyLines, complain: Complain): readonly FoundQuestion[] {
  const { texts } = lines;
  const found: FoundQuestion[] = [];
  let above = -1;
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? '';
    if (isBlank(text)) continue;
    if (questionMark.test(text)) {
      const match = heading.exec(texts[above] ?? '');
      if (match?.[1] === '##')
        found.push({ asked: oneLine(match[2] ?? ''), headingAt: above, commentAt: at });
      else {
        const message = 'this comment has lost its question, expected a line "## …" above it';
        complain(placeOf(lineAt(lines, at)), message);
      }
    }
    above = at;
  }
  return found;
}

function answerEnd(texts: readonly string[]): number {
  const first = texts.findIndex((text) => text.includes('#') && heading.test(text));
  if (first < 0) return texts.length;
  const code = fencedLines(texts);
  const end = texts.findIndex((text, at) => at >= first && heading.test(text) && !code.has(at));
  return end < 0 ? texts.length : end;
}
