// The refusals of reminders that mean nothing, or that could not run.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { didYouMean } from '../domain/text/nearest.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { unasked } from '../pages/text/words.ts';
import { NOTHING_SCHEDULED } from './schedule-text.ts';
import { spanAsTyped, SYNC_SPANS } from './sync-schedule.ts';

/**
 * The error where nobody can be asked whether the crontab is to be written.
 *
 * @example
 * nobodyToAsk().message //=> 'nothing was written, because there is no terminal to ask you in'
 */
export function nobodyToAsk(): CoachError {
  return new CoachError(unasked('written'), { hint: 'To see it, add --dry-run; to write it, add --yes.' });
}

/**
 * The error of words that are no time of day.
 *
 * @example
 * notATime('late').message //=> '"late" is not a time of day'
 */
export function notATime(words: string): UsageError {
  return new UsageError(`"${oneLine(words)}" is not a time of day`, {
    hint: 'Write it as 16:30, 4:30pm or noon.',
  });
}

/**
 * The error where neither a time nor a sync is asked for.
 *
 * @example
 * noTimeSaid().message //=> 'say when to remind you'
 */
export function noTimeSaid(): UsageError {
  return new UsageError('say when to remind you', {
    hint: 'For example: coach schedule add 16:30. To sync every so often: coach schedule add --sync 30m',
  });
}

/**
 * The error of a span in which no sync can come.
 *
 * @example
 * notASyncSpan('7m').message //=> '--sync does not take "7m"'
 */
export function notASyncSpan(words: string): UsageError {
  return new UsageError(`--sync does not take "${oneLine(words)}"`, {
    hint: `Use one of these: ${SYNC_SPANS.map(spanAsTyped).join(', ')}.`,
  });
}

/**
 * The error of a time or days beside a span.
 *
 * @example
 * syncAlone().message //=> '--sync takes neither a time nor --on or --lookback'
 */
export function syncAlone(): UsageError {
  return new UsageError('--sync takes neither a time nor --on or --lookback', {
    hint: 'To sync every half hour: coach schedule add --sync 30m',
  });
}

/**
 * The error of a look back on days of the week.
 *
 * @example
 * onceAMonth().message //=> 'a look back comes once a month'
 */
export function onceAMonth(): UsageError {
  return new UsageError('a look back comes once a month', {
    hint: 'Give the day of the month, from 1 to 28: --on 1',
  });
}

/**
 * The error of words that are no days.
 *
 * @param near - Those that were likely meant.
 *
 * @example
 * notDays('mnoday', 'monday').hint //=> 'Did you mean monday?'
 */
export function notDays(words: string, near: string | undefined): UsageError {
  return new UsageError(`--on: "${oneLine(words)}" is not a day`, {
    hint:
      near === undefined
        ? 'Use daily, workdays, weekends, days such as mon,wed,fri, or a day of the month from 1 to 28.'
        : didYouMean(near),
  });
}

/**
 * The error of a path that no crontab can hold.
 *
 * @example
 * unholdablePath().hint.split('.')[0] //=> "A path like that can't go in a crontab or unit"
 */
export function unholdablePath(): CoachError {
  return new CoachError('the path to node, to coach or to one of its folders contains a control character', {
    hint: "A path like that can't go in a crontab or unit. Move that file or folder, or give it another name.",
  });
}

/**
 * The error of a coach that will not be there when its time comes.
 *
 * @example
 * inNpxCache().message //=> "this copy of coach is in npx's cache and may vanish"
 */
export function inNpxCache(): CoachError {
  return new CoachError("this copy of coach is in npx's cache and may vanish", {
    hint: 'Install it with npm install --global, and run this again with the installed coach.',
  });
}

/**
 * The error of numbers beside --all.
 *
 * @example
 * oneWayToRemove().hint //=> 'Nothing was changed.'
 */
export function oneWayToRemove(): UsageError {
  return new UsageError('give numbers or --all, not both', {
    hint: 'Nothing was changed.',
  });
}

/**
 * The error where no reminder was chosen.
 *
 * @example
 * nothingToRemove().message //=> 'say which reminders to remove'
 */
export function nothingToRemove(): UsageError {
  return new UsageError('say which reminders to remove', {
    hint: 'Give their numbers from coach schedule list, or use --all.',
  });
}

/**
 * The error of a number that no reminder has.
 *
 * @param count - How many there are.
 *
 * @example
 * noReminder('3', 2).hint //=> 'They are numbered 1 to 2; see: coach schedule list'
 */
export function noReminder(number: string, count: number): UsageError {
  return new UsageError(`there is no reminder ${oneLine(number)}`, {
    hint: count === 0 ? NOTHING_SCHEDULED : `They are numbered 1 to ${count}; see: coach schedule list`,
  });
}
