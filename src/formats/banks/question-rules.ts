// The rules of bank files: which keys belong to which types, and what some places take.
import type { JournalCounts, QuestionType } from '../../domain/banks/question-bank.ts';

const counts: Readonly<Record<keyof JournalCounts, true>> = {
  resolved_predictions: true,
  untested_predictions: true,
  rested_questions: true,
  rested_commitments: true,
};

/**
 * Whether a condition may be about this count.
 *
 * @example
 * isCount('resolved_predictions') //=> true
 */
export function isCount(key: string): key is keyof JournalCounts {
  return Object.hasOwn(counts, key);
}

/** The counts that a condition may be about. */
export const COUNTS: readonly string[] = Object.keys(counts);

/** Keys that mean something for some types only. */
export const KEYS_OF_TYPES: readonly {
  readonly types: readonly QuestionType[];
  readonly keys: readonly string[];
}[] = [
  { types: ['text', 'prediction', 'commitment'], keys: ['nudge', 'smaller'] },
  { types: ['text', 'choice', 'date', 'prediction', 'commitment'], keys: ['share'] },
  { types: ['choice'], keys: ['options', 'follow'] },
  { types: ['scale'], keys: ['scale', 'na', 'name'] },
  { types: ['prediction'], keys: ['fixed', 'suggest_from'] },
  { types: ['prediction', 'commitment', 'choice'], keys: ['resolves'] },
  { types: ['prediction', 'commitment'], keys: ['due_from'] },
  { types: ['commitment'], keys: ['when', 'then', 'by', 'likelihood', 'obstacle'] },
];

/** Keys that mean something in one place only. */
export const PLACE_OF_KEY: Readonly<Record<string, string>> = {
  core: 'questions',
  every_days: 'weekly_scales',
};

/** Places whose question has to be of one type. */
export const FIXED_TYPES = new Map<string, QuestionType>([
  ['advance.next', 'choice'],
  ['advance.stopped', 'text'],
  ['commitment.status', 'choice'],
  ['commitment.next', 'choice'],
  ['commitment.plan', 'commitment'],
  ['prediction.outcome', 'choice'],
  ['prediction.until', 'date'],
  ['prediction.seen', 'text'],
  ['prediction.compared', 'scale'],
  ['prediction.again', 'percent'],
  ['prediction.learned', 'text'],
  ['closing.tell', 'choice'],
]);

/** Choices whose values the program acts upon. */
export const FIXED_VALUES = new Map<string, readonly string[]>([
  ['advance.next', ['next', 'repeat', 'pause', 'stop']],
  ['commitment.status', ['kept', 'partly', 'not-yet', 'let-go']],
  ['commitment.next', ['again', 'smaller', 'different', 'done']],
  ['prediction.outcome', ['yes', 'no', 'partly', 'unclear', 'untested', 'wait']],
]);

/** Places where a condition has nothing to look back on, or where the program alone decides what comes next. */
export const UNCONDITIONAL = /^(?:rotation|advance\.|commitment\.|prediction\.)/;

/** The place in the first question of a review that the plan or the guess takes. */
export const REVIEWED = new Map<string, string>([
  ['commitment.status', 'plan'],
  ['prediction.outcome', 'guess'],
]);
