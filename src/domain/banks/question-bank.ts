// A bank of questions, and everything that it states about each of them.
import type { Outcome } from './outcome-names.ts';

/** The seats a question may be asked from, closely managed or close to others' work, in the order in which they are offered. */
export const ROLES = ['member', 'manager'] as const;
export type Role = (typeof ROLES)[number];

/** One wording for everybody, or one for each role. */
export type ByRole<T> = T | Readonly<Record<Role, T>>;

/** The kinds of answer that questions take. */
export const QUESTION_TYPES = [
  'text',
  'choice',
  'scale',
  'percent',
  'date',
  'prediction',
  'commitment',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** The safety notes of docs/method.md: talk to a person (boundary), before telling others (sharing), after a heavy one (gentle). */
export const SAFETY_NOTES = ['boundary', 'sharing', 'gentle'] as const;
export type SafetyNote = (typeof SAFETY_NOTES)[number];

/** One answer of a choice. It is stored by `value`, so its label may be reworded. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** A change that is shown once this option is chosen. */
  readonly suggest?: string;
  /** The outcome that choosing this gives to the guess it resolves; `wait` closes nothing. */
  readonly resolves?: Outcome | 'wait';
}

/** Whole numbers from `min` to `max`, with words at both ends. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly low: string;
  readonly high: string;
}

/** Counts over the journal that a question may depend on. */
export interface JournalCounts {
  readonly resolved_predictions: number;
  readonly untested_predictions: number;
  readonly rested_questions: number;
  readonly rested_commitments: number;
}

/** Asked only if the question named by the key was answered with one of the values, or if the count is at least `atLeast`. */
export type Condition =
  | { readonly question: string; readonly values: readonly string[] }
  | { readonly count: keyof JournalCounts; readonly atLeast: number };

/** A made-up answer: a text or a value, or the parts of a plan or a guess. */
export type Sample = string | number | Readonly<Record<string, string | number>>;

/** One question, as every bank states it whatever its place in the bank. */
export interface Question {
  readonly id: string;
  readonly type: QuestionType;
  readonly ask: ByRole<string>;
  /** The reason, shown under the question. */
  readonly why?: string;
  /** Offered once after a short answer or on `?`. */
  readonly nudge?: string;
  /** The reduced form, asked after two skips running. */
  readonly smaller?: string;
  /** Who is asked; absent: both. */
  readonly roles?: readonly Role[];
  /** Belongs to the short version. */
  readonly core: boolean;
  /** Rows of the idea inventory in docs/method.md. */
  readonly ideas: readonly string[];
  readonly options?: readonly Option[];
  readonly scale?: ByRole<Scale>;
  /** Words for "does not apply today"; stored as `na`. */
  readonly na?: string;
  /** Scales: a short name for the ratings; absent: the wording of the question. */
  readonly name?: ByRole<string>;
  /** The wording with places for what the person said before, as `withOwnWords` fills them; absent: it has none. */
  readonly worded?: ByRole<string>;
  /** A made-up answer, as a file of answers gives it; shown on `?` and where a whole sitting is shown filled in. */
  readonly sample?: Sample;
  /** One word can be a whole answer: the nudge waits until it is asked for. */
  readonly oneWord?: boolean;
  /** What is said is meant to be told: it is offered first where answers are shared. With `follow`, the text that follows is meant. */
  readonly share?: boolean;
  /** What is said never leaves: it cannot be shared. */
  readonly private?: boolean;
  /** Questions whose latest answers are shown before this one is asked. */
  readonly recall?: readonly string[];
  /** The wording when there is nothing to recall. */
  readonly askWithoutRecall?: ByRole<string>;
  readonly showIf?: Condition;
  /** The baseline question whose answer is shown after this one is given. */
  readonly repeats?: string;
  /** A ready-made statement, so that only the likelihood is asked (predictions). */
  readonly fixed?: string;
  /** Predictions: the question that closes this one. Choices: the predictions that an answer closes. */
  readonly resolves?: readonly string[];
  /** The text question that comes next once something other than `nobody` is chosen; its id is this one's with `-follow`. */
  readonly follow?: string;
  /** Plans and guesses: the question for a day whose answer is the usual date, in place of the fortnight. */
  readonly dueFrom?: string;
  /** Guesses: the text question whose answer stands there to be taken over or changed. */
  readonly suggestFrom?: string;
  /** Asked only when this many days have passed since it was last answered. */
  readonly everyDays?: number;
  /** Lead-in words of a commitment's parts; absent ones are "When", "I will", "By when …" and "How likely …". */
  readonly when?: string;
  readonly then?: string;
  readonly by?: string;
  readonly likelihood?: string;
  /** The texts that were written in the sitting so far are shown before it. */
  readonly gathers?: boolean;
  /** Plans: the question for what in oneself might get in the way; absent: it is not asked. */
  readonly obstacle?: string;
}

