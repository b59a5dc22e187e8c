import { daysBetween } from '../time/day.ts';
import { type History, openPrediction } from '../record/history.ts';
import { aboutCommitment, aboutQuestion, countsOne } from '../record/lookback.ts';
import {
  type Condition,
  followOf,
  forRole,
  type JournalCounts,
  type ProgrammeStep,
  type Question,
  type QuestionBank,
  questionsOf,
  type Role,
} from '../banks/question-bank.ts';
import type { Background, PlannedQuestion, Selection, Agenda } from './agenda.ts';

/**
 * A question of the rotation comes back after this many check-ins at the earliest, so that nobody is asked the same in one week
 * (docs/method.md, Check-ins). Where too few others are left, none is asked.
 */
export const CHECKINS_BETWEEN = 5;

/**
 * Decides which questions a sitting asks, in which order and wording.
 *
 * A check-in asks its scales, those weekly ones whose interval has passed, and the question of the rotation that was asked
 * longest ago (ties by the bank's order). A programme's step asks the scales of its scope once, then its own questions.
 * Everything else asks context, questions and closing; the short form leaves out what is not core among the questions.
 * Questions of the other role, those that rest or are retired, those whose count in `show_if` is not reached, and those that
 * depend on a question which is left out are left out, too; who names a question is asked it whatever it depends on. The steps
 * of a programme build on each other, so nothing rests there. Where only plans, guesses and the closing are left, nothing is
 * asked: they would come out of nothing.
 *
 * @example
 * drawUpAgenda(member, 'member', null, { short: true }, background).questions.length //=> 13
 */
export function drawUpAgenda(
  bank: QuestionBank,
  role: Role | null,
  about: string | null,
  selection: Selection,
  background: Background,
): Agenda {
  const step = bank.steps.find(
    ({ id, questions, evidence }) =>
      id === selection.step ||
      [...questions, ...evidence].some((one) => selection.only?.includes(one.id) === true),
  );
  const byName = selection.only !== undefined || selection.question !== undefined;
  const doesRest = (question: Question): boolean =>
    !byName && bank.steps.length === 0 && background.standings(question).is !== 'asked';
  const rotated = nextInRotation(
    bank.rotation.filter((question) => !doesRest(question)),
    role,
    background.history,
  );
  const welcomeBack = selection.welcomeBack === true && rotated !== undefined;
  const chosen = (
    welcomeBack ? withFollows([rotated]) : chooseQuestions(bank, selection, rotated, background)
  ).filter(({ showIf }) => byName || countReached(showIf, background.counts));
  const left = reachable(
    chosen.filter((question) => !doesRest(question)),
    role,
    byName,
  );
  const resting = chosen.find((question) => isFor(question, role) && doesRest(question));
  const isNothing = resting !== undefined && left.every((question) => comesOfOthers(question, bank));
  const asked = isNothing ? [] : left.filter((question) => hasMatter(question, background));
  const [first] = asked;
  const isPart = byName || step !== undefined || welcomeBack;
  const minutes = isPart ? undefined : bank.minutes?.[selection.short === true ? 'core' : 'full'];
  return {
    bank,
    role,
    about,
    questions: asked.map((question) => ({
      ...planQuestion(bank, question, role, background, step),
      ...(question === first && background.recap && { recap: background.recap }),
      ...(countsOne(question, 'rested_commitments') && aboutCommitment(question, background.resting)),
      ...(countsOne(question, 'rested_questions') && aboutQuestion(background.steppedPast)),
    })),
    ...(minutes !== undefined && { minutes }),
    ...(step && { step }),
    ...(welcomeBack && { welcomeBack }),
    ...(isNothing && { resting: resting.id }),
  };
}

/** What a sitting comes to in the end: plans and guesses, and what closes it. */
function comesOfOthers({ id, type }: Question, { closing }: QuestionBank): boolean {
  return (
    type === 'commitment' ||
    type === 'prediction' ||
    withFollows(closing).some((question) => question.id === id)
  );
}

/**
 * Without the questions of the other role, and without those that depend on an answer which nobody will give here. Who
 * names a question without the one it depends on is asked it all the same.
 */
