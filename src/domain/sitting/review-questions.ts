// The questions of a review: what became of one plan or guess, and what follows from that.
import type { Followed, FollowedCommitment } from '../record/followed-items.ts';
import { partsOf } from './answer-from-parts.ts';
import type { PlannedQuestion, Agenda } from './agenda.ts';
import { withOwnWords } from '../banks/own-words.ts';
import { COMMITMENT_OUTCOMES, PREDICTION_OUTCOMES } from '../banks/outcome-names.ts';
import * as banks from '../banks/question-bank.ts';

/** At most so many plans and guesses are looked at in one sitting (docs/method.md, Predictions). */
export const REVIEWS_A_SITTING = 3;

/** After a plan was not yet, or a guess too early, so many times, letting go is offered (docs/method.md, Commitments). */
export const TIMES_UNTIL_LETTING_GO = 3;

/** The things in other entries that a review of a plan or a guess depends on. */
export interface ReviewBackground {
  /** How often running the plan and those in whose place it came were not yet, before now. */
  readonly notYet: number;
  /** The plan on which a guess depends. */
  readonly commitment?: FollowedCommitment;
  /** The plan or the guess in the person's own words, which the first question then holds. */
  readonly words?: string;
}

/**
 * The sitting that asks what became of one plan or guess. Which questions follow depends on what is answered first; a plan that
 * goes on is asked for anew, with the old words to be taken over or changed.
 *
 * A guess that depends on a plan which came to nothing is suggested to be untested.
 *
 * @returns Undefined where the bank has no such dialogue.
 *
 * @example
 * const [guess, plan] = followedItems([planned]);
 * reviewAgenda(review, plan, { notYet: 0 })?.questions[0]?.question.id //=> 'review-status'
 */
export function reviewAgenda(
  bank: banks.QuestionBank,
  item: Followed,
  background: ReviewBackground,
): Agenda | undefined {
  const { commitment, prediction } = bank.review;
  const { role, about } = item.entry;
  const { words } = background;
  const questions =
    item.kind === 'commitment'
      ? commitment && commitmentQuestions(commitment, item, background)
      : prediction && predictionQuestions(prediction, item, background);
  if (!questions) return undefined;
  const planned = questions.map(({ question, ...more }): PlannedQuestion => ({
    question,
    asked: withOwnWords(banks.forRole(question.worded ?? question.ask, role), about, () => words, true),
    ...(question.scale && { scale: banks.forRole(question.scale, role) }),
    recalled: [],
    earlier: [],
    ...more,
  }));
  const { commitment: behind } = background;
  return { bank, role, about, questions: planned, reviews: item, ...(behind && { behind }) };
}

/** A question of the dialogue, and what belongs beside it. */
type Asked = Pick<PlannedQuestion, 'question'> & Partial<PlannedQuestion>;

function commitmentQuestions(
  { status, kept, partly, notYet, letGo, next, plan }: NonNullable<banks.ReviewDialogue['commitment']>,
  item: FollowedCommitment,
  { notYet: times }: ReviewBackground,
): readonly Asked[] {
  const after = following(status);
  const onward = { question: next.id, values: ['again', 'smaller', 'different'] };
  const { when, then } = partsOf({ type: 'commitment', value: item.commitment }, plan);
  return [
    {
      question: resolving(status),
      closes: item.reference,
      ...(times + 1 >= TIMES_UNTIL_LETTING_GO && {
        instead: {
          of: 'not-yet',
          value: 'let-go',
          text: `You have now said "not yet" ${timesWords(times + 1)}. Do you want to let the plan go?`,
        },
      }),
    },
    after(kept, 'kept'),
    after(partly, 'partly'),
    after(notYet, 'not-yet'),
    after(letGo, 'let-go'),
    { ...after(next, 'kept', 'partly', 'not-yet'), ...finishedFirst(next, status) },
    {
      question: { ...plan, showIf: onward },
      continues: item.reference,
      suggested: { ...(when !== undefined && { when }), ...(then !== undefined && { then }) },
    },
  ];
}

function predictionQuestions(
  { outcome, until, seen, compared, again, learned }: NonNullable<banks.ReviewDialogue['prediction']>,
  item: Followed,
  { commitment }: ReviewBackground,
): readonly Asked[] {
  const after = following(outcome);
  const suggested = commitment && suggestedOutcome(commitment);
  return [
    {
      question: resolving(outcome),
      closes: item.reference,
      ...(suggested !== undefined && { suggested: { value: suggested } }),
      ...(item.moves.length + 1 >= TIMES_UNTIL_LETTING_GO && {
        instead: {
          of: 'wait',
          value: 'unclear',
          text: `You have now said "too early to say" ${timesWords(item.moves.length + 1)}. Do you want to let the guess go, since nobody can tell?`,
        },
      }),
    },
    { ...after(until, 'wait'), continues: item.reference },
    after(seen, 'yes', 'no', 'partly', 'unclear'),
    after(compared, 'yes', 'no', 'partly'),
    after(again, 'yes', 'no', 'partly', 'unclear', 'untested'),
    after(learned, 'yes', 'no', 'partly'),
  ];
}

/** Who kept a plan is not led first to make it again. */
function finishedFirst({ options = [] }: banks.Question, { id }: banks.Question): Pick<Asked, 'inOrder'> {
  const finished = options.filter(({ value }) => value === 'done');
  const others = options.filter((option) => !finished.includes(option));
  const after = { question: id, value: 'kept' };
  return { inOrder: { after, options: [...finished, ...others], otherwise: options } };
}

/** Makes questions follow the first one of a dialogue, where one of some values is chosen. */
function following({
  id,
}: banks.Question): (question: banks.Question, ...values: readonly string[]) => Asked {
  return (question, ...values) => ({ question: { ...question, showIf: { question: id, values } } });
}

/** A plan that is not done puts nothing to the test; one that goes on may still. */
function suggestedOutcome({ outcomes: [counts], continuedBy }: FollowedCommitment): string | undefined {
  const value = counts?.answer.value;
  if (value !== 'not-yet' && value !== 'let-go') return undefined;
  return continuedBy === undefined ? 'untested' : 'wait';
}

/** Of these questions, what is chosen is the outcome. */
function resolving(question: banks.Question): banks.Question {
  const isOutcome = (option: banks.Option): banks.Option => ({
    ...option,
    resolves: RESOLVES.find((one) => one === option.value) ?? 'unclear',
  });
  return { ...question, ...(question.options && { options: question.options.map(isOutcome) }) };
}

const RESOLVES = [...PREDICTION_OUTCOMES, ...COMMITMENT_OUTCOMES, 'wait'] as const;

function timesWords(times: number): string {
  return ['once', 'twice', 'three times'][times - 1] ?? `${times} times`;
}
