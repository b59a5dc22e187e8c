// The moves within a sitting: an answer in its place, the ways back, to the plan and to the look over.
import type { Answer } from '../entry/answer.ts';
import { answerFrom, partsOf } from './answer-from-parts.ts';
import type { PlannedQuestion } from './agenda.ts';
import type { Field } from './field.ts';
import { inOwnWords } from './said-words.ts';
import { askAgain, AT_LOOK_OVER, begunAnswer, type Sitting } from './sitting.ts';
import { answerTo, askable, firstOpen, planAhead } from './asked-questions.ts';
import { oneLine, plainText } from '../text/plain-text.ts';

/**
 * The sitting at the look over; everything is asked before all of it is looked over, also what a change has newly opened.
 *
 * @example
 * toLookOver(sitting).changing //=> true
 */
export function toLookOver(sitting: Sitting): Sitting {
  const open = firstOpen(sitting);
  return open ? { ...askAgain(sitting, open), changing: true } : { ...sitting, ...AT_LOOK_OVER };
}

/**
 * The sitting with an answer in the place of what was given before. Standing predictions that fall due with a date of the sitting
 * follow it.
 *
 * @example
 * withAnswer(sitting, skippedAnswer(agenda.questions[0], 'not-today')).answers.length //=> sitting.answers.length
 */
export function withAnswer(sitting: Sitting, answer: Answer): Sitting {
  const answers = [...sitting.answers.filter(({ question }) => question !== answer.question), answer];
  const dated = answers.map((one) => {
    const planned = sitting.agenda.questions.find(({ question }) => question.id === one.question);
    if (one.skip !== null || planned?.question.fixed === undefined) return one;
    return answerFrom(planned, partsOf(one, planned.question), sitting.today, answers);
  });
  return { ...sitting, answers: dated, agenda: inOwnWords({ agenda: sitting.agenda, answers: dated }) };
}

/**
 * The sitting with what stands in a typed field, so that it is there when the question comes again; a field that was emptied is empty.
 *
 * @example
 * withTyped(sitting, { name: 'value', input: 'text' }, 'Small.').parts.value //=> 'Small.'
 */
export function withTyped(sitting: Sitting, { name, input }: Field, typed: string | undefined): Sitting {
  if (typed === undefined || (input !== 'text' && input !== 'line')) return sitting;
  if (typed.trim() === '') {
    const { [name]: _emptied, ...parts } = sitting.parts;
    return { ...sitting, parts };
  }
  const value = input === 'text' ? plainText(typed) : oneLine(typed);
  return { ...sitting, parts: { ...sitting.parts, [name]: value } };
}

/**
 * The sitting at the plan with which it ends. What was begun is kept where it makes an answer; the questions in between leave the
 * agenda.
 *
 * @example
 * const [first] = memberAgenda.questions;
 * goToPlan(beginSitting(memberAgenda, '2026-11-22'), first).current //=> 'member-commitment'
 */
export function goToPlan(sitting: Sitting, planned: PlannedQuestion): Sitting {
  const plan = planAhead(sitting, planned);
  if (!plan) return sitting;
  const begun = begunAnswer(sitting);
  const kept = begun ? withAnswer(sitting, begun) : sitting;
  const { questions } = kept.agenda;
  const end = questions.findIndex(({ question }) => question === plan.question);
  const asked = questions.filter(
    ({ question }, at) => at >= end || answerTo(kept, question.id) !== undefined,
  );
  const agenda = { ...kept.agenda, questions: asked };
  return askAgain({ ...kept, agenda, changing: false }, plan);
}

/**
 * The sitting a part or a question before; at the first question it stays.
 *
 * @example
 * goBack(sitting, agenda.questions[0]).current //=> sitting.current
 */
export function goBack(sitting: Sitting, planned: PlannedQuestion): Sitting {
  if (sitting.field > 0) return { ...sitting, field: sitting.field - 1 };
  const begun = begunAnswer(sitting);
  const kept = begun ? withAnswer(sitting, begun) : sitting;
  if (sitting.changing && answerTo(kept, planned.question.id)) return toLookOver(kept);
  const all = askable(kept);
  const before = all[all.indexOf(planned) - 1];
  return before ? askAgain(kept, before) : sitting;
}
