import { type FieldName, isVague, type Parts } from './field.ts';
import type { Question } from './question-bank.ts';
import { wordCount } from './text.ts';

/** Under this many words a text answer is offered its nudge (docs/method.md, How the questions are written). */
export const WORDS_WITHOUT_NUDGE = 8;

/** Under this likelihood of doing it, a plan is offered to be made smaller (docs/method.md, Commitments). */
export const LIKELY_ENOUGH = 0.7;

/** Something that is offered once, never forced, and leads back to one part of the answer when it is taken up. */
export interface Offer {
  readonly kind: 'nudge' | 'vague' | 'moment' | 'certain' | 'smaller';
  readonly text: string;
  readonly again: FieldName;
}

const noMoment =
  /\b(?:some ?day|some ?time|soon|more often|whenever|eventually|at some point|in general|always)\b/iu;

/**
 * What is offered after a part was given: the nudge after a short text, a sign for a vague guess, a moment for a plan that
 * has none, a second look at 0 and 100 percent, a smaller plan for one that is not likely.
 *
 * @example
 * offerFor(question, 'likelihood', { when: '…', then: '…', likelihood: 0.5 })?.kind //=> 'smaller'
 */
export function offerFor(question: Question, field: FieldName, parts: Parts): Offer | null {
  const value = parts[field] ?? null;
  if (field === 'value' && question.type === 'text' && typeof value === 'string') {
    const isShort = wordCount(value) < WORDS_WITHOUT_NUDGE;
    return question.nudge !== undefined && isShort
      ? { kind: 'nudge', text: question.nudge, again: 'value' }
      : null;
  }
  if (field === 'sign' && isVague(parts)) {
    const text = question.nudge ?? 'Write something a third person could check. What would be seen or said?';
    return { kind: 'vague', text, again: 'sign' };
  }
  if (field === 'when' && typeof value === 'string' && noMoment.test(value)) {
    return { kind: 'moment', text: 'What will you see or hear when the moment has come?', again: 'when' };
  }
  if (field === 'likelihood' && (value === 0 || value === 1)) {
    return {
      kind: 'certain',
      text: `Nothing at work is that certain. ${value === 0 ? 5 : 95}?`,
      again: 'likelihood',
    };
  }
  if (
    field === 'likelihood' &&
    question.type === 'commitment' &&
    typeof value === 'number' &&
    value < LIKELY_ENOUGH
  ) {
    return { kind: 'smaller', text: 'Would you like to make it smaller?', again: 'then' };
  }
  return null;
}
