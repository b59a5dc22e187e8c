// Reminders in words: in the list of them, and when one is added or taken out.
import { oneLine, plainText } from '../domain/text/plain-text.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { capital } from '../pages/text/words.ts';
import type { ScheduledLine } from './crontab-text.ts';
import type { LostReminder } from './lost-reminders.ts';
import type { OtherZone } from './other-zone.ts';
import { type AnySchedule, daysAsTyped, type ReminderDays, type Schedule, timeAsTyped } from './schedule.ts';
import { spanAsTyped, spanInWords } from './sync-schedule.ts';
import { WEEKDAYS } from '../domain/time/day.ts';

export const NO_CRON = 'cron does not seem to be running here, and without it nothing comes by itself.';

export const START_CRON = `${NO_CRON} On many systems, this command starts cron now and at every boot (the service may be called crond):\n  sudo systemctl enable --now cron`;

export const NOTHING_SCHEDULED = 'Nothing is scheduled.';

/** With the way to be reminded. */
export const NOTHING_LISTED = `${NOTHING_SCHEDULED} To be reminded to check in:\n  coach schedule add 16:30 --on workdays`;

/** Above the lines as they will stand, or in their place. */
export const NEW_LINES = 'This is what will be in your crontab:\n';
export const NO_LINES = 'There will be no lines from coach left in your crontab.';

export const ASK_TO_WRITE = 'Write it to your crontab?';

export const WRITE_CHOICES: readonly Choice<boolean>[] = [
  { value: true, label: 'Write it' },
  { value: false, label: 'Leave it as it is', wayOut: true },
];

export const NOTHING_WRITTEN = 'Nothing was written.';
export const NOT_SHOWN =
  'These lines cannot be shown, so nothing was written: your crontab and the reminders in it are as they were.';
export const WRITTEN =
  'Written. coach schedule lists your reminders, and coach schedule remove deletes them.';
export const SYNC_WRITTEN = 'Written. coach schedule lists it, and coach schedule remove deletes it.';
export const REMOVED = 'Removed.';

/** A reminder by what it is of. */
export const REMINDER_WORDS = { checkin: 'check-in', lookback: 'look back' } as const;

/**
 * One line of `coach schedule list`, without its number.
 *
 * @example
 * lineInWords({ at: 0, text: '', job }) //=> 'check-in   on workdays at 16:30'
 */
export function lineInWords({ job, text }: ScheduledLine): string {
  if (!job) return `by hand    ${oneLine(plainText(text))}`;
  const { schedule } = job;
  const what = 'every' in schedule ? 'sync' : REMINDER_WORDS[schedule.reminder];
  return `${what.padEnd(9)}  ${whenInWords(schedule)}`;
}

/**
 * How days are said, after what comes on them.
 *
 * @example
 * reminderDaysInWords({ kind: 'week', weekdays: [1, 3, 5] }) //=> 'on Monday, Wednesday and Friday'
 */
export function reminderDaysInWords(days: ReminderDays): string {
  if (days.kind === 'month') return `on the ${ordinal(days.day)} of each month`;
  const said = daysAsTyped(days);
  if (said === 'daily') return 'every day';
  if (said === 'workdays' || said === 'weekends') return `on ${said}`;
  const names = days.weekdays.map((weekday) => WEEKDAYS[weekday - 1] ?? '');
  return `on ${[names.slice(0, -1).join(', '), ...names.slice(-1)].filter((part) => part !== '').join(' and ')}`;
}

/**
 * When a reminder or a sync comes.
 *
 * @example
 * whenInWords(reminder) //=> 'on workdays at 16:30'
 */
export function whenInWords(schedule: AnySchedule): string {
  if ('every' in schedule) return spanInWords(schedule.every);
  return `${reminderDaysInWords(schedule.days)} at ${timeAsTyped(schedule)}`;
}

/**
 * A reminder or a sync, and its time.
 *
 * @example
 * jobInWords(reminder) //=> 'a check-in reminder on workdays at 16:30'
 * jobInWords({ every: 60 }) //=> 'a sync every hour'
 */
export function jobInWords(schedule: AnySchedule): string {
  if ('every' in schedule) return `a sync ${whenInWords(schedule)}`;
  return `a ${REMINDER_WORDS[schedule.reminder].replace(' ', '-')} reminder ${whenInWords(schedule)}`;
}

/**
 * The remark about a line that cannot run any more.
 *
 * @example
 * cannotRun({ number: 1, schedule: job.schedule, file: '/usr/bin/node' }).split('\n')[0]
 * //=> 'Reminder 1 cannot run: /usr/bin/node is gone or cannot be run. To add it again:'
 */
export function cannotRun(lost: LostReminder): string {
  const what = 'every' in lost.schedule ? 'Sync' : 'Reminder';
  return `${what} ${lost.number} cannot run: ${whyLost(lost)}. To add it again:\n  ${addingAnew(lost)}`;
}

