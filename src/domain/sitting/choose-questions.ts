// The questions of a bank that a sitting would ask, and whose turn it is in a rotation.
import { daysBetween } from '../time/day.ts';
import type { ProgrammeStep, Question, QuestionBank, Role } from '../banks/question-bank.ts';
import { everQuestionsOf, questionsOf, withFollows } from '../banks/bank-questions.ts';
import type { Background, Selection } from './agenda.ts';
import type { History } from '../record/history.ts';

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
  if (only) {
    const ever = everQuestionsOf(bank);
    return only.flatMap((id) => ever.find((one) => one.id === id) ?? []);
  }
  const all = questionsOf(bank);
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

/**
 * A question of the rotation comes back after this many check-ins at the earliest, so that nobody is asked the same in one week
 * (docs/method.md, Check-ins). Where too few others are left, none is asked.
 */
export const CHECKINS_BETWEEN = 5;

/**
 * The question of the role's pool that was asked longest ago; one never asked comes first, ties go by the bank's order.
 * So a question comes back only when all others of its pool were asked, and never before five check-ins without it.
 *
 * @param rotation - Without those that rest.
 * @returns Nothing where each of them would come back too early.
 *
 * @example
 * nextInRotation(checkin.rotation, 'member', historyOf([], null, null))?.id //=> 'rot-m-small-own'
 */
export function nextInRotation(
  rotation: readonly Question[],
  role: Role | null,
  history: History,
): Question | undefined {
  // Of two check-ins on one day, only their order says which was the earlier one.
  const sinceAsked = ({ id }: Question): number => history.askings(id)[0]?.since ?? Infinity;
  return rotation
    .filter((question) => isFor(question, role))
    .filter(({ id }) => (history.askings(id)[0]?.sittingsSince ?? Infinity) >= CHECKINS_BETWEEN)
    .toSorted((one, other) =>
      sinceAsked(one) === sinceAsked(other) ? 0 : sinceAsked(other) - sinceAsked(one),
    )[0];
}
