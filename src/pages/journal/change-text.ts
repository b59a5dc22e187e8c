// The words around one answer of a saved entry that is changed.
import type { Answer } from '../../domain/entry/answer.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { answerText, likelihoodText } from '../record/answer-text.ts';
import type { Choice } from '../sitting/field-text.ts';
import { wrap } from '../text/wrap.ts';

/** The ways to change an entry. */
export const WAYS_TO_CHANGE: readonly Choice<'answer' | 'editor' | 'leave'>[] = [
  { value: 'answer', label: 'Change an answer' },
  { value: 'editor', label: 'Open the file in an editor' },
  { value: 'leave', label: 'Leave it as it is', wayOut: true },
];

export const WHICH_ANSWER = 'Which answer?';

/** So much of a question is enough to know it by. */
const MOST_OF_QUESTION = 0.6;

/**
 * The answers of an entry to choose one from, each with its first words.
 *
 * @param columns - What is longer is cut to this.
 *
 * @example
 * changeChoices(entry.answers, 40)[0]?.label //=> 'What did you feel in that mome… · Small.'
 */
export function changeChoices(
  answers: readonly Answer[],
  columns: number,
): readonly Choice<Answer | 'leave'>[] {
  return [
    ...answers.map((answer) => {
      const given = typeof answer.value === 'number' ? String(answer.value) : answerText(answer, null);
      return { value: answer, label: cutTo(answer.asked, given, columns), short: oneLine(answer.asked) };
    }),
    { value: 'leave', label: 'Leave it as it is', wayOut: true },
  ];
}

const BETWEEN = ' · ';

/**
 * A question and the first words of its answer, on one line.
 *
 * @param columns - What is longer is cut to this.
 *
 * @example
 * cutTo('What did you feel in that moment?', 'Small.', 40) //=> 'What did you feel in that mome… · Small.'
 */
export function cutTo(asked: string, given: string, columns: number): string {
  const left = Math.max(MOST_OF_QUESTION * columns, columns - given.length) - BETWEEN.length;
  return cut(`${cut(asked, left)}${BETWEEN}${given}`, columns);
}

function cut(text: string, columns: number): string {
  const line = oneLine(text);
  return line.length > columns ? `${line.slice(0, Math.max(1, Math.floor(columns) - 1)).trimEnd()}…` : line;
}

/**
 * What of a plan or a guess stays as it was said; undefined where there is nothing of that kind.
 *
 * @example
 * staysText(openPlan.answer) //=> 'The likelihood stays as you first gave it: 80%, likely.'
 * staysText(entry.answers[0]) //=> undefined
 */
export function staysText(answer: Answer): string | undefined {
  if (answer.type === 'prediction') {
    return answer.skip === null
      ? `${answerText(answer, null)}\nYour expectation, the sign and the likelihood stay as you first gave them.`
      : "A guess has to be made in advance, so one that you skipped can't be added now.";
  }
  if (answer.type !== 'commitment' || answer.skip !== null || answer.value.likelihood === null)
    return undefined;
  return `The likelihood stays as you first gave it: ${likelihoodText(answer.value.likelihood)}.`;
}

/** Said of a day that was also the due date of a plan or a guess in the same entry. */
export const DUE_STAYS =
  'A plan or guess in this entry is still due on the old date. You can change its date in the same way.';

/**
 * What is said on a screen after a change: how the answer reads now.
 *
 * @example
 * changedText(entry.answers[0], 80) //=> 'Saved. It now reads:\n  Small.'
 */
export function changedText(answer: Answer, width: number): string {
  return `Saved. It now reads:\n${wrap(answerText(answer, null), width, '  ')}`;
}

/** A choice of a bank that is gone: only what was chosen stands in the file. */
export const CHOICES_GONE =
  'coach no longer knows the other choices. You can keep this one, skip the question, or enter another in the file: coach journal edit --editor';

/**
 * The error of an answer that cannot be changed without changing something else.
 *
 * @example
 * cannotChangeHere().message //=> 'this answer cannot be changed on its own'
 */
export function cannotChangeHere(): CoachError {
  return new CoachError('this answer cannot be changed on its own', {
    hint: 'The new answer would run into the text below it. Open the file in an editor: coach journal edit --editor',
  });
}