function reachable(questions: readonly Question[], role: Role | null, byName: boolean): readonly Question[] {
  const chosen = new Set(questions.map(({ id }) => id));
  const asked = new Set<string>();
  return questions.filter((question) => {
    const { id, showIf } = question;
    const before = showIf && 'question' in showIf ? showIf.question : undefined;
    const isReached = before === undefined || asked.has(before) || (byName && !chosen.has(before));
    if (isReached && isFor(question, role)) asked.add(id);
    return asked.has(id);
  });
}

/**
 * Whether a question is asked of a role; an unknown role is asked what everybody is asked.
 *
 * @example
 * isFor({ roles: ['manager'], … }, 'member') //=> false
 */
export function isFor({ roles }: Pick<Question, 'roles'>, role: Role | null): boolean {
  return roles === undefined || (role !== null && roles.includes(role));
}

function chooseQuestions(
  bank: QuestionBank,
  { short = false, question, step: stepId, part, only }: Selection,
  rotated: Question | undefined,
  { history, today }: Background,
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
  const weekly = bank.weeklyScales.filter(({ id, everyDays = 7 }) => {
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
 * What is asked when the time of a step is round. What was brought back from the last step leads nowhere else.
 *
 * @example
 * questionsAfter(stepSee, 'choice', challenge).map(({ id }) => id) //=> ['challenge-next', 'challenge-stop-learned']
 */
export function questionsAfter(
  step: ProgrammeStep,
  part: 'evidence' | 'choice',
  { steps, advance }: QuestionBank,
): readonly Question[] {
  if (part === 'choice') return advance;
  return [...step.evidence, ...(step === steps.at(-1) ? [] : advance)];
}

function withFollows(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((question) => {
    const follow = followOf(question);
    return follow ? [question, follow] : [question];
  });
}

/**
 * The question of the role's pool that was asked longest ago; one never asked comes first, ties go by the bank's order.
 * So a question comes back only when all others of its pool were asked, and never before five check-ins without it.
 *
 * @param rotation - Without those that rest.
 * @returns Nothing where each of them would come back too early.
 *
 * @example
 * nextInRotation(checkin.rotation, 'member', history)?.id //=> 'rot-m-small-own'
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

function planQuestion(
  bank: QuestionBank,
  question: Question,
  role: Role | null,
  { history, conversation = history, closed, standings }: Background,
  sittingStep: ProgrammeStep | undefined,
): PlannedQuestion {
  const recalled = (question.recall ?? []).flatMap((id) => conversation.latest(id) ?? []);
  const before = [question.repeats, question.id].flatMap((id) =>
    id === undefined ? [] : (history.latest(id) ?? []),
  );
  const closes =
    question.type === 'choice' && question.resolves
      ? openPrediction(conversation, question.resolves, closed)
      : undefined;
  const isChoice = bank.advance.includes(question);
  const step = isChoice
    ? sittingStep
    : bank.steps.find(({ questions, evidence }) => [...questions, ...evidence].includes(question));
  return {
    question,
    asked: wordingOf(question, role, recalled.length > 0, standings(question).smaller),
    ...(question.scale && { scale: forRole(question.scale, role) }),
    recalled,
    // What was chosen after another step says nothing about this one.
    earlier: isChoice ? [] : before,
    ...(closes !== undefined && { closes }),
    ...(step && { step: step.id }),
    ...(bank.rotation.includes(question) && { short: true }),
  };
}

/** A question about a plan or a question that rests is asked only where there is one. */
function hasMatter(question: Question, { resting, steppedPast }: Background): boolean {
  return (
    (!countsOne(question, 'rested_commitments') || resting !== undefined) &&
    (!countsOne(question, 'rested_questions') || steppedPast !== undefined)
  );
}

function wordingOf(question: Question, role: Role | null, recalls: boolean, smaller: boolean): string {
  if (question.smaller !== undefined && smaller) return question.smaller;
  if (question.askWithoutRecall !== undefined && !recalls) return forRole(question.askWithoutRecall, role);
  return forRole(question.ask, role);
}

function countReached(condition: Condition | undefined, counts: JournalCounts): boolean {
  return condition === undefined || 'question' in condition || counts[condition.count] >= condition.atLeast;
}
