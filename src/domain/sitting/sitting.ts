// A sitting: a walk through an agenda, as a value, and the step that it is at.
import type { Answer } from '../entry/answer.ts';
import type { Day } from '../time/day.ts';
import { type Field, fieldsOf, type FieldValue, type Parts } from './field.ts';
import { answerFrom, makesAnswer, partsOf } from './answer-from-parts.ts';
import type { Offer } from './suggestions.ts';
import type { PlannedQuestion, Agenda } from './agenda.ts';
import { answerTo, askable, firstOpen, planAhead, writtenBefore } from './asked-questions.ts';
import { inOwnWords } from './said-words.ts';
import { minutesFor } from './seconds.ts';

/** The place of a sitting between two keystrokes. */
export interface SittingPlace {
  /** The question that is being asked; null when all are and the answers are looked over. */
  readonly current: string | null;
  /** The values given to the parts of the current question so far, and the part that comes next. */
  readonly parts: Parts;
  readonly field: number;
  /** A suggestion that waits for a yes or no, and those that were made already. */
  readonly offer: Offer | null;
  readonly offered: readonly string[];
  /** The question is asked again from the look over, and leads back there. */
  readonly changing: boolean;
}

/** A walk through a plan. It is a value: `advance` makes the next one and nothing is changed. */
export interface Sitting extends SittingPlace {
  readonly agenda: Agenda;
  /** The day on which it is held; default dates count from it. */
  readonly today: Day;
  /** Everything that was answered, also what is not asked any more since its condition no longer holds. */
  readonly answers: readonly Answer[];
  /** How it ended: to be saved, or to be finished later. */
  readonly ended: 'save' | 'later' | null;
}

/** As much of a sitting as a question stands in; an answer of a saved entry is asked for without more. */
export interface Around extends Pick<Sitting, 'today' | 'answers'> {
  readonly agenda: Pick<Agenda, 'about'>;
}

/** The next thing to happen, for the terminal to show. */
export type Step =
  | {
      readonly kind: 'ask';
      readonly planned: PlannedQuestion;
      readonly field: Field;
      /** The value that was given before, to be changed. */
      readonly given: FieldValue | null;
      readonly first: boolean;
      /** The texts that were written so far, where the question gathers them. */
      readonly written?: readonly string[];
      /** A plan stands at the end, and can be gone to at once. */
      readonly leadsToPlan?: true;
      /** It is an answer of a saved entry that is changed. */
      readonly saved?: true;
      /** Absent where nobody can tell: how much a review asks depends on what is answered first. */
      readonly progress?: SittingProgress;
    }
  | { readonly kind: 'offer'; readonly planned: PlannedQuestion; readonly offer: Offer }
  | { readonly kind: 'look-over'; readonly answers: readonly Answer[] }
  | { readonly kind: 'end'; readonly ended: 'save' | 'later' };

/** A part of a question that is asked next. */
export type Ask = Extract<Step, { kind: 'ask' }>;

/** `number` of `of` questions, from 1, and about how many minutes are left where the bank says how long it takes. */
export interface SittingProgress {
  readonly number: number;
  readonly of: number;
  readonly minutesLeft?: number;
}

/** The part of a sitting that a draft brings along. */
export type Kept = SittingPlace & Pick<Sitting, 'answers'>;

/** The place where all questions are behind. */
export const AT_LOOK_OVER: Pick<SittingPlace, 'current' | 'parts' | 'field' | 'offer' | 'changing'> = {
  current: null,
  parts: {},
  field: 0,
  offer: null,
  changing: false,
};

/**
 * A sitting at its first question, or where a draft left it. Answers of a draft to questions that the plan does not hold
 * are kept; where the question at which it stood is gone, it goes on with the first that is not answered.
 *
 * @example
 * nextStep(beginSitting(agenda, '2026-11-22')).kind //=> 'ask'
 */
