// A draft: a sitting that is not finished yet, and the entry that it becomes.
import type { Answer } from '../entry/answer.ts';
import { isoIn, type Now, today, dayOf, parseAt } from '../time/moment.ts';
import type { Day } from '../time/day.ts';
import { type Entry, NO_EXTRA } from '../entry/entry.ts';
import type { Followed } from '../record/followed-items.ts';
import { answersOf, begunAnswer, type SittingPlace, type Sitting } from './sitting.ts';

/** The answers of a sitting that is not finished yet: all that is needed to go on with it, or to keep it as it is. */
export interface Draft extends Omit<Entry, 'written' | 'zone' | 'day' | 'minutes' | 'extra'>, SittingPlace {
  /** The questions of its plan, in order, and about how many minutes it takes; null where the bank does not say. */
  readonly questions: readonly string[];
  readonly planMinutes: number | null;
  /** The answer that the parts given so far to the current question make, where they make one. */
  readonly unfinished: Answer | null;
  /** Answers to questions that are not asked as things stand; they come back when their condition holds again. */
  readonly hidden: readonly Answer[];
  readonly spent: Spent;
  /** The plan or guess whose outcome is asked for, where it is a review. */
  readonly reviews?: Pick<Followed, 'reference' | 'kind'> & { readonly day: Day };
  /** The moment was named by the person, so that finishing on another day does not move it. */
  readonly backFilled: boolean;
}

/** Seconds spent so far on each question, by its id; under no id, on the look over. */
export type Spent = Readonly<Record<string, number>>;

/** The head of an entry to be: everything of it that is settled before the first question. */
export type DraftHead = Pick<Draft, 'id' | 'at' | 'tags' | 'backFilled'> & {
  /** Of the bank with whose questions it began, where that is not the one there is now. */
  readonly bankVersion?: number;
};

/** Ten minutes a question at most count as spent, so that a lunch does not (docs/entry-format.md, minutes). */
const MOST_SECONDS_A_QUESTION = 600;

/**
 * The draft that a sitting leaves at this moment.
 *
 * @example
 * const head = { id: 'k3x8m2p9qa', at: '2026-11-22T09:14:05+01:00', tags: [], backFilled: false };
 * draftOf(sitting, head, { 'member-situation': 90 }).current //=> 'member-needs'
 */
export function draftOf(sitting: Sitting, head: DraftHead, spent: Spent): Draft {
  const { agenda, current, parts, field, offer, offered, changing } = sitting;
  const place: SittingPlace = { current, parts, field, offer, offered, changing };
  const { bank, role, about, questions, minutes = null, reviews } = agenda;
  const answers = answersOf(sitting);
  return {
    bankVersion: bank.version,
    ...head,
    bank: bank.name,
    title: bank.title,
    role,
    about,
    questions: questions.map(({ question }) => question.id),
    planMinutes: minutes,
    ...(reviews && { reviews: { reference: reviews.reference, kind: reviews.kind, day: reviews.entry.day } }),
    answers,
    hidden: sitting.answers.filter((answer) => !answers.includes(answer)),
    unfinished: begunAnswer(sitting),
    ...place,
    spent,
  };
}

/**
 * The answers that a draft would be saved with as it is: its own, and the one that was being given, in the order of the plan.
 *
 * @example
 * draftAnswers(draft).map(({ question }) => question) //=> ['member-situation', 'member-felt', 'member-needs']
 */
export function draftAnswers({ answers, unfinished, questions }: Draft): readonly Answer[] {
  if (!unfinished) return answers;
  const place = ({ question }: Answer): number => {
    const index = questions.indexOf(question);
    return index < 0 ? questions.length : index;
  };
  const others = answers.filter(({ question }) => question !== unfinished.question);
  return [...others, unfinished].toSorted((one, other) => place(one) - place(other));
}

/**
 * The entry that a draft becomes now. Finished on the day on which it began, or back-filled, it keeps its moment;
 * otherwise it is about now.
 *
 * @param dayEnds - The hour at which a day ends.
 *
 * @example
 * entryFrom(draft, now, 4).written //=> '2026-11-22T09:14:05+01:00'
 */
export function entryFrom(draft: Draft, now: Now, dayEnds: number): Entry {
  const { id, bank, bankVersion, role, about, tags, title, spent, backFilled } = draft;
  const head = { id, bank, bankVersion, role, about, tags, title };
  const written = isoIn(now.epoch, now.zone);
  const begun = parseAt(draft.at);
  const dayNow = today(now, dayEnds);
  const dayBegun = begun && dayOf(begun, dayEnds);
  const keepsMoment = dayBegun !== undefined && (backFilled || dayBegun === dayNow);
  return {
    ...head,
    at: keepsMoment ? draft.at : written,
    written,
    zone: now.zone.name,
    day: keepsMoment ? dayBegun : dayNow,
    minutes: minutesOf(spent),
    answers: draftAnswers(draft),
    extra: NO_EXTRA,
  };
}

function minutesOf(spent: Spent): number | null {
  const counted = Object.values(spent).map((seconds) => Math.min(seconds, MOST_SECONDS_A_QUESTION));
  const seconds = counted.reduce((sum, one) => sum + one, 0);
  return seconds === 0 ? null : Math.max(1, Math.round(seconds / 60));
}