/** One step of a programme: its questions, what to try in between, what to bring back. */
export interface ProgrammeStep {
  readonly id: string;
  /** The week in which it begins, counted from 1, and how many weeks it takes. */
  readonly week: number;
  readonly weeks: number;
  readonly stage: string;
  readonly title: string;
  readonly aim: ByRole<string>;
  readonly ideas: readonly string[];
  readonly questions: readonly Question[];
  readonly between: ByRole<string>;
  readonly evidence: readonly Question[];
  readonly caution?: ByRole<string>;
}

/** A question that is not asked any more. What was answered to it stays, and a sitting that began with it ends with it. */
export interface RetiredQuestion extends Question {
  /** The question that is asked in its place. */
  readonly replacedBy?: string;
}

/** The questions about a commitment or a prediction whose date has come. */
export interface ReviewDialogue {
  readonly commitment?: Questions<'status' | 'kept' | 'partly' | 'notYet' | 'letGo' | 'next' | 'plan'>;
  readonly prediction?: Questions<'outcome' | 'until' | 'seen' | 'compared' | 'again' | 'learned'>;
}

type Questions<Name extends string> = Readonly<Record<Name, Question>>;

/** A question bank: content, checked when it was read. Lists that a bank does not have are empty. */
export interface QuestionBank {
  readonly name: string;
  readonly version: number;
  /** `none`: the bank asks the same of everybody and stores no role. */
  readonly role: Role | 'both' | 'none';
  readonly title: string;
  readonly intro: string;
  /** Whom it is about is asked before the first question, once. */
  readonly asksAbout: boolean;
  readonly safety: readonly SafetyNote[];
  /** Asked first, about the situation itself. */
  readonly context: readonly Question[];
  /** The scales of a check-in: each time, and at an interval. */
  readonly scales: readonly Question[];
  readonly weeklyScales: readonly Question[];
  readonly questions: readonly Question[];
  /** One of these is asked each time, the least recently asked first. */
  readonly rotation: readonly Question[];
  /** One commitment, one prediction, whom to tell. */
  readonly closing: readonly Question[];
  /** A programme: what it is about, its steps, and how it moves on. */
  readonly scope: readonly Question[];
  readonly steps: readonly ProgrammeStep[];
  readonly advance: readonly Question[];
  readonly review: ReviewDialogue;
  readonly retired: readonly RetiredQuestion[];
}

/**
 * The wording or scale for a role. Where the role is unknown, the member's.
 *
 * @example
 * forRole({ manager: 'What did they decide?', member: 'What did you decide?' }, 'member') //=> 'What did you decide?'
 */
export function forRole<T extends string | Scale>(byRole: ByRole<T>, role: Role | null): T {
  if (typeof byRole === 'object' && 'manager' in byRole) return byRole[role ?? 'member'];
  return byRole;
}

/**
 * A role as people write it; null for none, undefined for a word that is no role.
 *
 * @example
 * readRole('micromanaged') //=> 'member'
 */
export function readRole(word: string | null): Role | null | undefined {
  if (word === null) return null;
  const folded = word.trim().toLowerCase();
  if (folded === 'manager' || folded === 'micromanager') return 'manager';
  if (folded === 'member' || folded === 'micromanaged') return 'member';
  return undefined;
}

/**
 * Whether two roles are the same seat; no role stands for either.
 *
 * @example
 * sameSeat('member', null) //=> true
 */
export function sameSeat(one: Role | null, other: Role | null): boolean {
  return one === null || other === null || one === other;
}
