// The answers of an entry that can be shared, and what of each of them.
import { forRole, type Question, type Role } from '../domain/banks/question-bank.ts';
import type { Answer } from '../domain/entry/answer.ts';
import { longDay } from '../domain/time/day.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { commitmentText } from '../pages/record/answer-text.ts';
import { asItLeaves, type Told } from './outgoing.ts';

/** An answer that can be shared. */
export interface Shareable extends Told {
  /** Its bank says that it is meant to be told; otherwise it was written for oneself. */
  readonly isMeant: boolean;
}

/** Why an answer cannot be shared. */
export type KeptBack = 'skipped' | 'private' | 'number' | 'outcome';

/**
 * What of an answer can be shared, or why nothing can. Of plans and guesses only the words are: numbers that are once shown would be
 * asked for again. The question is as its bank has it, without what the person said before.
 *
 * @param question - As its bank has it; undefined where no bank does.
 * @param role - The seat that the entry was written from.
 *
 * @example
 * shareableOf(openPlan.answer, undefined, 'manager').words //=> 'I will ask.'
 * shareableOf({ type: 'scale', skip: null, value: 3 }, undefined, null) //=> 'number'
 */
export function shareableOf(
  answer: Answer,
  question: Question | undefined,
  role: Role | null,
): Shareable | KeptBack {
  if (answer.skip !== null) return 'skipped';
  if (question?.private === true) return 'private';
  const words = wordsOf(answer, question);
  if (words === 'number' || words === 'outcome') return words;
  const told = asItLeaves(words.told);
  if (told === '') return 'skipped';
  const isMeant = question?.share === true && question.follow === undefined;
  return {
    question: answer.question,
    asked: bareQuestion(answer.asked, question, role),
    words: told,
    isMeant,
  };
}

/** Nothing but a number, such as how many marks were made. */
const COUNT = /^\s*\d[\d\s.,:/%-]*$/;

/** The words of an answer without its numbers, its days and what became of it. */
function wordsOf(
  answer: Extract<Answer, { skip: null }>,
  question: Question | undefined,
): { readonly told: string } | 'number' | 'outcome' {
  switch (answer.type) {
    case 'scale':
    case 'percent':
      return 'number';
    case 'text':
      return COUNT.test(answer.value) ? 'number' : { told: answer.value };
    case 'date':
      return { told: longDay(answer.value) };
    case 'choice': {
      const isOutcome = answer.closes ?? answer.continues ?? question?.resolves;
      if (isOutcome !== undefined) return 'outcome';
      const label = question?.options?.find(({ value }) => value === answer.value)?.label;
      return { told: answer.legend ?? label ?? answer.value };
    }
    case 'prediction':
      return question?.fixed === undefined ? { told: answer.value.expect } : 'number';
    case 'commitment':
      return { told: commitmentText({ ...answer.value, by: null }, null) };
  }
}

/** The words of an entry are the person's own, and so may be those of a question as it was asked. */
function bareQuestion(asked: string, question: Question | undefined, role: Role | null): string {
  const said = asItLeaves(oneLine(asked));
  if (question === undefined) return said;
  const { ask, askWithoutRecall = ask, smaller } = question;
  const known = [smaller, forRole(askWithoutRecall, role)];
  return known.includes(said) ? said : forRole(ask, role);
}
