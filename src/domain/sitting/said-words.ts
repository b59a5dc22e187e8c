// The words that a person gave in a sitting, in the questions that come after them.
import { withOwnWords } from '../banks/own-words.ts';
import type { Answer } from '../entry/answer.ts';
import { oneLine } from '../text/plain-text.ts';
import type { Agenda, PlannedQuestion } from './agenda.ts';

/** An agenda, and the answers that were given. */
export interface SaidSoFar {
  readonly agenda: Agenda;
  readonly answers: readonly Answer[];
}

/**
 * An agenda whose questions hold what was said in the sitting so far, in their wording or to be taken over, with their options in
 * the order that it leads to, and answers that were asked so.
 *
 * @example
 * inOwnWords({ agenda, answers: [] }).answers //=> []
 */
export function inOwnWords({ agenda, answers }: SaidSoFar): SaidSoFar {
  const said = (id: string): string | undefined => {
    const value = answers.find(({ question }) => question === id)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const changed = new Map<string, { readonly before: string; readonly asked: string }>();
  const suggested = (planned: PlannedQuestion): PlannedQuestion => {
    const words = planned.question.suggestFrom === undefined ? undefined : said(planned.question.suggestFrom);
    const expect = words === undefined ? undefined : oneLine(words);
    if (planned.question.suggestFrom === undefined || planned.suggested?.expect === expect) return planned;
    const { suggested: _before, ...rest } = planned;
    return expect === undefined ? rest : { ...rest, suggested: { expect } };
  };
  const ordered = (planned: PlannedQuestion): PlannedQuestion => {
    const { question, inOrder } = planned;
    if (!inOrder) return planned;
    const isAfter = said(inOrder.after.question) === inOrder.after.value;
    const options = isAfter ? inOrder.options : inOrder.otherwise;
    return options === question.options ? planned : { ...planned, question: { ...question, options } };
  };
  const questions = agenda.questions
    .map(suggested)
    .map(ordered)
    .map((planned) => {
      if (planned.worded === undefined) return planned;
      const asked = withOwnWords(planned.worded, agenda.about, said);
      if (asked === planned.asked) return planned;
      changed.set(planned.question.id, { before: planned.asked, asked });
      return { ...planned, asked };
    });
  if (questions.every((planned, at) => planned === agenda.questions[at])) return { agenda, answers };
  return {
    agenda: { ...agenda, questions },
    answers: answers.map((answer) => {
      const { before, asked = '' } = changed.get(answer.question) ?? {};
      // What was asked in the words of another version stays so.
      return answer.asked === before ? { ...answer, asked } : answer;
    }),
  };
}