export function beginSitting(agenda: Agenda, today: Day, kept?: Kept): Sitting {
  const { answers = [], offered = [] } = kept ?? {};
  const worded = inOwnWords({ agenda, answers });
  const sitting: Sitting = { ...AT_LOOK_OVER, agenda: worded, answers, today, offered, ended: null };
  const place = askable(sitting).find(({ question }) => question.id === kept?.current);
  if (kept && place) {
    const { current, parts, offer, changing } = kept;
    const field = Math.min(kept.field, fieldsOf(place, kept.parts).length - 1);
    return { ...sitting, current, parts, field, offer, changing };
  }
  const open = firstOpen(sitting);
  return open ? askAgain(sitting, open) : sitting;
}

/**
 * The next step: a part of a question, a suggestion, or the look over all answers.
 *
 * @example
 * nextStep(sitting)
 * //=> { kind: 'ask', field: { name: 'value', … }, given: 'A slip in front of', first: true, … }
 */
export function nextStep(sitting: Sitting): Step {
  if (sitting.ended) return { kind: 'end', ended: sitting.ended };
  const planned = askable(sitting).find(({ question }) => question.id === sitting.current);
  if (!planned) return { kind: 'look-over', answers: answersOf(sitting) };
  if (sitting.offer) return { kind: 'offer', planned, offer: sitting.offer };
  const fields = fieldsOf(planned, sitting.parts);
  const field = fields[sitting.field] ?? fields[0];
  return {
    kind: 'ask',
    planned,
    field,
    given: sitting.parts[field.name] ?? planned.suggested?.[field.name] ?? null,
    first: sitting.field === 0,
    ...(planAhead(sitting, planned) && { leadsToPlan: true as const }),
    ...(planned.question.gathers === true && { written: writtenBefore(sitting, planned) }),
    ...(!sitting.agenda.reviews && { progress: progressOf(sitting, planned) }),
  };
}

/**
 * The answers in the order of the plan, without those whose condition no longer holds, then any that a draft brought
 * from an older version of the bank.
 *
 * @example
 * answersOf(sitting).map(({ question }) => question) //=> ['member-situation', 'member-felt']
 */
export function answersOf(sitting: Sitting): readonly Answer[] {
  const planned = sitting.agenda.questions.map(({ question }) => question.id);
  const visible = askable(sitting).flatMap(({ question }) => answerTo(sitting, question.id) ?? []);
  return [...visible, ...sitting.answers.filter(({ question }) => !planned.includes(question))];
}

/**
 * The answer that the parts of the current question make so far, where they make one.
 *
 * @example
 * begunAnswer(sitting)?.value //=> 'A slip in front of'
 */
export function begunAnswer({ agenda, current, parts, today, answers }: Sitting): Answer | null {
  const planned = agenda.questions.find(({ question }) => question.id === current);
  if (!planned || !makesAnswer(planned.question, parts)) return null;
  return answerFrom(planned, parts, today, answers);
}

/**
 * Whether there is something to keep: an answer, or a skip of a kind that was chosen.
 *
 * @example
 * isWorthKeeping([{ skip: 'passed' }]) //=> false
 */
export function isWorthKeeping(answers: readonly Pick<Answer, 'skip'>[]): boolean {
  return answers.some(({ skip }) => skip !== 'passed');
}

/**
 * The sitting at the first part of a question, with what was given to it before.
 *
 * @example
 * askAgain(sitting, agenda.questions[0]).current //=> 'member-situation'
 */
export function askAgain(sitting: Sitting, { question }: PlannedQuestion): Sitting {
  const before = answerTo(sitting, question.id);
  const parts = before === undefined || before.skip !== null ? {} : partsOf(before, question);
  return { ...sitting, current: question.id, parts, field: 0, offer: null };
}

/** Minutes count the whole plan from here on, so that they never grow when a condition opens another question. */
function progressOf(sitting: Sitting, planned: PlannedQuestion): SittingProgress {
  const { minutes, questions, settled = [] } = sitting.agenda;
  const all = askable(sitting).filter((one) => one === planned || !settled.includes(one.question.id));
  const left = questions.slice(questions.indexOf(planned)).map(({ question }) => question);
  return {
    number: all.indexOf(planned) + 1,
    of: all.length,
    ...(minutes !== undefined && { minutesLeft: Math.min(minutes, minutesFor(left)) }),
  };
}
