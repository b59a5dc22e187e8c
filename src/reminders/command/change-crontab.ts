// A change of the crontab: shown, asked about and written; and reminders in words.
import { daysAsTyped, type Schedule, reminderDaysInWords, timeAsTyped } from '../schedule.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';
import { type CrontabText, ended, fromBytes, printCrontab, type ScheduledLine } from '../crontab-text.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../../cli/context.ts';
import type { Scheduling } from '../scheduling.ts';

/** How a change of the crontab is to be made: shown only, without asking, or after a yes. */
export interface ChangeOptions {
  readonly dryRun?: true;
  readonly yes?: true;
}

export const NO_CRON = 'No cron was seen running here, and without one nothing comes.';

/** The names of reminders in words. */
export const REMINDER_WORDS = { checkin: 'check-in', lookback: 'look back' } as const;

/** One line of `coach schedule list`, without its number. */
export function lineInWords({ job, text }: ScheduledLine): string {
  if (!job) return `by hand    ${oneLine(plainText(text))}`;
  return `${REMINDER_WORDS[job.schedule.reminder].padEnd(9)}  ${whenInWords(job.schedule)}`;
}

/** For example `on workdays at 16:30`. */
export function whenInWords(schedule: Schedule): string {
  return `${reminderDaysInWords(schedule.days)} at ${timeAsTyped(schedule)}`;
}

/** The command that adds a reminder. */
export function commandFor(schedule: Schedule): string {
  const lookback = schedule.reminder === 'lookback' ? ' --lookback' : '';
  return `coach schedule add ${timeAsTyped(schedule)} --on ${daysAsTyped(schedule.days)}${lookback}`;
}

/** Talk, wrapped to the screen. */
export function say(text: string, { terminal }: RemindersContext): void {
  terminal.err(`${wrap(plainText(text), terminal.width)}\n`);
}

/**
 * Shows what will stand between the marks, asks, and writes it.
 *
 * @param about - What it means, and what there is to know before a yes.
 * @returns Whether it was written.
 * @throws CoachError where there is nobody to ask.
 */
export async function change(
  read: string,
  changed: CrontabText,
  about: readonly string[],
  options: ChangeOptions,
  context: RemindersContext,
): Promise<boolean> {
  const { terminal } = context;
  const prompter = options.yes || options.dryRun ? undefined : await context.prompter();
  if (!prompter && !options.yes && !options.dryRun) {
    throw new CoachError('nothing was written, since there is no terminal to ask in', {
      hint: 'To see it, say --dry-run; to write it, --yes.',
    });
  }
  const { lines, marks } = changed;
  const block = lines.length === 0 ? [] : [marks[0], ...lines, marks[1]];
  if (block.length === 0) say('Your crontab then holds no lines of coach.', context);
  else {
    say('Your crontab then holds these lines of coach:\n', context);
    terminal.out(plainText(fromBytes(block.map(ended).join(''))));
    terminal.err('\n');
  }
  const { crontab } = await context.scheduling();
  for (const text of [...about, ...remarksOn(read, changed)]) say(text, context);
  if (block.length > 0 && crontab.isObserved() === false) {
    say(
      `${NO_CRON} On many systems this starts it, now and later (it may be called crond):\n  sudo systemctl enable --now cron`,
      context,
    );
  }
  const choices = [
    { value: true, label: 'Write it' },
    { value: false, label: 'Leave it as it is', wayOut: true },
  ];
  const isWanted = prompter ? await prompter.choose('Write it to your crontab?', choices) : !options.dryRun;
  if (!isWanted) {
    say('Nothing was written.', context);
    return false;
  }
  await crontab.exchange(read, printCrontab(changed));
  return true;
}

/** Remarks on the crontab around it, where something is not as it ought to be. */
function remarksOn(read: string, { before, after }: CrontabText): readonly string[] {
  const theirs = before + after;
  const count = theirs.match(/[^\n]+/g)?.length ?? 0;
  return [
    ...(count === 0
      ? []
      : [count === 1 ? 'The other line stays as it is.' : `The other ${count} lines stay as they are.`]),
    ...(read !== '' && !read.endsWith('\n')
      ? ['The last line had no end. It is given one, since cron does not read a line without.']
      : []),
    ...(theirs.includes('\r\n')
      ? ['Some of them end in CR LF. Cron takes the CR for a part of the line; they are left so.']
      : []),
    ...(/^[ \t]*(?:CRON_)?TZ[ \t]*=/m.test(before)
      ? ['A line above it sets the time zone, by which some crons count for it, too.']
      : []),
  ];
}

/** The context of every command, and the crontab. */
export interface RemindersContext extends Context {
  /** The crontab of the person, and what it has to name. */
  scheduling(): Promise<Scheduling>;
}
