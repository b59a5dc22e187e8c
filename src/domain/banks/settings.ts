// The settings of a person: their keys, and what counts where one is not set.
import { type Day, weekdayOf } from '../time/day.ts';
import type { Role } from './question-bank.ts';

/** The things that a person has set once. Every key may be missing from the file. */
export interface Settings {
  /** Whose seat the questions are asked from; `both` asks each time. */
  readonly role?: Role | 'both';
  /** Whom the sittings are about, unless said otherwise. */
  readonly about?: string;
  /** The journal folder, where it is not the platform's own. */
  readonly journal?: string;
  /** The command that opens an editor, before `VISUAL` and `EDITOR`. */
  readonly editor?: string;
  /** The hour at which a day ends, 0 to 23. */
  readonly 'day-ends'?: number;
  /** The days on which a check-in is reminded of; every day unless set. */
  readonly 'checkin-days'?: CheckInDays;
  /** Drafts lie inside the journal folder, and no index is kept outside it: for a folder that the system encrypts. */
  readonly 'keep-inside'?: boolean;
  /** Plans stand in their words on the page of `coach` alone; only how many there are unless set. */
  readonly 'show-plans'?: 'yes' | 'no';
  /** The page of `coach` alone says where something was written on this day in an earlier year; it does not unless set. */
  readonly 'on-this-day'?: 'yes' | 'no';
  /** How long a text is kept that an edit replaced; 90 days unless set. */
  readonly 'keep-versions'?: KeepVersions;
  /** Of an encrypted journal, how many plans and guesses come due on which day is kept readable, for reminders; it is unless set. */
  readonly 'remember-due'?: 'yes' | 'no';
  /** Where sync is set up: after each change, which it is unless set, or only when somebody says so. */
  readonly sync?: 'after' | 'by-hand';
  /** The e-mail address that stands in what a sync sends; none of the person's unless set. */
  readonly 'sync-author'?: string;
  /** Questions line by line, for screen readers and simple terminals. */
  readonly plain?: boolean;
}

/** Days such as `90d`, or a word. */
export type KeepVersions = `${number}d` | 'forever' | 'no';

/** The days that check-ins may be for. */
export type CheckInDays = 'workdays' | 'every day';

/** People who write after midnight mean the day that has not ended for them yet. */
export const DEFAULT_DAY_ENDS = 4;

/**
 * The hour at which a day ends.
 *
 * @example
 * dayEnds({}) //=> 4
 */
export function dayEnds(settings: Settings): number {
  return settings['day-ends'] ?? DEFAULT_DAY_ENDS;
}

/**
 * Whether a check-in is to be reminded of on a day: with `workdays`, not on Saturday and Sunday. One can be made on any day.
 *
 * @example
 * isCheckInDay({ 'checkin-days': 'workdays' }, '2026-11-22') //=> false
 */
export function isCheckInDay(settings: Settings, day: Day): boolean {
  return settings['checkin-days'] !== 'workdays' || weekdayOf(day) <= FRIDAY;
}

const FRIDAY = 5;
