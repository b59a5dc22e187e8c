// The questions of a bank, those that follow others and those of earlier versions included.
import type { Question, QuestionBank } from './question-bank.ts';

/**
 * The text question that follows a choice with `follow`, or nothing.
 *
 * @example
 * followOf({ id: 'member-tell', follow: 'What exactly will you tell them?' })?.id //=> 'member-tell-follow'
 */
export function followOf(question: Question): Question | undefined {
  if (question.follow === undefined) return undefined;
  return {
    id: `${question.id}-follow`,
    type: 'text',
    ask: question.follow,
    core: question.core,
    ideas: question.ideas,
    ...(question.roles && { roles: question.roles }),
    ...(question.share && { share: true }),
    ...(question.private && { private: true }),
    showIf: {
      question: question.id,
      values: (question.options ?? []).map(({ value }) => value).filter((value) => value !== 'nobody'),
    },
  };
}

/**
 * Questions, each with the one that follows it.
 *
 * @example
 * withFollows(member.closing).map(({ id }) => id)
 * //=> ['member-take', 'member-commitment', 'member-commitment-prediction', 'member-tell', 'member-tell-follow']
 */
export function withFollows(questions: readonly Question[]): readonly Question[] {
  return questions.flatMap((question) => {
    const follow = followOf(question);
    return follow ? [question, follow] : [question];
  });
}

/**
 * Every question of a bank, in the order in which the bank states them, follow-up questions included.
 *
 * @example
 * questionsOf(member).map(({ id }) => id).at(-1) //=> 'member-tell-follow'
 */
export function questionsOf(bank: QuestionBank): readonly Question[] {
  const { commitment, prediction } = bank.review;
  return withFollows([
    ...bank.scope,
    ...bank.context,
    ...bank.scales,
    ...bank.weeklyScales,
    ...bank.questions,
    ...bank.rotation,
    ...bank.steps.flatMap(({ questions, evidence }) => [...questions, ...evidence]),
    ...bank.advance,
    ...Object.values(commitment ?? {}),
    ...Object.values(prediction ?? {}),
    ...bank.closing,
  ]);
}

/**
 * Those and the ones that are not asked any more: what drafts and entries of earlier versions may hold.
 *
 * @example
 * everQuestionsOf(member).some(({ id }) => id === 'member-prediction') //=> true
 */
export function everQuestionsOf(bank: QuestionBank): readonly Question[] {
  return [...questionsOf(bank), ...bank.retired];
}
