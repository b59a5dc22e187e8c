// The page of coach alone, around what is due.
import { type Day, dayWords } from '../../domain/time/day.ts';
import type { Choice } from '../sitting/field-text.ts';
import { counted } from '../text/words.ts';

/** The ways to begin. */
export const BEGIN =
  'coach reflect   answer a set of questions\ncoach checkin   a few numbers and one question about today';

/** Offered once, where there is a plan. */
export const SHOW_PLANS =
  'Show your plans here in your own words? Anyone who sees this screen can read them.';

/** The answers to that. */
export const SHOW_PLANS_CHOICES: readonly Choice<boolean>[] = [
  { value: false, label: 'No, only how many there are', wayOut: true },
  { value: true, label: 'Yes, show them' },
];

/** Where the person would rather not. */
export const PLANS_LATER = 'To change that later: coach config set show-plans yes';

/**
 * When something was written last, where that is long ago.
 *
 * @example
 * lastEntryText('2026-06-03', '2026-11-22') //=> 'Your last entry is from 3 June.'
 */
export function lastEntryText(last: Day, today: Day): string {
  return `Your last entry is from ${dayWords(last, today)}.`;
}

/** Said once a year, and the command for it. */
export const YEAR = ['There is a year to look at:', 'coach report'] as const;

/** The command that lists what was written on this day. */
export const ON_THIS_DAY = 'coach journal --on-this-day';

/**
 * That something was written on this day in earlier years; nothing of it is told.
 *
 * @param years - How many years ago, the latest first; at least one.
 *
 * @example
 * onThisDayText([1]) //=> 'On this day a year ago, you wrote something:'
 * onThisDayText([2, 5]) //=> 'On this day 2 and 5 years ago, you wrote something:'
 */
export function onThisDayText(years: readonly number[]): string {
  const [last = 1, ...others] = years.toReversed();
  const before = others.length === 0 ? '' : `${others.toReversed().join(', ')} and `;
  const when = before === '' && last === 1 ? 'a year' : `${before}${last} years`;
  return `On this day ${when} ago, you wrote something:`;
}

/** What somebody reads who has written nothing yet. */
export const FIRST_MINUTE = `coach asks you about micromanagement, whether it is done to you or you do it yourself, and keeps your answers in files on this computer. You look at one real moment, decide on one small step, and later coach asks you how it went.

Two commands to try:

coach reflect moment   one moment, in about 3 minutes
coach checkin          a few numbers and one question about today`;

/** Said under that in a clone. */
export const ONLY_HERE =
  'npx coach works in this folder. To run coach from any folder, install it; README.md says how.';

/**
 * How long no reminder comes.
 *
 * @example
 * pausedText('2026-11-23', '2026-11-22') //=> 'Reminders are paused until tomorrow.'
 */
export function pausedText(until: Day, today: Day): string {
  return `Reminders are paused until ${dayWords(until, today)}.`;
}

/**
 * The complaint about files that could not be understood, where they are not named.
 *
 * @example
 * unreadText(2) //=> 'coach: 2 files could not be read. To see which: coach journal --limit all\n'
 */
export function unreadText(count: number): string {
  return `coach: ${counted(count, 'file')} could not be read. To see which: coach journal --limit all\n`;
}
