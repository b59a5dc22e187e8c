// The body of an entry's file, taken apart into questions and what stands below them.
import { oneLine } from '../../domain/text/plain-text.ts';
import {
  type BodyLine,
  type BodyLines,
  type Complain,
  firstSeen,
  isBlank,
  lineAt,
  linesFrom,
  placeOf,
  textOf,
} from './body-line.ts';
import { fencedLines, heading, questionMark } from './text-markdown.ts';

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
