// The run of coach schedule list, which coach schedule alone does, too.
import { daysAsTyped, timeAsTyped } from '../schedule.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { parseCrontab, scheduledLines, type ScheduledLine } from '../crontab-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { lostReminders } from '../lost-reminders.ts';
import { aboveText, cannotRun, lineInWords, NO_CRON, NOTHING_LISTED } from '../schedule-text.ts';
import { say, type RemindersContext } from './change-crontab.ts';

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
  for (const above of aboveText(text)) say(above, context);
  if (crontab.isObserved() === false) say(NO_CRON, context);
}

/** For another program: number, reminder, time and days. */
function cells(number: number, { job, text }: ScheduledLine): string {
  const { schedule } = job ?? {};
  const shown = schedule
    ? [schedule.reminder, timeAsTyped(schedule), daysAsTyped(schedule.days)]
    : ['', '', '', plainText(text)];
  return `${[number, ...shown].join('\t')}\n`;
}
