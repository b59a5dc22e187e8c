// Remarks on the crontab around the lines of coach.
import { type CrontabText, scheduledLines, variablesAbove } from './crontab-text.ts';

/**
 * Remarks on the crontab around the lines of coach, where something is not as it ought to be.
 *
 * @param read - The crontab as it is.
 *
 * @example
 * remarksOn('# mine\n', parseCrontab('# mine\n')) //=> ['The other line in your crontab stays as it is.']
 */
export function remarksOn(read: string, changed: CrontabText): readonly string[] {
  const { before, after } = changed;
  const theirs = before + after;
  const count = theirs.match(/[^\n]+/g)?.length ?? 0;
  return [
    ...(count === 0
      ? []
      : [
          count === 1
            ? 'The other line in your crontab stays as it is.'
            : `The other ${count} lines in your crontab stay as they are.`,
        ]),
    ...(read !== '' && !read.endsWith('\n')
      ? ['The last line does not end with a newline. coach adds one; without it, cron would skip the line.']
      : []),
    ...(theirs.includes('\r\n')
      ? [
          'Some of the other lines end in CR LF. cron reads the CR as part of the line; coach leaves it there.',
        ]
      : []),
    ...aboveText(changed),
  ];
}

/**
 * The remarks on variables that are set above lines of coach, and that these do not set themselves.
 *
 * @example
 * aboveText(parseCrontab('SHELL=/bin/sh\n')) //=> []
 */
export function aboveText(text: CrontabText): readonly string[] {
  const jobs = scheduledLines(text).flatMap(({ job }) => job ?? []);
  const names = variablesAbove(text).filter((name) => jobs.some(({ command }) => !(name in command.env)));
  const zones = names.filter((name) => ZONES.includes(name));
  const places = names.filter((name) => PLACES.test(name));
  return [
    ...(zones.length === 0
      ? []
      : [
          'A line above the reminder sets the time zone, and some versions of cron apply that to the reminder too.',
        ]),
    ...(places.length === 0
      ? []
      : [
          `Lines above the reminder set these variables for it too: ${places.join(', ')}. Check that node, coach and your journal can still be found.`,
        ]),
  ];
}

const ZONES = ['TZ', 'CRON_TZ'];

/** What decides how a line is run, and where coach looks for its folders. */
const PLACES = /^(?:HOME|SHELL|PATH|NODE_OPTIONS|COACH_\w+|XDG_\w+)$/;
