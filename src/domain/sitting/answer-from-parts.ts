// An answer, made of the parts in which a question is asked, and taken apart again.
import {
  type Answer,
  type Commitment,
  FEELINGS,
  type Given,
  type Prediction,
  type Skip,
} from '../entry/answer.ts';
import { defaultDueDay } from '../entry/due-day.ts';
import { type Day } from '../time/day.ts';
import { type FieldValue, neededPart, type Parts, scaleLegend } from './field.ts';
import type { PlannedQuestion } from './agenda.ts';
import type { Question } from '../banks/question-bank.ts';

/**
 * The answer that the parts of a question make, with the prediction it closes, its step, and whether it is vague.
 *
 * The part that is needed is there. A date left out is fourteen days from today; the date of a standing prediction is the
 * earliest coming one that was given in the same sitting.
 *
 * @param answers - Those of the sitting.
 *
 * @example
 * const planned = { question: { id: 'mine-chance', type: 'percent' }, asked: 'How likely is it?' };
 * answerFrom(planned, { value: 0.7 }, '2026-11-22', [])
 * //=> { question: 'mine-chance', asked: 'How likely is it?', type: 'percent', value: 0.7, skip: null }
 */
export function answerFrom(
  planned: PlannedQuestion,
  parts: Parts,
  today: Day,
  answers: readonly Answer[],
): Answer {
  const given = givenFrom(planned, parts, usualDayOf(planned, today, answers), today);
  const { question } = planned;
  const vague = given.type === 'prediction' && question.fixed === undefined && isVague(parts);
  return { ...askedAs(planned), ...linksFrom(planned, given), ...(vague && { vague }), ...given, skip: null };
}

/** Of a choice it depends on what was chosen whether it closes something, or is too early to. */
function linksFrom(
  { question, closes, continues }: PlannedQuestion,
  given: Given,
): Pick<Answer, 'closes' | 'continues'> {
  const resolves = question.options?.find(({ value }) => value === given.value)?.resolves;
  if (closes === undefined || resolves === undefined) return continues === undefined ? {} : { continues };
  return resolves === 'wait' ? { continues: closes } : { closes };
}

/**
 * A question that was stepped past.
 *
 * @example
 * skippedAnswer(agenda.questions[0], 'not-today').value //=> null
 */
export function skippedAnswer(planned: PlannedQuestion, skip: Skip): Answer {
  return { ...askedAs(planned), type: planned.question.type, value: null, skip };
}

/**
 * Whether the parts make an answer: the one that is needed was given.
 *
 * @example
 * makesAnswer({ type: 'commitment' }, { when: 'the draft is late' }) //=> false
 */
export function makesAnswer(question: Question, parts: Parts): boolean {
  return (parts[neededPart(question)] ?? null) !== null;
}

/**
 * The parts that an answer was made of, so that it can be changed: without the words of a lead-in, which are put in
 * again, and without the date of a standing prediction, which nobody gave.
 *
 * @example
 * partsOf({ type: 'scale', value: 3 }, { type: 'scale' }) //=> { value: 3 }
 */
export function partsOf(given: Given, question: Question): Parts {
  if (given.type === 'prediction') {
    return question.fixed === undefined ? { ...given.value } : { likelihood: given.value.likelihood };
  }
  if (given.type !== 'commitment') return { value: given.value };
  const { when, then } = given.value;
  return {
    ...given.value,
    when: when === null ? null : withoutLeadIn(question.when, when) || null,
    then: withoutLeadIn(question.then, then) || then,
  };
}

/** Words that two people could read differently. */
const vagueWords = /\b(?:better|more|good|trust\w*|feel\w*)\b/iu;

/**
 * Whether a prediction has no sign and speaks in vague words (docs/method.md, Predictions).
 *
 * @example
 * isVague({ expect: 'It will feel better', sign: null }) //=> true
 */
export function isVague({ expect, sign }: Parts): boolean {
  return (sign ?? null) === null && vagueWords.test(text(expect) ?? '');
}

function askedAs({ question, asked, step }: PlannedQuestion): Pick<Answer, 'question' | 'asked' | 'step'> {
  return { question: question.id, asked, ...(step !== undefined && { step }) };
}

