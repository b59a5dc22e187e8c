import type { Answer, Given, Skip } from './answer.ts';
import type { Day } from './calendar.ts';
import { type Earlier } from './history.ts';
import {
  type Field,
  fieldsOf,
  type FieldValue,
  givenFrom,
  isVague,
  neededPart,
  type Parts,
  partsOf,
} from './field.ts';
import { type Offer, offerFor } from './offer.ts';
import type { PlannedQuestion, SittingPlan } from './plan.ts';
import { plainText } from './text.ts';

/**
 * A walk through a plan, between two keystrokes. It is a value: `advance` makes the next one and nothing is changed.
 */
export interface Sitting {
  readonly plan: SittingPlan;
  /** The day on which it is held; default dates count from it. */
  readonly today: Day;
  readonly answers: readonly Answer[];
  /** The question that is being asked; null when all are and the answers are looked over. */
  readonly current: string | null;
  /** What was given to the parts of the current question so far, and which part comes next. */
  readonly parts: Parts;
  readonly field: number;
  /** A suggestion that waits for a yes or no, and those that were made already. */
  readonly offer: Offer | null;
  readonly offered: readonly string[];
  /** The question is asked again from the look over, and leads back there. */
  readonly changing: boolean;
  /** How it ended: to be saved, or to be finished later. */
  readonly ended: 'save' | 'later' | null;
}

/** What happens next, for the terminal to show. */
export type Step =
  | {
      readonly kind: 'ask';
      readonly planned: PlannedQuestion;
      readonly field: Field;
      /** What was given before, to be changed. */
      readonly given: FieldValue | null;
      readonly first: boolean;
      readonly progress: Progress;
    }
  | { readonly kind: 'offer'; readonly planned: PlannedQuestion; readonly offer: Offer }
  | { readonly kind: 'look-over'; readonly answers: readonly Answer[] }
  | { readonly kind: 'end'; readonly ended: 'save' | 'later' };

/** `number` of `of` questions, from 1, and about how many minutes are left where the bank says how long it takes. */
export interface Progress {
  readonly number: number;
  readonly of: number;
  readonly minutesLeft?: number;
}

/** What the person does. `typed` is what stands in the field and was not sent off yet; it is kept. */
export type Act =
  | { readonly kind: 'answer'; readonly value: FieldValue | null }
  | { readonly kind: 'skip'; readonly skip: Skip }
  | { readonly kind: 'back'; readonly typed?: string }
  | { readonly kind: 'nudge'; readonly typed?: string }
  | { readonly kind: 'later'; readonly typed?: string }
  | { readonly kind: 'accept' }
  | { readonly kind: 'decline' }
  | { readonly kind: 'change'; readonly question: string }
  | { readonly kind: 'save' };

/** What is shown once, after an act, without waiting. */
export type Remark =
  | { readonly kind: 'earlier'; readonly earlier: readonly Earlier[] }
  | { readonly kind: 'suggest'; readonly suggest: string }
  | { readonly kind: 'read-back'; readonly answer: Answer }
  | { readonly kind: 'nudge'; readonly nudge: string | null }
  | { readonly kind: 'passed' }
  | { readonly kind: 'gentle' };

/**
 * A sitting at its first question, or where a draft left it.
 *
 * @param answers - Those of a draft; empty for a new sitting. Answers to questions that the plan does not hold are kept.
 *
 * @example
 * nextStep(beginSitting(plan, '2026-11-22')).kind //=> 'ask'
 */
export function beginSitting(
  plan: SittingPlan,
  today: Day,
  draft: { readonly answers: readonly Answer[]; readonly current?: string | null; readonly parts?: Parts } = {
    answers: [],
  },
): Sitting {
  const empty: Sitting = {
    plan,
    today,
    answers: draft.answers,
    current: null,
    parts: {},
    field: 0,
    offer: null,
    offered: [],
    changing: false,
    ended: null,
  };
  const open = askable(empty).find(({ question }) => !answerTo(empty, question.id));
  const current = draft.current ?? open?.question.id;
  const planned = askable(empty).find(({ question }) => question.id === current) ?? open;
  if (!planned) return empty;
  const begun = askAgain(empty, planned);
  if (!draft.parts || planned.question.id !== draft.current) return begun;
  const fields = fieldsOf(planned);
  const parts = draft.parts;
  const next = fields.findIndex(({ name }) => !(name in parts));
  return { ...begun, parts, field: next < 0 ? fields.length - 1 : next };
}

/**
 * What comes next: a part of a question, a suggestion, or the look over all answers.
 *
 * @example
 * nextStep(sitting) //=> { kind: 'ask', planned: …, field: { name: 'value', … }, given: null, first: true, progress: … }
 */
export function nextStep(sitting: Sitting): Step {
  if (sitting.ended) return { kind: 'end', ended: sitting.ended };
  const planned = askable(sitting).find(({ question }) => question.id === sitting.current);
  if (!planned) return { kind: 'look-over', answers: answersOf(sitting) };
  if (sitting.offer) return { kind: 'offer', planned, offer: sitting.offer };
  const fields = fieldsOf(planned);
  const field = fields[sitting.field] ?? fields[0];
  return {
    kind: 'ask',
    planned,
    field,
    given: sitting.parts[field.name] ?? null,
    first: sitting.field === 0,
    progress: progressOf(sitting, planned),
  };
}

