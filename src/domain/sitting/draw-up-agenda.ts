// The agenda of a sitting: which questions it asks, in which order and wording.
import { chooseQuestions, isFor, nextInRotation } from './choose-questions.ts';
import { aboutCommitment, countsOne } from '../record/lookback.ts';
import {
  type Condition,
  type JournalCounts,
  type Question,
  type QuestionBank,
  type Role,
  forRole,
  type ProgrammeStep,
} from '../banks/question-bank.ts';
import { withFollows } from '../banks/bank-questions.ts';
import type { Background, Selection, Agenda, PlannedQuestion } from './agenda.ts';
import { ABOUT_PLACE, placesIn, withOwnWords } from '../banks/own-words.ts';
import type { Day } from '../time/day.ts';
import { laterDay } from '../time/later-day.ts';
import { type History, openPrediction } from '../record/history.ts';
import { minutesFor } from './seconds.ts';

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
  const rotation = bank.rotation.filter((question) => !doesRest(question));
  const rotated = nextInRotation(rotation, role, background.history);
  const welcomeBack = selection.welcomeBack === true && rotated !== undefined;
  const chosen = (
    welcomeBack ? withFollows([rotated]) : chooseQuestions(bank, selection, rotated, background)
  ).filter(({ showIf }) => byName || countReached(showIf, background.counts));
  const awake = chosen.filter((question) => !doesRest(question));
  const left = reachable(awake, role, byName);
  const resting = chosen.find((question) => isFor(question, role) && doesRest(question));
  const isNothing = resting !== undefined && left.every((question) => comesOfOthers(question, bank));
  const asked = isNothing ? [] : left.filter((question) => hasMatter(question, background));
  const [first] = asked;
  const { resting: commitment, steppedPast, recap } = background;
  const minutes = byName || welcomeBack ? undefined : minutesFor(asked);
  return {
    bank,
    role,
    about,
    questions: asked.map((question) => ({
      ...planQuestion(bank, question, { role, about }, background, step),
      ...(question === first && recap && { recap }),
      ...(countsOne(question, 'rested_commitments') && aboutCommitment(question, commitment)),
      ...(steppedPast &&
        countsOne(question, 'rested_questions') && { steppedPast, continues: steppedPast.reference }),
    })),
    ...(minutes !== undefined && { minutes }),
    ...(step && { step }),
    ...(welcomeBack && { welcomeBack }),
    ...(isNothing && { resting: resting.id }),
  };
}

/** Whether a question is one that a sitting comes to in the end: a plan, a guess, or what closes it. */
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

/** A question about a plan or a question that rests is asked only where there is one. */
function hasMatter(question: Question, { resting, steppedPast }: Background): boolean {
  return (
    (!countsOne(question, 'rested_commitments') || resting !== undefined) &&
    (!countsOne(question, 'rested_questions') || steppedPast !== undefined)
  );
}

function countReached(condition: Condition | undefined, counts: JournalCounts): boolean {
  return condition === undefined || 'question' in condition || counts[condition.count] >= condition.atLeast;
}

/**
 * A question as it will be asked: in the wording for the role and for what is recalled, with the answers that are shown before
 * and after it, and the guess that it closes.
 *
 * @param sittingStep - The step of a programme that the sitting is about.
 *
 * @example
 * const aim = debrief.questions.find(({ id }) => id === 'debrief-aim');
 * planQuestion(debrief, aim, { role: 'member', about: null }, background, undefined).asked
 * //=> 'When you think of what you wanted from this conversation, how close did you get?'
 */
export function planQuestion(
  bank: QuestionBank,
  question: Question,
  { role, about }: Pick<Agenda, 'role' | 'about'>,
  { history, conversation = history, closed, standings, today }: Background,
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
  const dueDay = usualDay(question, step, history, today);
  const wording = wordingOf(question, role, recalled.length > 0, standings(question).smaller);
  return {
    question,
    asked: withOwnWords(wording, about, () => undefined),
    ...(placesIn(wording).some((name) => name !== ABOUT_PLACE) && { worded: wording }),
    ...(question.scale && { scale: forRole(question.scale, role) }),
    ...(dueDay !== undefined && { dueDay }),
    recalled,
    // What was chosen after another step says nothing about this one.
    earlier: isChoice ? [] : before,
    ...(closes !== undefined && { closes }),
    ...(step && { step: step.id }),
    ...(bank.rotation.includes(question) && { short: true }),
  };
}

/** The day that was agreed, or the one on which the step is over. */
function usualDay(
  { type, dueFrom }: Question,
  step: ProgrammeStep | undefined,
  history: History,
  today: Day,
): Day | undefined {
  if (type !== 'prediction' && type !== 'commitment') return undefined;
  const agreed = dueFrom === undefined ? undefined : history.latest(dueFrom)?.answer.value;
  if (typeof agreed === 'string' && agreed >= today) return agreed;
  return step && laterDay(today, step.weeks * 7);
}

function wordingOf(question: Question, role: Role | null, recalls: boolean, smaller: boolean): string {
  if (question.smaller !== undefined && smaller) return question.smaller;
  if (question.askWithoutRecall !== undefined && !recalls) return forRole(question.askWithoutRecall, role);
  return forRole(question.worded ?? question.ask, role);
}
