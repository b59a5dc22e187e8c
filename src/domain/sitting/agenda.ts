// The agenda of a sitting: the questions that it will ask, and what it is drawn up from.
import type { Day } from '../time/day.ts';
import type { AskedQuestion, Parts } from './field.ts';
import type { Followed, FollowedCommitment } from '../record/followed-items.ts';
import type { Earlier, History } from '../record/history.ts';
import type { Recap } from '../record/lookback.ts';
import type { JournalCounts, Option, ProgrammeStep, QuestionBank, Role } from '../banks/question-bank.ts';
import type { QuestionStandings, SteppedPast } from '../record/question-standing.ts';

/** A question as it will be asked in one sitting: its wording settled, and what belongs beside it. */
export interface PlannedQuestion extends AskedQuestion {
  readonly asked: string;
  /** The wording with its places, which `inOwnWords` fills as the sitting goes on; absent: it has none. */
  readonly worded?: string;
  /** Plans and guesses: the usual date, where it is not the fortnight. */
  readonly dueDay?: Day;
  /** Shown before the question is asked. */
  readonly recalled: readonly Earlier[];
  /** Shown after it is answered: the baseline it repeats, and the last answer to the same question. */
  readonly earlier: readonly Earlier[];
  /** The prediction or commitment that an answer closes; where it is too early, the answer moves its date. */
  readonly closes?: string;
  /** The one that goes on with what is given: a plan that takes its place, or a new date. */
  readonly continues?: string;
  /** A text that stands there to be taken over or changed. It is given only once the person sends it off. */
  readonly suggested?: Parts;
  /** The recap that is shown once it is answered. */
  readonly recap?: Recap;
  /** The question that it is about. */
  readonly steppedPast?: SteppedPast;
  /** An answer after which another one is offered in its place. */
  readonly instead?: { readonly of: string; readonly value: string; readonly text: string };
  /** Its options in the order that they have after an answer, and after every other one. */
  readonly inOrder?: {
    readonly after: { readonly question: string; readonly value: string };
    readonly options: readonly Option[];
    readonly otherwise: readonly Option[];
  };
  /** The step of the programme it belongs to. */
  readonly step?: string;
}

/** Which questions of a bank a sitting walks. */
export interface Selection {
  /** Only the core questions. */
  readonly short?: boolean;
  /** Only this one, and what follows it. */
  readonly question?: string;
  /** A step of a programme. */
  readonly step?: string;
  /**
   * In place of the questions of that step: with the scales of the scope, rated before or not (`anew`); what to bring back from
   * it and what comes next (`evidence`); or only the latter (`choice`).
   */
  readonly part?: 'anew' | 'evidence' | 'choice';
  /** Of a debrief, the entry of its conversation; null: of none that is known. */
  readonly conversation?: string | null;
  /** After a long silence: only the question of the rotation. Where none can be asked, the whole check-in. */
  readonly welcomeBack?: boolean;
  /** Exactly these, in this order: a draft that is taken up again, or a file of answers. */
  readonly only?: readonly string[];
}

/** Everything in the journal that an agenda depends on. */
export interface Background {
  readonly history: History;
  /** The history from which answers are recalled and predictions closed, where it is not all of the history: one conversation. */
  readonly conversation?: History;
  /** The plan that rests and is asked about next, where a question is about one. */
  readonly resting?: FollowedCommitment | undefined;
  /** The question that rests and is asked about next. */
  readonly steppedPast?: SteppedPast | undefined;
  /** The recap of a look back, shown after its first question. */
  readonly recap?: Recap;
  /** References that some answer closes already. */
  readonly closed: ReadonlySet<string>;
  readonly counts: JournalCounts;
  readonly standings: QuestionStandings;
  readonly today: Day;
}

/** A sitting before its first question. */
export interface Agenda {
  readonly bank: QuestionBank;
  readonly role: Role | null;
  readonly about: string | null;
  readonly questions: readonly PlannedQuestion[];
  /** About how many minutes it takes; undefined where one question was asked for. */
  readonly minutes?: number;
  readonly step?: ProgrammeStep;
  /** The plan or guess whose outcome is asked for. */
  readonly reviews?: Followed;
  /** The plan on which the guess that is asked about depends. */
  readonly behind?: FollowedCommitment;
  /** It begins anew after a long silence, with one question. */
  readonly welcomeBack?: boolean;
  /** The ids of questions that were answered before it began; they are not counted. */
  readonly settled?: readonly string[];
  /** Where nothing is asked because all of it rests or is retired: the first such question. */
  readonly resting?: string;
}