/**
 * The sitting after one act of the person, and what to remark on it.
 *
 * An empty answer is a skip; to a part that is not needed, such as the sign of a guess, it leaves that part out. Back from the first
 * part goes to the question before, from the first question nowhere.
 *
 * @example
 * advance(sitting, { kind: 'skip', skip: 'not-today' }).remarks //=> [{ kind: 'passed' }]
 */
export function advance(
  sitting: Sitting,
  act: Act,
): { readonly sitting: Sitting; readonly remarks: readonly Remark[] } {
  const planned = askable(sitting).find(({ question }) => question.id === sitting.current);
  if (act.kind === 'later') return quietly({ ...withTyped(sitting, planned, act.typed), ended: 'later' });
  if (!planned) return quietly(lookOver(sitting, act));
  switch (act.kind) {
    case 'answer':
      return answerField(sitting, planned, act.value);
    case 'skip':
      return skipQuestion(sitting, planned, act.skip);
    case 'nudge': {
      const { nudge = null } = planned.question;
      return { sitting: withTyped(sitting, planned, act.typed), remarks: [{ kind: 'nudge', nudge }] };
    }
    case 'accept':
      return quietly(reopen(sitting, planned));
    case 'decline':
      return afterField({ ...sitting, offer: null }, planned);
    case 'back':
      return quietly(goBack(sitting, planned, act.typed));
    case 'change':
    case 'save':
      return quietly(sitting);
  }
}

/**
 * The answers in the order of the plan, without those whose condition no longer holds, then any that a draft brought
 * from an older version of the bank.
 *
 * @example
 * answersOf(sitting).map(({ question }) => question) //=> ['member-situation', 'member-felt']
 */
export function answersOf(sitting: Sitting): readonly Answer[] {
  const planned = sitting.plan.questions.map(({ question }) => question.id);
  const visible = askable(sitting).flatMap(({ question }) => answerTo(sitting, question.id) ?? []);
  return [...visible, ...sitting.answers.filter(({ question }) => !planned.includes(question))];
}

/**
 * Whether there is something to keep: an answer, or a skip of a kind that was chosen.
 *
 * @example
 * isWorthKeeping([{ skip: 'passed', … }]) //=> false
 */
export function isWorthKeeping(answers: readonly Pick<Answer, 'skip'>[]): boolean {
  return answers.some(({ skip }) => skip !== 'passed');
}

function quietly(sitting: Sitting): { readonly sitting: Sitting; readonly remarks: readonly Remark[] } {
  return { sitting, remarks: [] };
}

/** The questions of the plan whose condition holds with the answers given so far. */
function askable({ plan, answers }: Pick<Sitting, 'plan' | 'answers'>): readonly PlannedQuestion[] {
  return plan.questions.filter(({ question: { showIf } }) => {
    if (showIf === undefined || !('question' in showIf)) return true;
    const given = answers.find(({ question }) => question === showIf.question)?.value;
    return typeof given === 'string' && showIf.values.includes(given);
  });
}

function answerTo({ answers }: Pick<Sitting, 'answers'>, id: string): Answer | undefined {
  return answers.find(({ question }) => question === id);
}

function askAgain(sitting: Sitting, { question }: PlannedQuestion): Sitting {
  const before = answerTo(sitting, question.id);
  const parts = before === undefined || before.skip !== null ? {} : partsOf(before, question);
  return { ...sitting, current: question.id, parts, field: 0, offer: null };
}

function progressOf(sitting: Sitting, planned: PlannedQuestion): Progress {
  const all = askable(sitting);
  const index = all.indexOf(planned);
  const { minutes } = sitting.plan;
  const left =
    minutes === undefined
      ? undefined
      : Math.max(1, Math.round((minutes * (all.length - index)) / all.length));
  return { number: index + 1, of: all.length, ...(left !== undefined && { minutesLeft: left }) };
}

function answerField(
  sitting: Sitting,
  planned: PlannedQuestion,
  value: FieldValue | null,
): ReturnType<typeof advance> {
  const field = fieldsOf(planned)[sitting.field];
  if (field === undefined) return quietly(sitting);
  if (value === null && field.name === neededPart(planned.question))
    return skipQuestion(sitting, planned, 'passed');
  const answered = { ...sitting, parts: { ...sitting.parts, [field.name]: value } };
  const offer = offerFor(planned.question, field.name, answered.parts);
  const key = offer && `${planned.question.id} ${offer.kind}`;
  if (offer && key && !sitting.offered.includes(key)) {
    return quietly({ ...answered, offer, offered: [...sitting.offered, key] });
  }
  return afterField(answered, planned);
}

function answerFrom(sitting: Sitting, planned: PlannedQuestion): Answer {
  const given = givenFrom(planned, sitting.parts, sitting.today, sitting.answers);
  return { ...linksOf(planned, given, sitting.parts), ...given, skip: null };
}