/**
 * The remark about a sync that does nothing.
 *
 * @param why - Such as that none is set up.
 *
 * @example
 * inVain(2, 'sync is not set up') //=> 'Sync 2 does nothing: sync is not set up. To remove it: coach schedule remove 2'
 */
export function inVain(number: number, why: string): string {
  return `Sync ${number} does nothing: ${why}. To remove it: coach schedule remove ${number}`;
}

/**
 * Why a reminder cannot run any more.
 *
 * @example
 * whyLost({ number: 1, schedule: job.schedule, file: undefined }) //=> 'its line ends in CR LF'
 */
export function whyLost({ file }: LostReminder): string {
  return file === undefined ? 'its line ends in CR LF' : `${file} is gone or cannot be run`;
}

/**
 * The command that writes a reminder anew.
 *
 * @example
 * addingAnew({ number: 1, schedule: reminder, file: undefined }) //=> 'coach schedule add 16:30 --on workdays'
 * addingAnew({ number: 1, schedule: { every: 30 }, file: undefined }) //=> 'coach schedule add --sync 30m'
 */
export function addingAnew({ schedule }: Pick<LostReminder, 'schedule'>): string {
  if ('every' in schedule) return `coach schedule add --sync ${spanAsTyped(schedule.every)}`;
  const lookback = schedule.reminder === 'lookback' ? ' --lookback' : '';
  return `coach schedule add ${timeAsTyped(schedule)} --on ${daysAsTyped(schedule.days)}${lookback}`;
}

/**
 * The remark about a reminder that is asked for once more.
 *
 * @example
 * thereAlready(job.schedule) //=> 'It is already there: a check-in reminder on workdays at 16:30.'
 */
export function thereAlready(schedule: AnySchedule): string {
  return `It is already there: ${jobInWords(schedule)}.`;
}

/**
 * What a new reminder means.
 *
 * @example
 * addedText(job.schedule).split(':')[0] //=> 'A check-in reminder on workdays at 16'
 */
export function addedText(schedule: AnySchedule): string {
  if ('every' in schedule)
    return `${capital(jobInWords(schedule))}. It never asks you anything, and says nothing unless nothing has come through for a day; then cron mails you a line a day.`;
  return `${capital(jobInWords(schedule))}: a desktop notification, or a line that cron mails to you if there is no desktop. It comes at most once a day, and only while something is waiting.`;
}

/**
 * The remark about paths that the next upgrade leaves behind.
 *
 * @example
 * passingText(['/opt/node-24.1']).split('. ')[0] //=> 'An upgrade may move /opt/node-24.1'
 */
export function passingText(paths: readonly string[]): string {
  return `An upgrade may move ${paths.join(' and ')}. After an upgrade, run this command again; coach schedule list tells you if a reminder can no longer run.`;
}

/**
 * The line about a reminder that goes.
 *
 * @example
 * takenOutText({ at: 0, text: '', job }) //=> 'Removing: check-in on workdays at 16:30'
 */
export function takenOutText(line: ScheduledLine): string {
  return `Removing: ${lineInWords(line).replace(/ {2,}/, ' ')}`;
}

/**
 * The remark for somebody whose own time zone is not that of the machine.
 *
 * @example
 * zoneText(job.schedule, { typed: 'Asia/Tokyo', own: 'Asia/Tokyo', machine: 'UTC', ahead: 540 })
 * //=> "The time follows this machine's clock (UTC). By your clock (TZ is Asia/Tokyo) that is 01:30, the next day. For 16:30 your time, use 07:30."
 */
export function zoneText(schedule: Schedule, { typed, machine, ahead }: OtherZone): string {
  if (ahead === undefined || machine === undefined)
    return `The time follows this machine's clock, but TZ is ${oneLine(typed)} here: check that the two agree.`;
  const said = timeAsTyped(schedule);
  const yours = laterBy(schedule, ahead);
  return `The time follows this machine's clock (${machine}). By your clock (TZ is ${oneLine(typed)}) that is ${timeAsTyped(yours)}${DAY_BESIDE[yours.days]}. For ${said} your time, use ${timeAsTyped(laterBy(schedule, -ahead))}${DAY_BESIDE[laterBy(schedule, -ahead).days]}.`;
}

const DAY_BESIDE = { '-1': ', the day before', '0': '', '1': ', the next day' } as const;

function laterBy(
  { hour, minute }: Schedule,
  minutes: number,
): { readonly hour: number; readonly minute: number; readonly days: -1 | 0 | 1 } {
  const all = hour * 60 + minute + minutes;
  const within = ((all % 1440) + 1440) % 1440;
  return {
    hour: Math.floor(within / 60),
    minute: within % 60,
    days: all < 0 ? -1 : all >= 1440 ? 1 : 0,
  };
}

function ordinal(number: number): string {
  const teens = number >= 11 && number <= 13;
  const ending = teens ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
