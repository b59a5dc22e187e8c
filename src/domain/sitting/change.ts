// An answer of a saved entry that is asked for again: with which fields, and what they make of it.
import { type Answer, FEELINGS, type Skip } from '../entry/answer.ts';
import { scaleEnds } from '../entry/scale-ends.ts';
import { movesDate } from '../record/outcomes.ts';
import { forRole, type Question, type Role, type Scale } from '../banks/question-bank.ts';
import type { Day } from '../time/day.ts';
import type { PlannedQuestion } from './agenda.ts';
import { answerFrom, partsOf } from './answer-from-parts.ts';
import { type Field, type FieldName, fieldsOf, type Parts } from './field.ts';

/** An answer that may be changed: the question as it is asked again, and the values of its parts as they were saved. */
export interface Change {
  readonly answer: Answer;
  readonly planned: PlannedQuestion;
  readonly parts: Parts;
}

/** How sure somebody was, and what they expected, was said then, and would be something else if it were said afterwards. */
const SAID_THEN: readonly FieldName[] = ['expect', 'sign', 'likelihood'];

/**
 * How an answer of a saved entry is asked for again: with the question of its bank, and where that is gone or takes answers of another
 * type by now, as the file tells it.
 *
 * @param known - The question as its bank has it.
 *
 * @example
 * toChange(entry.answers[0], undefined, null).parts //=> { value: 'Small.' }
 */
export function toChange(
  answer: Answer,
  known: Pick<PlannedQuestion, 'question' | 'short'> | undefined,
  role: Role | null,
): Change {
  const question = asFiled(answer, known?.question.type === answer.type ? known.question : undefined);
  const scale = scaleOf(answer, question, role);
  const isLong = typeof answer.value === 'string' && answer.value.includes('\n');
  const planned: PlannedQuestion = {
    question,
    asked: answer.asked,
    ...(scale && { scale }),
    recalled: [],
    earlier: [],
    ...(known?.short === true && !isLong && { short: true }),
  };
  return {
    answer,
    planned,
    parts:
      answer.skip !== null
        ? {}
        : answer.type === 'prediction'
          ? { ...answer.value }
          : partsOf(answer, question),
  };
}

/**
 * The parts of an answer that are asked for again; none where all of it stays as it was said then.
 *
 * @param now - The parts as they are by now.
 *
 * @example
 * fieldsToChange(toChange(entry.answers[0], undefined, null), {}) //=> [{ name: 'value', input: 'text' }]
 */
export function fieldsToChange({ answer, planned }: Change, now: Parts): readonly Field[] {
  if (answer.type === 'prediction') return fieldsOfGuess(answer, planned.question);
  return fieldsOf(planned, now).filter(({ name }) => !SAID_THEN.includes(name));
}

/** A guess that was skipped then is none any more. */
function fieldsOfGuess({ skip }: Answer, { fixed }: Question): readonly Field[] {
  if (skip !== null) return [];
  const due: Field = { name: 'due', input: 'due' };
  return fixed === undefined ? [due, { name: 'feeling', input: 'feeling' }] : [due];
}

/** The question, with the option that was chosen and the obstacle that was named, whether or not the bank still has them. */
function asFiled(answer: Answer, known: Question | undefined): Question {
  const question = known ?? {
    id: answer.question,
    type: answer.type,
    ask: answer.asked,
    core: false,
    ideas: [],
  };
  if (answer.skip !== null) return question;
  if (answer.type === 'scale' && answer.value === 'na')
    return { ...question, na: answer.legend ?? question.na ?? 'na' };
  if (answer.type === 'commitment' && answer.value.obstacle !== undefined)
    return { ...question, obstacle: question.obstacle ?? '' };
  if (answer.type !== 'choice') return question;
  const { value, legend } = answer;
  const options = question.options ?? [];
  return options.some((option) => option.value === value)
    ? question
    : { ...question, options: [{ value, label: legend ?? value }, ...options] };
}

/** The scale as the words beside the rating state it, else as the bank does; without either, that of all banks of coach. */
function scaleOf(answer: Answer, { scale, type }: Question, role: Role | null): Scale | undefined {
  if (type !== 'scale') return undefined;
  const isRated = answer.type === 'scale' && typeof answer.value === 'number';
  const legend = isRated ? (answer.legend ?? '') : '';
  const stated = scaleEnds(legend, undefined, null);
  if (stated) {
    const { min, max } = stated;
    const [low = '', high = ''] = legend.slice(`${min} `.length).split(`, ${max} `);
    return { min, max, low, high };
  }
  if (scale) return forRole(scale, role);
  return { min: 1, max: Math.max(USUAL_STEPS, isRated ? answer.value : 0), low: '', high: '' };
}

const USUAL_STEPS = 5;

/**
 * The answer that parts make in the place of the one before, with its question, its words and its links; the same one where
 * nothing is another.
 *
 * @param today - The day from which a date that was left out counts.
 *
 * @example
 * const change = toChange(entry.answers[0], undefined, null);
 * changedAnswer(change, { value: 'Tall.' }, '2026-11-22').value //=> 'Tall.'
 * changedAnswer(change, change.parts, '2026-11-22') === entry.answers[0] //=> true
 */
export function changedAnswer(change: Change, given: Parts, today: Day): Answer {
  const { answer, planned, parts } = change;
  const now = (given.obstacle ?? null) === null ? { ...given, response: null } : given;
  const isSame = ({ name }: Field): boolean => (parts[name] ?? null) === (now[name] ?? null);
  if (answer.skip === null && fieldsToChange(change, now).every(isSame)) return answer;
  if (answer.type === 'prediction' && answer.skip === null) {
    const due = typeof now.due === 'string' ? now.due : null;
    const feeling = FEELINGS.find((one) => one === now.feeling) ?? null;
    return { ...answer, value: { ...answer.value, due, feeling } };
  }
  const made = answerFrom(planned, now, today, []);
  const words = wordsOf(answer, made.value);
  const { low, high } = planned.scale ?? {};
  if (made.skip === null && made.type === 'scale' && made.value !== 'na' && low === '' && high === '')
    return { ...words, type: 'scale', value: made.value, skip: null };
  return { ...made, ...words };
}

/**
 * The same question stepped past.
 *
 * @example
 * skippedInstead(toChange(entry.answers[0], undefined, null), 'not-today').skip //=> 'not-today'
 */
export function skippedInstead({ answer }: Change, skip: Skip): Answer {
  const words = wordsOf(answer, answer.value);
  return answer.skip === skip ? answer : { ...words, type: answer.type, value: null, skip };
}

/** All of an answer but what was given. What now moves a date does not close, and the other way round. */
function wordsOf(answer: Answer, value: Answer['value']) {
  const { question, asked, closes, continues, step, vague } = answer;
  const isTurned = answer.type === 'choice' && movesDate(value) !== movesDate(answer.value);
  const [closing, going] = isTurned ? [continues, closes] : [closes, continues];
  return {
    question,
    asked,
    ...(closing !== undefined && { closes: closing }),
    ...(going !== undefined && { continues: going }),
    ...(step !== undefined && { step }),
    ...(vague === true && { vague }),
  };
}
