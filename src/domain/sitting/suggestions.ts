// The suggestions that are made once after an answer, and never forced.
import { type FieldName, type FieldValue, isUnlikely, type Parts } from './field.ts';
import { isVague } from './answer-from-parts.ts';
import type { PlannedQuestion } from './agenda.ts';
import { wordCount } from '../text/plain-text.ts';

/** Under this many words a text answer is offered its nudge (docs/method.md, How the questions are written). */
export const WORDS_WITHOUT_NUDGE = 8;

/** Something that is offered once, never forced, and leads back to one part of the answer when it is taken up. */
export interface Offer {
  readonly kind: 'nudge' | 'vague' | 'moment' | 'certain' | 'smaller' | 'instead';
  readonly text: string;
  readonly again: FieldName;
  /** Taking it up gives this answer, without asking again. */
  readonly gives?: string;
}

/** Words for no moment in particular (docs/method.md, Commitments). */
const noMoment =
  /\b(?:some ?day|some ?time|soon|more often|whenever|eventually|at some point|in general|always)\b/iu;

/**
 * The suggestions to be made after a part was given, one after the other: the nudge after a short text, a sign for a vague
 * guess, a moment for a plan that has none, a second look at 0 and 100 percent, a smaller plan for one that is not likely,
 * letting go of what was put off again and again.
 *
 * @example
 * const plan = { question: { type: 'commitment' } };
 * offersFor(plan, 'because', { then: 'ask', likelihood: 0.5 }).map(({ kind }) => kind) //=> ['smaller']
 */
export function offersFor(
  { question, instead }: Pick<PlannedQuestion, 'question' | 'instead'>,
  field: FieldName,
  parts: Parts,
): readonly Offer[] {
  const { type, nudge, oneWord } = question;
  const value = parts[field] ?? null;
  const isLikelihood = field === 'likelihood' || type === 'percent';
  return [
    ...(type === 'text' && nudge !== undefined && oneWord !== true && isShort(value)
      ? [nudgeOffer(nudge)]
      : []),
    ...(field === 'sign' && isVague(parts) ? [{ ...VAGUE, text: nudge ?? VAGUE.text }] : []),
    ...(field === 'when' && typeof value === 'string' && noMoment.test(value) ? [MOMENT] : []),
    ...(isLikelihood && (value === 0 || value === 1) ? [certainOffer(field, value)] : []),
    ...(field === 'because' && isUnlikely(parts.likelihood) ? [SMALLER] : []),
    ...(instead?.of === value
      ? [{ kind: 'instead' as const, text: instead.text, again: field, gives: instead.value }]
      : []),
  ];
}

const VAGUE: Offer = {
  kind: 'vague',
  text: 'Write something another person could check. What would they see or hear?',
  again: 'sign',
};
const MOMENT: Offer = {
  kind: 'moment',
  text: 'What will you see or hear when the moment comes?',
  again: 'when',
};
const SMALLER: Offer = { kind: 'smaller', text: 'Make the plan smaller?', again: 'then' };

function nudgeOffer(text: string): Offer {
  return { kind: 'nudge', text, again: 'value' };
}

function certainOffer(again: FieldName, share: 0 | 1): Offer {
  return {
    kind: 'certain',
    text: `Nothing at work is that certain. Make it ${share === 0 ? 5 : 95}%?`,
    again,
  };
}

function isShort(value: FieldValue | null): boolean {
  return typeof value === 'string' && wordCount(value) < WORDS_WITHOUT_NUDGE;
}
