// The reminders in a crontab that cannot run any more.
import type { CrontabText } from './crontab-text.ts';
import { scheduledLines } from './crontab-text.ts';
import type { AnySchedule } from './schedule.ts';
import type { Programs } from './scheduling.ts';

/** A reminder or a sync that cannot run any more. */
export interface LostReminder {
  /** As `coach schedule list` counts, from 1. */
  readonly number: number;
  readonly schedule: AnySchedule;
  /** The program that is gone; without one, the line has an end that cron does not understand. */
  readonly file: string | undefined;
}

/**
 * The lines of coach that name a program which is gone or cannot be run, or that end in CR LF.
 *
 * @example
 * lostReminders(parseCrontab(''), () => true) //=> []
 */
export function lostReminders(text: CrontabText, isThere: Programs['isThere']): readonly LostReminder[] {
  return scheduledLines(text).flatMap(({ at, job }, index): readonly LostReminder[] => {
    if (!job) return [];
    const { node, coach } = job.command;
    const file = !isThere(node, 'run') ? node : !isThere(coach, 'read') ? coach : undefined;
    const isCut = text.lines[at]?.endsWith('\r\n') === true;
    return file === undefined && !isCut ? [] : [{ number: index + 1, schedule: job.schedule, file }];
  });
}
