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
 * The agenda with what was said in the sitting so far in its questions: in their wording, to be taken over, or in the order that it
 * leads to. What was answered already stays as it was asked.
 *
 * @example
 * inOwnWords({ agenda, answers: [] }) === agenda //=> true
 */
export function inOwnWords({ agenda, answers }: SaidSoFar): Agenda {
  const said = (id: string): string | undefined => {
    const value = answers.find(({ question }) => question === id)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const questions = agenda.questions.map((planned) =>
    worded(ordered(suggested(planned, said), said), agenda.about, said),
  );
  return questions.every((planned, at) => planned === agenda.questions[at])
    ? agenda
    : { ...agenda, questions };
}

type Said = (id: string) => string | undefined;

function suggested(planned: PlannedQuestion, said: Said): PlannedQuestion {
  const { suggestFrom } = planned.question;
  const words = suggestFrom === undefined ? undefined : said(suggestFrom);
  const expect = words === undefined ? undefined : oneLine(words);
  if (suggestFrom === undefined || planned.suggested?.expect === expect) return planned;
  const { suggested: _before, ...rest } = planned;
  return expect === undefined ? rest : { ...rest, suggested: { expect } };
}

function ordered(planned: PlannedQuestion, said: Said): PlannedQuestion {
  const { question, inOrder } = planned;
  if (!inOrder) return planned;
  const isAfter = said(inOrder.after.question) === inOrder.after.value;
  const options = isAfter ? inOrder.options : inOrder.otherwise;
  return options === question.options ? planned : { ...planned, question: { ...question, options } };
}

function worded(planned: PlannedQuestion, about: string | null, said: Said): PlannedQuestion {
  if (planned.worded === undefined) return planned;
  const asked = withOwnWords(planned.worded, about, said);
  return asked === planned.asked ? planned : { ...planned, asked };
}