/**
 * The date of a plan or a guess that is given none: the earliest coming day that was named in the sitting, then the one that goes
 * with the question, then the fortnight.
 *
 * @example
 * usualDayOf({ dueDay: '2026-12-01' }, '2026-11-22', []) //=> '2026-12-01'
 */
export function usualDayOf(
  { dueDay }: Pick<PlannedQuestion, 'dueDay'>,
  today: Day,
  answers: readonly Answer[],
): Day {
  return comingDay(answers, today) ?? dueDay ?? defaultDueDay(today);
}

function givenFrom({ question, scale }: PlannedQuestion, parts: Parts, usual: Day, today: Day): Given {
  switch (question.type) {
    case 'text':
      return { type: 'text', value: text(parts.value) ?? '' };
    case 'choice': {
      const value = text(parts.value) ?? '';
      const label = question.options?.find((option) => option.value === value)?.label;
      return { type: 'choice', value, ...(label !== undefined && { legend: label }) };
    }
    case 'scale': {
      const value = number(parts.value) ?? 'na';
      const legend = value === 'na' ? question.na : scale && scaleLegend(scale);
      return { type: 'scale', value, ...(legend !== undefined && { legend }) };
    }
    case 'percent':
      return { type: 'percent', value: number(parts.value) ?? 0 };
    case 'date':
      return { type: 'date', value: text(parts.value) ?? today };
    case 'prediction':
      return { type: 'prediction', value: predictionFrom(question, parts, usual) };
    case 'commitment':
      return { type: 'commitment', value: commitmentFrom(question, parts, usual) };
  }
}

function predictionFrom({ fixed }: Question, parts: Parts, usual: Day): Prediction {
  return {
    expect: fixed ?? text(parts.expect) ?? '',
    sign: text(parts.sign),
    likelihood: number(parts.likelihood),
    due: text(parts.due) ?? usual,
    feeling: FEELINGS.find((feeling) => feeling === parts.feeling) ?? null,
  };
}

function commitmentFrom({ when, then }: Question, parts: Parts, usual: Day): Commitment {
  const said = (['because', 'obstacle', 'response'] as const).flatMap((name) => {
    const words = text(parts[name]);
    return words === null ? [] : [[name, words]];
  });
  return {
    when: withLeadIn(when, text(parts.when) ?? '') || null,
    then: withLeadIn(then, text(parts.then) ?? ''),
    by: text(parts.by) ?? usual,
    likelihood: number(parts.likelihood),
    ...Object.fromEntries(said),
  };
}

/** The earliest date given in a sitting that has not passed. */
function comingDay(answers: readonly Answer[], today: Day): Day | undefined {
  const days = answers.flatMap((answer) =>
    answer.type === 'date' && answer.skip === null ? [answer.value] : [],
  );
  return days.filter((day) => day >= today).toSorted()[0];
}

/** The words that a lead-in such as "If I notice" says beyond "When" or "I will"; they belong to the plan. */
function beyondLeadIn(leadIn = ''): string {
  return leadIn.replace(/^(?:when|if|i will)\b\s*/i, '');
}

/** Typed along or not, and however often, the words of a lead-in stand once in a plan. */
function withLeadIn(leadIn: string | undefined, typed: string): string {
  const words = beyondLeadIn(leadIn);
  const rest = withoutLeadIn(leadIn, typed);
  const isTyped = beginsWith(rest, words) && !/^[\p{L}\p{N}]/u.test(rest.slice(words.length));
  return isTyped ? rest : `${words} ${rest}`.trim();
}

function withoutLeadIn(leadIn: string | undefined, plan: string): string {
  const words = beyondLeadIn(leadIn);
  if (words === '') return plan;
  let rest = plan;
  while (beginsWith(`${rest} `, `${words} `)) rest = rest.slice(words.length).trimStart();
  return rest;
}

function beginsWith(text: string, words: string): boolean {
  return text.slice(0, words.length).toLowerCase() === words.toLowerCase();
}

function text(value: FieldValue | null | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: FieldValue | null | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
