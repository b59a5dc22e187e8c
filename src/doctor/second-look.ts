// The second look at an entry that can be read: what in its file could be meant otherwise.
import type { QuestionBank } from '../domain/banks/question-bank.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { isContradicted } from '../domain/record/outcomes.ts';
import { bodyRemarks } from './body-look.ts';
import { bankRemarks, ratingRemarks } from './bank-look.ts';
import { splitEntry } from '../formats/entry/entry-markdown.ts';
import { sectionsOf } from '../formats/entry/entry-body.ts';
import { headRemarks } from './head-look.ts';
import { CLOSES_NOT_MOVES, CUT_OFF, type DoubtfulPlace, MOVES_NOT_CLOSES, ZEROS } from './look-text.ts';

/**
 * Every place of an entry's file that could be meant otherwise than it is read. Coach itself writes none of them.
 *
 * @param bank - The one that it answers, where there is one of its version.
 *
 * @example
 * secondLook(printEntry(entry), entry, undefined) //=> []
 */
export function secondLook(
  text: string,
  entry: Entry,
  bank: QuestionBank | undefined,
): readonly DoubtfulPlace[] {
  const source = splitEntry(text);
  if (!source) return [];
  const body = { texts: source.body, line: source.bodyLine ?? 1 };
  const sections = sectionsOf(body, () => undefined);
  const contradicted = entry.answers.flatMap((answer, at): readonly DoubtfulPlace[] => {
    const line = sections.questions[at]?.comment.line ?? 1;
    if (!isContradicted(answer)) return [];
    const message = answer.closes === undefined ? CLOSES_NOT_MOVES : MOVES_NOT_CLOSES;
    return [{ line, column: 1, message, isProblem: false }];
  });
  const zero = text.indexOf('\0');
  const ofFile = [
    ...(zero < 0 ? [] : [{ line: lineOf(text, zero), column: 1, message: ZEROS, isProblem: true }]),
    ...(/[\r\n]$/.test(text)
      ? []
      : [{ line: lineOf(text, text.length), column: 1, message: CUT_OFF, isProblem: false }]),
  ];
  return [
    ...ofFile,
    ...headRemarks(source.front),
    ...bodyRemarks(body, sections, entry),
    ...contradicted,
    ...ratingRemarks(sections, entry, bank),
    ...(bank ? bankRemarks(body, sections, entry, bank) : []),
  ].toSorted((one, other) => one.line - other.line);
}

function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}
