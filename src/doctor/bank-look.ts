// The second look at an entry beside its bank: questions and answers that the bank does not have.
import { isWordedAs } from '../domain/banks/own-words.ts';
import type * as banks from '../domain/banks/question-bank.ts';
import { everQuestionsOf } from '../domain/banks/bank-questions.ts';
import type { Answer } from '../domain/entry/answer.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { isOnScale, scaleEnds } from '../domain/entry/scale-ends.ts';
import { nearest } from '../domain/text/nearest.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { type BodyLines, isBlank, lineAt, type Sections } from '../formats/entry/entry-body.ts';
import { heading } from '../formats/entry/text-markdown.ts';
import { readHeading } from '../formats/entry/line-markdown.ts';
import * as say from './look-text.ts';
import type { DoubtfulPlace } from './look-text.ts';

/**
 * The answers of an entry that its bank does not have.
 *
 * @example
 * bankRemarks({ texts: [], line: 9 }, noSections, entry, member) //=> []
 */
export function bankRemarks(
  body: BodyLines,
  { questions }: Sections,
  entry: Entry,
  bank: banks.QuestionBank,
): readonly DoubtfulPlace[] {
  const known = new Map(everQuestionsOf(bank).map((question) => [question.id, question]));
  const absent = [...known.keys()].filter((id) => !entry.answers.some(({ question }) => question === id));
  const ofAnswers = entry.answers.flatMap((answer, at): readonly DoubtfulPlace[] => {
    const section = questions[at];
    if (!section) return [];
    const question = known.get(answer.question);
    const near = question ? undefined : absent.find((id) => isMisspelt(answer.question, id));
    if (near !== undefined) {
      const message = say.nearlyQuestion(bank.name, near);
      return [{ line: section.comment.line, column: 1, message, isProblem: false }];
    }
    const message = question && valueRemark(answer, question);
    const first = section.below.texts.findIndex((text) => !isBlank(text));
    const { line } = lineAt(section.below, first);
    return message === undefined ? [] : [{ line, column: 1, message, isProblem: false }];
  });
  const isEmpty = entry.answers.length === 0 && known.size > 1;
  return [
    ...(isEmpty ? [{ line: body.line, column: 1, message: say.NO_QUESTION, isProblem: true }] : []),
    ...lostQuestions(body, questions, absent, known),
    ...ofAnswers,
  ];
}

/** Ids are alike in all their words but one, which a slip of the fingers made. */
function isMisspelt(id: string, known: string): boolean {
  const [words, others] = [id.split('-'), known.split('-')];
  const differing = words.flatMap((word, at) =>
    word === others[at] ? [] : [[word, others[at] ?? ''] as const],
  );
  const [pair, ...more] = differing;
  return (
    words.length === others.length &&
    pair !== undefined &&
    more.length === 0 &&
    nearest(pair[0], [pair[1]]) !== undefined
  );
}

function valueRemark(answer: Answer, question: banks.Question): string | undefined {
  if (answer.skip !== null) return undefined;
  if (answer.type !== question.type) return say.otherType(question.type);
  if (answer.type === 'choice' && question.options) {
    const values = question.options.map(({ value }) => value);
    return values.includes(answer.value) ? undefined : say.notAnOption(values);
  }
  return undefined;
}

/**
 * Ratings that are not on their scale, by the words beside them or by the bank.
 *
 * @param bank - Undefined where it is gone.
 *
 * @example
 * ratingRemarks(noSections, entry, undefined) //=> []
 */
export function ratingRemarks(
  { questions }: Sections,
  { answers, role }: Entry,
  bank: banks.QuestionBank | undefined,
): readonly DoubtfulPlace[] {
  const known = bank ? everQuestionsOf(bank) : [];
  return answers.flatMap((answer, at): readonly DoubtfulPlace[] => {
    const section = questions[at];
    if (!section || answer.type !== 'scale' || answer.skip !== null || answer.value === 'na') return [];
    const scale = known.find(({ id }) => id === answer.question)?.scale;
    const ends = scaleEnds(answer.legend, scale, role);
    if (ends === undefined || isOnScale(answer.value, ends)) return [];
    const first = section.below.texts.findIndex((text) => !isBlank(text));
    const { line } = lineAt(section.below, first);
    return [{ line, column: 1, message: say.notOnScale(ends.min, ends.max), isProblem: false }];
  });
}

/** Headings in the words of a question that the entry does not answer. */
function lostQuestions(
  { texts, line }: BodyLines,
  questions: Sections['questions'],
  absent: readonly string[],
  known: ReadonlyMap<string, banks.Question>,
): readonly DoubtfulPlace[] {
  const asked = new Set(questions.map((section) => section.asked));
  const wordings = absent.flatMap((id) => wordingsOf(known.get(id)));
  return texts.flatMap((text, at): readonly DoubtfulPlace[] => {
    const [, signs, words = ''] = heading.exec(text) ?? [];
    if (signs !== '##') return [];
    const said = readHeading(words);
    if (asked.has(said) || !wordings.some((wording) => isWordedAs(wording, said))) return [];
    return [{ line: line + at, column: 1, message: say.COMMENT_GONE, isProblem: true }];
  });
}

function wordingsOf(question: banks.Question | undefined): readonly string[] {
  if (!question) return [];
  const { ask, worded = ask, askWithoutRecall, smaller } = question;
  return [worded, askWithoutRecall ?? [], smaller ?? []]
    .flatMap((said) => (typeof said === 'string' ? [said] : Object.values(said)))
    .map(oneLine);
}
