// The help with a question, where it is asked for.
import type { Question } from '../banks/question-bank.ts';
import type { Remark } from './remarks.ts';

type HelpedQuestion = Pick<Question, 'type' | 'nudge' | 'sample'>;

/**
 * The nudge of a question, and an answer that somebody might have given; of choices and scales no answer is shown.
 *
 * @example
 * helpWith({ type: 'scale', nudge: 'In the last week?', sample: 2 })
 * //=> { kind: 'nudge', nudge: 'In the last week?', sample: null }
 */
export function helpWith(question: HelpedQuestion): Extract<Remark, { readonly kind: 'nudge' }> {
  const { nudge = null, sample = null, type } = question;
  return { kind: 'nudge', nudge, sample: type === 'choice' || type === 'scale' ? null : sample };
}

/**
 * Whether there is anything that helps, so that it is worth asking for.
 *
 * @example
 * hasHelp({ type: 'text', sample: 'On Tuesday she opened my draft.' }) //=> true
 */
export function hasHelp(question: HelpedQuestion): boolean {
  const { nudge, sample } = helpWith(question);
  return nudge !== null || sample !== null;
}
