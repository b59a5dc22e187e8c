import { oneLine } from '../domain/text.ts';
import { type BodyLine, type Complain, isBlank, placeOf, textOf } from './body-line.ts';
import { fencedLines, heading, questionMark } from './text-markdown.ts';

/** A question and all that stands below it, up to the next one. */
export interface Section {
  readonly asked: string;
  readonly comment: BodyLine;
  readonly lines: readonly BodyLine[];
  /** The position in `lines` at which the answer ends: at a heading of the person's own, or after the last line. */
  readonly end: number;
}

/** The body of an entry, taken apart. */
export interface Sections {
  readonly title: string;
  /** What a person wrote before the first question. */
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
 * sectionsOf([{ text: '# A free page', line: 9 }], complain) //=> { title: 'A free page', before: '', questions: [] }
 */
export function sectionsOf(lines: readonly BodyLine[], complain: Complain): Sections {
  const found = findQuestions(lines, complain);
  const questions = found.map(({ asked, commentAt }, index): Section | undefined => {
    const comment = lines[commentAt];
    const next = found[index + 1]?.headingAt;
    // A blank line sets a section off from the next one.
    const setOff = next !== undefined && isBlank(lines[next - 1]?.text ?? '') ? 1 : 0;
    const below = lines.slice(commentAt + 1, next === undefined ? undefined : next - setOff);
    return comment && { asked, comment, lines: below, end: answerEnd(below) };
  });
  const preamble = lines.slice(0, found[0]?.headingAt);
  const first = preamble.findIndex(({ text }) => !isBlank(text));
  const [, level, title = ''] = heading.exec(preamble[first]?.text ?? '') ?? [];
  const hasTitle = level === '#' && !isBlank(title);
  return {
    title: hasTitle ? oneLine(title) : '',
    before: textOf(hasTitle ? preamble.slice(first + 1) : preamble),
    questions: questions.filter((section) => section !== undefined),
  };
}

interface FoundQuestion {
  readonly asked: string;
  /** The positions of its heading and of its comment. */
  readonly headingAt: number;
  readonly commentAt: number;
}

function findQuestions(lines: readonly BodyLine[], complain: Complain): readonly FoundQuestion[] {
  const found: FoundQuestion[] = [];
  let above = -1;
  for (const [at, line] of lines.entries()) {
    if (isBlank(line.text)) continue;
    if (questionMark.test(line.text)) {
      const [, level, asked = ''] = heading.exec(lines[above]?.text ?? '') ?? [];
      if (level === '##') found.push({ asked: oneLine(asked), headingAt: above, commentAt: at });
      else complain(placeOf(line), 'this comment has lost its question, expected a line "## …" above it');
    }
    above = at;
  }
  return found;
}

function answerEnd(lines: readonly BodyLine[]): number {
  const code = fencedLines(lines.map(({ text }) => text));
  const end = lines.findIndex(({ text }, index) => heading.test(text) && !code.has(index));
  return end < 0 ? lines.length : end;
}
