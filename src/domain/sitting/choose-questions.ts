// The questions of a bank that a sitting would ask, before any is left out.
import { daysBetween } from '../time/day.ts';
import {
  type ProgrammeStep,
  type Question,
  type QuestionBank,
  questionsOf,
  type Role,
  withFollows,
} from '../banks/question-bank.ts';
import type { Background, Selection } from './agenda.ts';

/**
 * The questions that are chosen from a bank, each with the one that follows it: those that are named, those of a step, or those
 * of a whole or a short sitting. Who they are for, what rests and what depends on what is not looked at yet.
 *
 * @param rotated - The question of the rotation whose turn it is.
 *
 * @example
 * chooseQuestions(member, { question: 'member-tell' }, undefined, background).map(({ id }) => id)
 * //=> ['member-tell', 'member-tell-follow']
 */
export function chooseQuestions(
  bank: QuestionBank,
  { short = false, question, step: stepId, part, only }: Selection,
  rotated: Question | undefined,
  { history, today }: Pick<Background, 'history' | 'today'>,
): readonly Question[] {
  const all = questionsOf(bank);
  if (only) return only.flatMap((id) => all.find((one) => one.id === id) ?? []);
  if (question !== undefined) return withFollows(all.filter(({ id }) => id === question));
  const step = bank.steps.find(({ id }) => id === stepId);
  if (step) {
    if (part === 'evidence' || part === 'choice') return withFollows(questionsAfter(step, part, bank));
    const isRatedNow = (id: string): boolean => step.questions.some(({ repeats }) => repeats === id);
    const baselines = bank.scope.filter(
      ({ id, type }) =>
        type !== 'text' && !isRatedNow(id) && (part === 'anew' || history.askings(id).length === 0),
    );
    return withFollows([...baselines, ...step.questions]);
  }
  const weekly = bank.weeklyScales.filter(({ id, everyDays = 0 }) => {
    const last = history.latest(id);
    return last === undefined || daysBetween(last.day, today) >= everyDays;
  });
  const questions = bank.questions.filter(({ core }) => core || !short);
  return withFollows([
    ...bank.context,
    ...bank.scales,
    ...(short ? [] : weekly),
    ...questions,
    ...(rotated && !short ? [rotated] : []),
    ...bank.closing,
  ]);
}

/**
 * The questions for when the time of a step is round. What was brought back from the last step leads nowhere else.
 *
 * @example
 * questionsAfter(challenge.steps[0], 'choice', challenge).map(({ id }) => id)
 * //=> ['challenge-next', 'challenge-stop-learned']
 */
export function questionsAfter(
  step: ProgrammeStep,
  part: 'evidence' | 'choice',
  { steps, advance }: QuestionBank,
): readonly Question[] {
  if (part === 'choice') return advance;
  return [...step.evidence, ...(step === steps.at(-1) ? [] : advance)];
}

/**
 * Whether a question is asked of a role; an unknown role is asked what everybody is asked.
 *
 * @example
 * isFor({ roles: ['manager'] }, 'member') //=> false
 */
export function isFor({ roles }: Pick<Question, 'roles'>, role: Role | null): boolean {
  return roles === undefined || (role !== null && roles.includes(role));
}
