// The reminders that cannot run any more, in words for whoever looks at the whole machine.
import { CoachError } from '../domain/text/errors.ts';
import { capital } from '../pages/text/words.ts';
import { parseCrontab } from './crontab-text.ts';
import { lostReminders } from './lost-reminders.ts';
import { addingAnew, jobInWords, whyLost } from './schedule-text.ts';
import type { Scheduling } from './scheduling.ts';

/** A reminder that cannot run any more, and the command that writes it anew. */
export interface ReminderInWords {
  readonly file: string | undefined;
  readonly detail: string;
  readonly command: string;
}

/**
 * The reminders in the crontab that cannot run any more. Where there is no crontab, or one that cannot be understood, there are
 * none: `coach schedule list` says why.
 *
 * @example
 * await seenReminders({ crontab: { read: () => Promise.resolve('') }, programs: { isThere: () => true } }) //=> []
 */
export async function seenReminders({
  crontab,
  programs,
}: {
  readonly crontab: Pick<Scheduling['crontab'], 'read'>;
  readonly programs: Pick<Scheduling['programs'], 'isThere'>;
}): Promise<readonly ReminderInWords[]> {
  try {
    const lost = lostReminders(parseCrontab(await crontab.read()), programs.isThere);
    return lost.map((one) => ({
      file: one.file,
      detail: `${capital(jobInWords(one.schedule))}: ${whyLost(one)}`,
      command: addingAnew(one),
    }));
  } catch (error) {
    if (error instanceof CoachError) return [];
    throw error;
  }
}
