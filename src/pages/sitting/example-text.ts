// A whole sitting with made-up answers, to read.
import type { QuestionBank } from '../../domain/banks/question-bank.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import { CoachError } from '../../domain/text/errors.ts';
import type { Day } from '../../domain/time/day.ts';
import { answerText } from '../record/answer-text.ts';

/**
 * A sitting to read: every question with its made-up answer.
 *
 * @example
 * exampleText(member, [], '2026-11-22').split('\n')[2] //=> 'An example. Nobody wrote this: every answer is made up.'
 */
export function exampleText(bank: QuestionBank, answers: readonly Answer[], today: Day): string {
  const asked = answers.map((answer) => `## ${answer.asked}\n\n${answerText(answer, today)}`);
  return `${[`# ${bank.title}`, EXAMPLE, ...asked].join('\n\n')}\n`;
}

const EXAMPLE = 'An example. Nobody wrote this: every answer is made up.';

/**
 * The error of a bank without made-up answers.
 *
 * @example
 * noExample({ name: 'mine' }).message //=> 'the question set mine has no example answers'
 */
export function noExample({ name }: Pick<QuestionBank, 'name'>): CoachError {
  return new CoachError(`the question set ${name} has no example answers`, {
    hint: 'Add a "sample" to its questions, as docs/banks.md shows.',
  });
}
