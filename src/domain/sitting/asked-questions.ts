// The questions of a sitting as they stand: asked, answered, or still open.
import type { Answer } from '../entry/answer.ts';
import type { PlannedQuestion } from './agenda.ts';
import type { SaidSoFar } from './said-words.ts';

/**
 * The questions of the plan whose condition holds with the answers given so far. A condition holds only as long as the
 * question it looks at is asked itself; where the plan does not ask that one at all, there is no condition.
 *
 * @example
 * askable({ agenda, answers: [] }).length //=> 3
 */
export function askable(sitting: SaidSoFar): readonly PlannedQuestion[] {
  const { agenda, answers } = sitting;
  const hidden = new Set<string>();
  const planned = new Set(agenda.questions.map(({ question }) => question.id));
  return agenda.questions.filter(({ question: { id, showIf } }) => {
    if (showIf === undefined || !('question' in showIf) || !planned.has(showIf.question)) return true;
    const given = hidden.has(showIf.question) ? null : answerTo({ answers }, showIf.question)?.value;
    const holds = typeof given === 'string' && showIf.values.includes(given);
    if (!holds) hidden.add(id);
    return holds;
  });
}

/**
 * The answer to a question in this sitting, a skip included.
 *
 * @example
 * answerTo(sitting, 'member-felt')?.skip //=> 'not-today'
 */
export function answerTo({ answers }: Pick<SaidSoFar, 'answers'>, id: string): Answer | undefined {
  return answers.find(({ question }) => question === id);
}

/**
 * The first question that is asked as things stand and has no answer yet.
 *
 * @example
 * firstOpen(sitting)?.question.id //=> 'member-needs'
 */
export function firstOpen(sitting: SaidSoFar): PlannedQuestion | undefined {
  return askable(sitting).find(({ question }) => !answerTo(sitting, question.id));
}

/**
 * The plan with which a sitting ends, as long as it was not answered.
 *
 * @example
 * const [first] = memberAgenda.questions;
 * planAhead(beginSitting(memberAgenda, '2026-11-22'), first)?.question.type //=> 'commitment'
 */
export function planAhead(
  { agenda, answers }: SaidSoFar,
  { question }: Pick<PlannedQuestion, 'question'>,
): PlannedQuestion | undefined {
  const { closing } = agenda.bank;
  if (closing.includes(question) && question.gathers !== true) return undefined;
  return askable({ agenda, answers }).find(
    (one) =>
      one.question.type === 'commitment' &&
      closing.includes(one.question) &&
      !answerTo({ answers }, one.question.id),
  );
}

/**
 * The texts that were written before a question is asked.
 *
 * @example
 * writtenBefore(sitting, agenda.questions[0]) //=> []
 */
export function writtenBefore(sitting: SaidSoFar, planned: PlannedQuestion): readonly string[] {
  const all = askable(sitting);
  return all.slice(0, all.indexOf(planned)).flatMap(({ question }) => {
    const answer = answerTo(sitting, question.id);
    return answer?.type === 'text' && answer.skip === null ? [answer.value] : [];
  });
}
