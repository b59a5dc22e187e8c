// The remarks on an answer or a skip: shown once, and nothing waits for them.
import type { Answer, Skip } from '../entry/answer.ts';
import type { Sample } from '../banks/question-bank.ts';
import type { Agenda, PlannedQuestion } from './agenda.ts';
import type { Earlier } from '../record/history.ts';
import type { Recap } from '../record/lookback.ts';
import { canRest } from '../record/question-standing.ts';

/** Something that is shown once, after an act, without waiting. */
export type Remark =
  | { readonly kind: 'earlier'; readonly earlier: readonly Earlier[] }
  | { readonly kind: 'suggest'; readonly suggest: string; readonly of: 'plan' | 'guess' }
  | { readonly kind: 'recap'; readonly recap: Recap }
  /** What helps with a question; of choices and scales no answer is shown as an example. */
  | { readonly kind: 'nudge'; readonly nudge: string | null; readonly sample: Sample | null }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'passed' }
  /** After "too close right now" and "not my situation", where the question can rest. */
  | { readonly kind: 'rests' }
  | { readonly kind: 'retired'; readonly question: string }
  | { readonly kind: 'gentle' };

/**
 * The remarks on a question that was answered, or skipped: an option may suggest a change, and what was
 * given earlier or what a look back shows comes after the answer.
 *
 * @example
 * remarksOn({ question: {}, earlier: [] }, entry.answers[0], agenda) //=> []
 */
export function remarksOn(
  { question, earlier, recap }: PlannedQuestion,
  answer: Answer,
  { reviews }: Pick<Agenda, 'reviews'>,
): readonly Remark[] {
  const of = reviews?.kind === 'prediction' ? ('guess' as const) : ('plan' as const);
  const suggest = question.options?.find(({ value }) => value === answer.value)?.suggest;
  return [
    ...(suggest === undefined ? [] : [{ kind: 'suggest' as const, suggest, of }]),
    ...(earlier.length > 0 ? [{ kind: 'earlier' as const, earlier }] : []),
    ...(recap ? [{ kind: 'recap' as const, recap }] : []),
  ];
}

/**
 * The remarks on a question that was stepped past. Where nothing can rest, "too close" and "not mine" promise no rest.
 *
 * @example
 * remarksOnSkip(agenda.questions[1], 'not-mine', agenda) //=> [{ kind: 'retired', question: 'member-felt' }]
 */
export function remarksOnSkip(
  { question }: PlannedQuestion,
  skip: Skip,
  { bank }: Pick<Agenda, 'bank'>,
): readonly Remark[] {
  const doesRest = canRest(question) && bank.steps.length === 0;
  if (skip === 'too-close') return [{ kind: 'gentle' }, ...(doesRest ? [{ kind: 'rests' as const }] : [])];
  return skip === 'not-mine' && doesRest
    ? [{ kind: 'retired', question: question.id }]
    : [{ kind: 'passed' }];
}