function afterField(sitting: Sitting, planned: PlannedQuestion): ReturnType<typeof advance> {
  if (sitting.field + 1 < fieldsOf(planned).length) return quietly({ ...sitting, field: sitting.field + 1 });
  return complete(sitting, planned, answerFrom(sitting, planned));
}

function skipQuestion(sitting: Sitting, planned: PlannedQuestion, skip: Skip): ReturnType<typeof advance> {
  const { type } = planned.question;
  const after = complete(sitting, planned, { ...wordingOf(planned), type, value: null, skip });
  return { ...after, remarks: [skip === 'too-close' ? { kind: 'gentle' } : { kind: 'passed' }] };
}

function wordingOf({ question, asked, step }: PlannedQuestion): Pick<Answer, 'question' | 'asked' | 'step'> {
  return { question: question.id, asked, ...(step !== undefined && { step }) };
}

/**
 * What an answer carries beside its value: the wording, the prediction it closes, its step, and whether it is vague.
 *
 * @example
 * linksOf(planned, { type: 'choice', value: 'doer' }, {}).closes //=> 'k3x8m2p9qa/prepare-prediction'
 */
export function linksOf(
  planned: PlannedQuestion,
  given: Given,
  parts: Parts,
): Pick<Answer, 'question' | 'asked' | 'step' | 'closes' | 'vague'> {
  const option = planned.question.options?.find(({ value }) => value === given.value);
  const closes = option?.resolves === undefined || option.resolves === 'wait' ? undefined : planned.closes;
  const vague = given.type === 'prediction' && planned.question.fixed === undefined && isVague(parts);
  return { ...wordingOf(planned), ...(closes !== undefined && { closes }), ...(vague && { vague: true }) };
}

function complete(sitting: Sitting, planned: PlannedQuestion, answer: Answer): ReturnType<typeof advance> {
  const answers = [...sitting.answers.filter(({ question }) => question !== answer.question), answer];
  const answered: Sitting = {
    ...sitting,
    answers,
    current: null,
    parts: {},
    field: 0,
    offer: null,
    changing: false,
  };
  const all = askable(answered);
  const after = all.slice(all.findIndex(({ question }) => question.id === planned.question.id) + 1);
  // A change from the look over leads back there, by way of questions that it has newly opened.
  const next = sitting.changing ? after.find(({ question }) => !answerTo(answered, question.id)) : after[0];
  const option = planned.question.options?.find(({ value }) => value === answer.value);
  const remarks: Remark[] = [
    ...(answer.type === 'commitment' && answer.skip === null ? [{ kind: 'read-back' as const, answer }] : []),
    ...(option?.suggest === undefined ? [] : [{ kind: 'suggest' as const, suggest: option.suggest }]),
    ...(planned.earlier.length > 0 ? [{ kind: 'earlier' as const, earlier: planned.earlier }] : []),
  ];
  return { sitting: next ? { ...askAgain(answered, next), changing: sitting.changing } : answered, remarks };
}

/** All questions are behind: save, change one of them, or go back to the last. */
function lookOver(sitting: Sitting, act: Act): Sitting {
  if (act.kind === 'save') return { ...sitting, ended: 'save' };
  const all = askable(sitting);
  const chosen = act.kind === 'change' ? all.find(({ question }) => question.id === act.question) : undefined;
  if (chosen) return { ...askAgain(sitting, chosen), changing: true };
  const last = act.kind === 'back' ? all.at(-1) : undefined;
  return last ? askAgain(sitting, last) : sitting;
}

/** Keeps what stands in a typed field, so that it is there when the question comes again. */
function withTyped(sitting: Sitting, planned: PlannedQuestion | undefined, typed = ''): Sitting {
  const field = planned && fieldsOf(planned)[sitting.field];
  if (!field || typed.trim() === '' || (field.input !== 'text' && field.input !== 'line')) return sitting;
  return { ...sitting, parts: { ...sitting.parts, [field.name]: plainText(typed) } };
}

/** An accepted suggestion asks a part again, with what was given to be changed. */
function reopen(sitting: Sitting, planned: PlannedQuestion): Sitting {
  if (!sitting.offer) return sitting;
  const { again } = sitting.offer;
  const field = fieldsOf(planned).findIndex(({ name }) => name === again);
  return { ...sitting, offer: null, field: field < 0 ? sitting.field : field };
}

function goBack(sitting: Sitting, planned: PlannedQuestion, typed: string | undefined): Sitting {
  if (sitting.offer) return { ...sitting, offer: null };
  if (sitting.field > 0) return { ...sitting, field: sitting.field - 1 };
  if (sitting.changing) return { ...sitting, current: null, parts: {}, field: 0, changing: false };
  const all = askable(sitting);
  const before = all[all.indexOf(planned) - 1];
  if (!before) return withTyped(sitting, planned, typed);
  // A text that was begun is an answer already; it waits where it was typed.
  const begun = planned.question.type === 'text' ? withTyped(sitting, planned, typed) : sitting;
  const kept = begun === sitting ? sitting : complete(begun, planned, answerFrom(begun, planned)).sitting;
  return askAgain(kept, before);
}
