// How long a sitting takes, counted from what is asked.
import type { Question } from '../banks/question-bank.ts';
import { type FieldInput, fieldsOf } from './field.ts';

/** Reading a question and its reason takes about so long; in seconds. */
const READING = 7;

/**
 * How long an answer takes, by how it is given; in seconds. Texts and lines are those of somebody who types 35 words a minute
 * and writes as much as the made-up answers of the banks (docs/banks.md, Minutes).
 */
const ANSWERING: Readonly<Record<FieldInput, number>> = {
  text: 31,
  line: 12,
  choice: 4,
  scale: 3,
  percent: 4,
  day: 5,
  due: 3,
  feeling: 3,
};

/**
 * About how long a question takes, in seconds.
 *
 * @example
 * secondsFor({ type: 'text' }) //=> 38
 */
export function secondsFor(question: Question): number {
  return fieldsOf({ question }).reduce((sum, { input }) => sum + ANSWERING[input], READING);
}

/**
 * About how long some questions take, in whole minutes, at least one. Those that depend on what is answered count as asked.
 *
 * @example
 * minutesFor([{ type: 'text' }, { type: 'text' }, { type: 'text' }]) //=> 2
 */
export function minutesFor(questions: readonly Question[]): number {
  return Math.max(1, Math.round(questions.reduce((sum, one) => sum + secondsFor(one), 0) / 60));
}
