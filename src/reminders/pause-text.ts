// The words of a pause of all reminders.
import { UsageError } from '../domain/text/errors.ts';
import { type Day, dayWords } from '../domain/time/day.ts';

/**
 * The error of a pause of which the end is not said, or has passed.
 *
 * @example
 * pauseNeedsEnd('').message //=> 'say how long to pause'
 * pauseNeedsEnd('yesterday').message //=> '"yesterday" is not a time in the future'
 */
export function pauseNeedsEnd(words: string): UsageError {
  return new UsageError(words === '' ? 'say how long to pause' : `"${words}" is not a time in the future`, {
    hint: 'For example: coach pause 14d, coach pause 2 weeks, coach pause until 2026-12-10',
  });
}

/**
 * How long the pause is.
 *
 * @example
 * pausedText('2026-11-23', '2026-11-22')
 * //=> 'No reminders on this machine until tomorrow. To end the pause: coach resume'
 */
export function pausedText(until: Day, today: Day): string {
  return `No reminders on this machine until ${dayWords(until, today)}. To end the pause: coach resume`;
}

/**
 * How it is after a pause was ended.
 *
 * @example
 * resumedText(false) //=> 'Reminders were not paused.'
 */
export function resumedText(wasPaused: boolean): string {
  return wasPaused ? 'Reminders are on again.' : 'Reminders were not paused.';
}
