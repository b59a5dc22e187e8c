// The file of an entry with another answer to one question: the lines of that answer, and no other byte.
import type { Answer } from '../../domain/entry/answer.ts';
import { printGiven, readGiven } from './answer-markdown.ts';
import { type Complain, firstSeen, isBlank, type Section, sectionsOf } from './entry-body.ts';
import { splitEntry } from './entry-markdown.ts';
import { readComment } from './question-comment.ts';

/** A line with its end, whichever of those that `plainText` knows. */
const rawLine = /[^\n\r\v\f\u0085]*(?:\r\n|[\n\r\v\f\u0085]|$)/g;
const lineEnd = /(?:\r\n|[\n\r\v\f\u0085])$/;
const quiet: Complain = () => undefined;

/**
 * The text of an entry's file with another answer to one of its questions. Only the lines of that answer are others, and in the
 * comment above it the link, where the answer now moves a date and does not close, or the other way round.
 *
 * Whether what a person wrote below it is still their own is to be seen by reading the file again.
 *
 * @param was - The answer as it stands there.
 * @returns Undefined where the file has no such question.
 *
 * @example
 * const [was] = entry.answers;
 * changedText(printEntry(entry), was, { ...was, value: 'Tall.' }) === printEntry(entry).replace('Small.', 'Tall.') //=> true
 */
export function changedText(text: string, was: Answer, answer: Answer): string | undefined {
  const source = splitEntry(text);
  if (source?.bodyLine === undefined) return undefined;
  const { questions } = sectionsOf({ texts: source.body, line: source.bodyLine }, quiet);
  const section = questions.find(({ comment }) => readComment(comment, quiet)?.question === was.question);
  if (!section) return undefined;
  const lines = text.match(rawLine) ?? [];
  const first = section.below.line - 1;
  const { from, to } = spanOf(section, was);
  const ending = lineEnd.exec(lines[first - 1] ?? '')?.[0] ?? '\n';
  const above = lines.slice(0, first + from).map((line) => (lineEnd.test(line) ? line : `${line}${ending}`));
  above[first - 1] = withLink(above[first - 1] ?? '', was, answer);
  const printed = printGiven(answer).split('\n');
  const next = lines[first + to] ?? '';
  const isFirstBlank = from === 0 && (from === to || isBlank(printed[0] ?? ''));
  // What the person wrote below it would go on with a list, or be taken for its end.
  const isSetOff = isBlank(next) || (from < to && was.skip === null && answer.skip === null);
  const last = from === to ? ending : (lineEnd.exec(lines[first + to - 1] ?? '')?.[0] ?? '');
  const changed = [...(isFirstBlank ? [''] : []), ...printed].join(ending);
  return [...above, changed, isSetOff ? last : ending + ending, ...lines.slice(first + to)].join('');
}

/** The lines of an answer among those below its comment; none where it is left empty. */
function spanOf({ below, end }: Section, { type }: Answer): { readonly from: number; readonly to: number } {
  const { texts } = below;
  const first = firstSeen(texts);
  const setOff = isBlank(texts[0] ?? 'seen') ? 1 : 0;
  if (first < 0 || first >= end) return { from: setOff, to: setOff };
  const { given, own } = readGiven(type, below, end, quiet);
  if (given.type !== 'text' || given.skip !== null) return { from: first, to: texts.length - own.length };
  return { from: setOff, to: end < texts.length && isBlank(texts[end - 1] ?? '') ? end - 1 : end };
}

function withLink(comment: string, was: Answer, { closes, continues }: Answer): string {
  if (closes !== undefined && was.closes === undefined) return comment.replace('continues=', 'closes=');
  if (continues !== undefined && was.continues === undefined) return comment.replace('closes=', 'continues=');
  return comment;
}
