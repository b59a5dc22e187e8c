// The second look at the body of an entry: lines that could be meant otherwise than they are read.
import type { Answer } from '../domain/entry/answer.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { QUESTION_TYPES } from '../domain/banks/question-bank.ts';
import { type BodyLines, isBlank, lineAt, type Section, type Sections } from '../formats/entry/entry-body.ts';
import { otherBlock } from '../formats/entry/parts-markdown.ts';
import { isNearlySkip, isOnlyEmbedded, partRemark, showsNothing } from './answer-look.ts';
import { fencedLines, heading, questionMark, underlines } from '../formats/entry/text-markdown.ts';
import * as say from './look-text.ts';
import type { DoubtfulPlace } from './look-text.ts';

/** The words of a comment of coach's, whatever became of the signs around them. */
const commentWords = new RegExp(
  String.raw`\bcoach[ \t]*:[ \t]*[a-z0-9-]+[ \t]+(?:${QUESTION_TYPES.join('|')})\b`,
  'i',
);

/**
 * The places in the body of an entry that could mean something else.
 *
 * @example
 * bodyRemarks({ texts: ['## What?', '<!- coach: member-felt text -->'], line: 9 }, noSections, entry).length //=> 1
 */
export function bodyRemarks(
  body: BodyLines,
  { questions }: Sections,
  entry: Entry,
): readonly DoubtfulPlace[] {
  return [
    ...unmerged(body),
    ...lostComments(body, questions),
    ...questions.flatMap((section, at) => answerRemarks(section, entry.answers[at])),
  ];
}

function unmerged({ texts, line }: BodyLines): readonly DoubtfulPlace[] {
  const ours = texts.findIndex((text) => /^<{7}(?: |$)/.test(text));
  if (ours < 0) return [];
  const between = texts.findIndex((text, at) => at > ours && /^={7}$/.test(text));
  const theirs = texts.findIndex((text, at) => at > between && /^>{7}(?: |$)/.test(text));
  if (between < 0 || theirs < 0 || fencedLines(texts).has(ours)) return [];
  return [{ line: line + ours, column: 1, message: say.UNMERGED, isProblem: true }];
}

/** Headings of level 2 that are no questions, with something like a comment in them or on the next line. */
function lostComments({ texts, line }: BodyLines, questions: readonly Section[]): readonly DoubtfulPlace[] {
  const read = new Set(questions.map(({ comment }) => comment.line));
  const code = fencedLines(texts);
  return texts.flatMap((text, at): readonly DoubtfulPlace[] => {
    if (heading.exec(text)?.[1] !== '##' || code.has(at)) return [];
    const next = nextSeen(texts, at);
    if (read.has(line + next)) return [];
    const places = heading.test(texts[next] ?? '') ? [at] : [at, next];
    const place = places.find((one) => commentWords.test(texts[one] ?? ''));
    if (place === undefined) return [];
    return [{ line: line + place, column: 1, message: say.COMMENT_NOT_READ, isProblem: true }];
  });
}

function answerRemarks(
  { below, comment, end }: Section,
  answer: Answer | undefined,
): readonly DoubtfulPlace[] {
  const first = below.texts.findIndex((text) => !isBlank(text));
  if (answer === undefined) return [];
  if (first < 0 || first >= end) return [remarkAt(comment.line, say.EMPTY_ANSWER)];
  const { text, line } = lineAt(below, first);
  if (answer.skip === null && answer.type === 'text') return textRemarks(below, first, end);
  const isWrapped = !isListOf(answer) && /[(][^)]*$/.test(text);
  const at = isListOf(answer) ? afterList(below.texts, first, end) : first + 1;
  const isBelow = at < end && !isBlank(below.texts[at] ?? '') && !isWrapped;
  if (isBelow) return [remarkAt(line + at - first, say.RIGHT_BELOW)];
  if (answer.skip === null && answer.type === 'choice' && showsNothing(text))
    return [remarkAt(line, say.NOTHING_SEEN)];
  if (answer.skip === null && answer.type === 'choice' && isNearlySkip(text, true))
    return [remarkAt(line, say.NEARLY_SKIP)];
  const part = partRemark(below, first, end, answer);
  return part ? [part] : [];
}

function isListOf({ skip, type }: Answer): boolean {
  return skip === null && (type === 'prediction' || type === 'commitment');
}

/** Where a list ends: before a blank line, or before a block of another kind. */
function afterList(texts: readonly string[], first: number, end: number): number {
  let at = first;
  while (at < end && !isBlank(texts[at] ?? '') && !otherBlock.test(texts[at] ?? '')) at++;
  return at;
}

function textRemarks({ texts, line }: BodyLines, first: number, end: number): readonly DoubtfulPlace[] {
  const answer = texts.slice(0, end);
  const seen = answer.filter((text) => !isBlank(text));
  const isNearly = seen.length === 1 && isNearlySkip(texts[first] ?? '');
  const code = fencedLines(answer);
  const open = answer.findIndex((text, at) => /^(?:`{3,}[^`]*|~{3,}.*)$/.test(text) && !code.has(at));
  const rule = texts.findIndex(
    (_, at) => at < end && underlines(texts, at, code) && !isQuestionBelow(texts, at),
  );
  const made = heading.test(texts[end] ?? '')
    ? -1
    : texts.findIndex((_, at) => at > end && isRule(texts, at, code));
  return [
    ...(isNearly ? [remarkAt(line + first, say.NEARLY_SKIP)] : []),
    ...(seen.every(showsNothing) ? [remarkAt(line + first, say.NOTHING_SEEN)] : []),
    ...(seen.every(isOnlyEmbedded) ? [remarkAt(line + first, say.ONLY_EMBEDDED)] : []),
    ...(open >= 0 ? [remarkAt(line + open, say.OPEN_CODE)] : []),
    ...(rule >= 0 ? [remarkAt(line + rule, say.MADE_NO_HEADING)] : []),
    ...(made >= 0 ? [remarkAt(line + made, say.MADE_HEADING)] : []),
  ];
}

/** A heading is underlined as a whole, by people and by formatters. */
function isRule(texts: readonly string[], at: number, code: ReadonlySet<number>): boolean {
  const [above = '', below = ''] = [texts[at - 1], texts[at]];
  return underlines(texts, at, code) && below.trim().length < above.trim().length && below.trim().length <= 5;
}

function isQuestionBelow(texts: readonly string[], at: number): boolean {
  return questionMark.test(texts[nextSeen(texts, at)] ?? '');
}

/** The position of the next line on which something can be seen; beyond the end where there is none. */
function nextSeen(texts: readonly string[], at: number): number {
  let next = at + 1;
  while (next < texts.length && isBlank(texts[next] ?? '')) next++;
  return next;
}

function remarkAt(line: number, message: string): DoubtfulPlace {
  return { line, column: 1, message, isProblem: false };
}
