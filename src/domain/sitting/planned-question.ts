// One question of an agenda: its wording settled, and with it what belongs beside it.
import { openPrediction } from '../record/history.ts';
import {
  forRole,
  type ProgrammeStep,
  type Question,
  type QuestionBank,
  type Role,
} from '../banks/question-bank.ts';
import type { Background, PlannedQuestion } from './agenda.ts';

/**
 * A question as it will be asked: in the wording for the role and for what is recalled, with the answers that are shown before
 * and after it, and the guess that it closes.
 *
 * @param sittingStep - The step of a programme that the sitting is about.
 *
 * @example
 * const aim = debrief.questions.find(({ id }) => id === 'debrief-aim');
 * planQuestion(debrief, aim, 'member', background, undefined).asked
 * //=> 'Thinking of what you wanted from it, how near did you come?'
 */
export function planQuestion(
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

function wordingOf(question: Question, role: Role | null, recalls: boolean, smaller: boolean): string {
  if (question.smaller !== undefined && smaller) return question.smaller;
  if (question.askWithoutRecall !== undefined && !recalls) return forRole(question.askWithoutRecall, role);
  return forRole(question.ask, role);
}
