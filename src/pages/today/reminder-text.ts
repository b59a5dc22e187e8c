// The words of reminders, and of what else waits, without a word of what was written.
import type { DueCount } from '../../domain/record/due-counts.ts';
import { counted } from '../text/words.ts';

/** The line that is printed where no desktop shows a notification. */
export const LOOK_BACK_LINE = 'A look back is waiting: coach reflect lookback\n';

/** The last line, where nothing was written for long. */
export const LAST_LINE = 'No more reminders until you write again.\n';

/** The words that a desktop shows, where others may see them. */
export const NOTICE = {
  checkin: 'A question is waiting',
  lookback: 'A look back is waiting',
  last: 'No more reminders until you write again',
} as const;

/**
 * The one line under cron; undefined where nothing waits.
 *
 * @param isWaiting - A check-in waits.
 * @param rest - How much else waits; empty where nothing does.
 *
 * @example
 * reminderText(true, '') //=> 'A check-in is waiting: coach checkin\n'
 * reminderText(true, '1 plan, 2 guesses') //=> 'Waiting: a check-in, 1 plan, 2 guesses. Run: coach\n'
 */
export function reminderText(isWaiting: boolean, rest: string): string | undefined {
  if (rest === '') return isWaiting ? 'A check-in is waiting: coach checkin\n' : undefined;
  return `Waiting: ${isWaiting ? 'a check-in, ' : ''}${rest}. Run: coach\n`;
}

/**
 * The same while the journal is locked: plans and guesses are all that is known of the rest.
 *
 * @example
 * lockedReminderText({ plans: 1, guesses: 0 }) //=> 'Waiting: a check-in, 1 plan. Run: coach\n'
 */
export function lockedReminderText({ plans, guesses }: DueCount): string | undefined {
  const parts = [plans > 0 && counted(plans, 'plan'), guesses > 0 && counted(guesses, 'guess', 'guesses')];
  return reminderText(true, parts.filter(Boolean).join(', '));
}

/**
 * The line after a check-in; empty where nothing else waits.
 *
 * @param isToReview - Only plans and guesses wait.
 *
 * @example
 * restText('2 plans', true) //=> 'Also waiting: 2 plans. Run: coach review\n'
 */
export function restText(rest: string, isToReview: boolean): string {
  return rest === '' ? '' : `Also waiting: ${rest}. Run: coach${isToReview ? ' review' : ''}\n`;
}
