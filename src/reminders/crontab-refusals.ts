// The refusals of a crontab that cannot be read or written.
import { CoachError } from '../domain/text/errors.ts';
import { oneLine } from '../domain/text/plain-text.ts';

const ELSEWHERE =
  'Without crontab, coach schedule add 16:30 --print systemd prints units for systemd, and --print launchd does the same for macOS.';

/**
 * The error of a machine on which the program crontab cannot be started.
 *
 * @param code - As the system gives it.
 *
 * @example
 * cannotStartCrontab('ENOENT').message //=> 'there is no crontab command here'
 * cannotStartCrontab('ENOMEM').message //=> 'crontab cannot be started (ENOMEM)'
 */
export function cannotStartCrontab(code: string, cause?: unknown): CoachError {
  const message =
    code === 'ENOENT' ? 'there is no crontab command here' : `crontab cannot be started (${code})`;
  return new CoachError(message, { hint: ELSEWHERE, cause });
}

/**
 * The error of a person who may have no crontab.
 *
 * @example
 * crontabForbidden().message //=> 'you are not allowed to use crontab on this machine'
 */
export function crontabForbidden(): CoachError {
  return new CoachError('you are not allowed to use crontab on this machine', {
    hint: `Whoever administers the machine can change that in cron.allow or cron.deny.\n  ${ELSEWHERE}`,
  });
}

/**
 * The error of a crontab that cron does not show or does not take.
 *
 * @param why - In the words of the program crontab.
 *
 * @example
 * crontabRefused('read', 'no space\n').message //=> 'the crontab cannot be read: no space'
 */
export function crontabRefused(act: 'read' | 'write', why: string): CoachError {
  const what = act === 'read' ? 'the crontab cannot be read' : 'cron refused the new crontab';
  return new CoachError(`${what}: ${oneLine(why) || 'crontab failed without saying why'}`, {
    hint: 'Your crontab was not changed.',
  });
}

/**
 * The error of a crontab that is not shown byte for byte.
 *
 * @param shown - What stands where a CR may be.
 *
 * @example
 * crontabUnclear('^M').message //=> 'crontab -l shows "^M", which may or may not be a line ending'
 */
export function crontabUnclear(shown: string): CoachError {
  return new CoachError(`crontab -l shows "${shown}", which may or may not be a line ending`, {
    hint: 'Nothing was changed. Take the CR line endings out of your crontab, and try again.',
  });
}

/**
 * The error of a crontab that somebody else writes to.
 *
 * @example
 * crontabChanged().message //=> 'your crontab was changed in the meantime'
 */
export function crontabChanged(): CoachError {
  return new CoachError('your crontab was changed in the meantime', {
    hint: 'Nothing was written. Run the command again to see what it would write now.',
  });
}

/**
 * The error of a crontab that is not what was written.
 *
 * @example
 * crontabDiffers().message //=> 'the crontab does not match what coach wrote'
 */
export function crontabDiffers(): CoachError {
  return new CoachError('the crontab does not match what coach wrote', {
    hint: 'To see what is in it now: crontab -l',
  });
}
