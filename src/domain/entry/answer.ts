// An answer to a question: what was given, or how it was skipped.
import type { Day } from '../time/day.ts';
import type { QuestionType } from '../banks/question-bank.ts';

/** Why a question was stepped past: no reason given, not today, not my situation, too close right now. */
export const SKIPS = ['passed', 'not-today', 'not-mine', 'too-close'] as const;

export type Skip = (typeof SKIPS)[number];

/** The skips that give a reason. */
export type SkipReason = Exclude<Skip, 'passed'>;

export const SKIP_REASONS: readonly SkipReason[] = SKIPS.filter((skip) => skip !== 'passed');

/** Whether what is expected is hoped for, feared, or neither. */
export const FEELINGS = ['hoped', 'feared', 'neither'] as const;

export type Feeling = (typeof FEELINGS)[number];

/** A guess: what is expected, the sign to tell by, how likely (a share from 0 to 1), and when it will be known. */
export interface Prediction {
  readonly expect: string;
  readonly sign: string | null;
  readonly likelihood: number | null;
  readonly due: Day | null;
  readonly feeling: Feeling | null;
}

/**
 * A plan: when X, I will Y, by D, how likely (a share from 0 to 1). Where it was said: what makes it as likely as that, what in
 * oneself might get in the way, and what one will do then.
 */
export interface Commitment {
  readonly when: string | null;
  readonly then: string;
  readonly by: Day | null;
  readonly likelihood: number | null;
  readonly because?: string;
  readonly obstacle?: string;
  readonly response?: string;
}

/**
 * What is given to a question of each type. A percent is a share from 0 to 1; `legend` is what the value of a choice or a scale
 * meant in the words in which it was offered.
 */
interface GivenTo {
  readonly text: { readonly value: string };
  readonly choice: { readonly value: string; readonly legend?: string };
  readonly scale: { readonly value: number | 'na'; readonly legend?: string };
  readonly percent: { readonly value: number };
  readonly date: { readonly value: Day };
  readonly prediction: { readonly value: Prediction };
  readonly commitment: { readonly value: Commitment };
}

/** What was given to a question, with its type. */
export type Given = { [Type in QuestionType]: { readonly type: Type } & GivenTo[Type] }[QuestionType];

/** A question that was stepped past. */
export interface Skipped {
  readonly type: QuestionType;
  readonly value: null;
  readonly skip: Skip;
}

/**
 * One answer of an entry: the question's id, its wording as it was asked, and what was given or how it was skipped.
 *
 * `closes` and `continues` are references (`<entry id>/<question id>`); `step` names the programme's step; `vague` marks
 * a prediction without a sign that a third person could check.
 */
export type Answer = {
  readonly question: string;
  readonly asked: string;
  readonly closes?: string;
  readonly continues?: string;
  readonly step?: string;
  readonly vague?: true;
} & ((Given & { readonly skip: null }) | Skipped);

/**
 * A share from 0 to 1 as the whole percent that files and JSON hold.
 *
 * @example
 * percentOf(0.7) //=> 70
 */
export function percentOf(share: number): number {
  return Math.round(share * 100);
}

/**
 * A whole percent as the share that the domain computes with; `percentOf(shareOf(n))` is `n`.
 *
 * @example
 * shareOf(70) //=> 0.7
 */
export function shareOf(percent: number): number {
  return percent / 100;
}
