import type { Answer } from './answer.ts';
import { dayOf, isoIn, type Now, parseAt, today } from './calendar.ts';
import { type Entry, NO_EXTRA } from './entry.ts';
import type { Parts } from './field.ts';
import { answersOf, type Sitting } from './sitting.ts';

/** The answers of a sitting that is not finished yet: all that is needed to go on with it, or to keep it as it is. */
export interface Draft extends Omit<Entry, 'written' | 'day' | 'answers' | 'minutes' | 'extra'> {
  /** The questions of its plan, in order. */
  readonly questions: readonly string[];
  readonly answers: readonly Answer[];
  /** The question that was being asked, and what was given to its parts; null when all were asked. */
  readonly current: string | null;
  readonly parts: Parts;
  /** Seconds spent so far, at most ten minutes a question. */
  readonly spent: number;
  /** The moment was named by the person, so that finishing on another day does not move it. */
  readonly backFilled: boolean;
}

/** What a sitting is about to become: everything of the entry that is settled before its first question. */
export type DraftHead = Pick<Draft, 'id' | 'at' | 'zone' | 'tags' | 'backFilled'>;

/** Ten minutes a question at most count as spent, so that a lunch does not (docs/entry-format.md, minutes). */
export const MOST_SECONDS_A_QUESTION = 600;

/**
 * The draft that a sitting leaves at this moment.
 *
 * @param spent - Seconds.
 *
 * @example
 * draftOf(sitting, head, 90).current //=> 'member-felt'
 */
export function draftOf(sitting: Sitting, head: DraftHead, spent: number): Draft {
  const { plan } = sitting;
  return {
    ...head,
    bank: plan.bank.name,
    bankVersion: plan.bank.version,
    title: plan.bank.title,
    role: plan.role,
    about: plan.about,
    questions: plan.questions.map(({ question }) => question.id),
    answers: answersOf(sitting),
    current: sitting.current,
    parts: sitting.parts,
    spent,
  };
}

/**
 * The entry that a draft becomes now. Finished on the day on which it began, or back-filled, it keeps its moment;
 * otherwise it is about now.
 *
 * @param dayEnds - The hour at which a day ends.
 *
 * @example
 * entryFrom(draft, now, 4).written //=> '2026-11-22T09:21:40+01:00'
 */
export function entryFrom(draft: Draft, now: Now, dayEnds: number): Entry {
  const { questions: _questions, current: _current, parts: _parts, spent, backFilled, ...head } = draft;
  const written = isoIn(now.epoch, now.zone);
  const begun = parseAt(draft.at);
  const dayBegun = begun && dayOf(begun, dayEnds);
  const keepsMoment = backFilled || dayBegun === today(now, dayEnds);
  const at = keepsMoment ? draft.at : written;
  return {
    ...head,
    at,
    written,
    day: keepsMoment && dayBegun ? dayBegun : today(now, dayEnds),
    minutes: spent === 0 ? null : Math.max(1, Math.round(spent / 60)),
    extra: NO_EXTRA,
  };
}
