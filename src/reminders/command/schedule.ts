// The run of coach schedule list, which coach schedule alone does, too.
import { CoachError } from '../../domain/text/errors.ts';
import type { Job } from '../cron-line.ts';
import { type AnySchedule, daysAsTyped, timeAsTyped } from '../schedule.ts';
import { spanAsTyped } from '../sync-schedule.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { parseCrontab, scheduledLines, type ScheduledLine } from '../crontab-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { lostReminders } from '../lost-reminders.ts';
import { aboveText } from '../crontab-remarks.ts';
import { cannotRun, inVain, lineInWords, NO_CRON, NOTHING_LISTED } from '../schedule-text.ts';
import { say, type RemindersContext } from './change-crontab.ts';
import { hasSamePlaces, placesSet } from './cron-environment.ts';

/** Lists the lines of coach in the crontab, numbered, and tells which name programs that are gone. */
export async function listScheduled(context: RemindersContext): Promise<void> {
  const { terminal } = context;
  const { crontab, programs } = await context.scheduling();
  const text = parseCrontab(await crontab.read());
  const lines = scheduledLines(text);
  for (const [at, line] of lines.entries()) {
    const words = `${at + 1}  ${lineInWords(line)}`;
    terminal.out(terminal.screen ? `${wrap(words, terminal.width)}\n` : cells(at + 1, line));
  }
  if (lines.length === 0) return say(NOTHING_LISTED, context);
  for (const lost of lostReminders(text, programs.isThere)) say(cannotRun(lost), context);
  for (const [at, { job }] of lines.entries())
    if (job && 'every' in job.schedule) await nameIfInVain(at + 1, job, context);
  for (const above of aboveText(text)) say(above, context);
  if (crontab.isObserved() === false) say(NO_CRON, context);
}

/** A sync that was stopped, or of another journal, is called for nothing. */
async function nameIfInVain(number: number, job: Job, context: RemindersContext): Promise<void> {
  // Whether another home is set up cannot be seen from here.
  if (!hasSamePlaces(job, { command: { ...job.command, env: placesSet(context.env) } })) return;
  try {
    await context.requireSync();
  } catch (error) {
    if (!(error instanceof CoachError)) throw error;
    say(inVain(number, error.message), context);
  }
}

/** For another program: number, reminder, time and days. */
function cells(number: number, { job, text }: ScheduledLine): string {
  const { schedule } = job ?? {};
  const shown = schedule ? columnsOf(schedule) : ['', '', '', plainText(text)];
  return `${[number, ...shown].join('\t')}\n`;
}

function columnsOf(schedule: AnySchedule): readonly string[] {
  if ('every' in schedule) return ['sync', spanAsTyped(schedule.every), 'daily'];
  return [schedule.reminder, timeAsTyped(schedule), daysAsTyped(schedule.days)];
}
