// Reminders in words: in the list of them, and when one is added or taken out.
import { oneLine, plainText } from '../domain/text/plain-text.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { capital } from '../pages/text/words.ts';
import { type CrontabText, scheduledLines, type ScheduledLine, variablesAbove } from './crontab-text.ts';
import type { LostReminder } from './lost-reminders.ts';
import type { OtherZone } from './other-zone.ts';
import { daysAsTyped, type ReminderDays, type Schedule, timeAsTyped } from './schedule.ts';
import { WEEKDAYS } from '../domain/time/day.ts';

export const NO_CRON = "cron does not seem to be running here, and without it reminders won't go off.";

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
  return `${REMINDER_WORDS[job.schedule.reminder].padEnd(9)}  ${whenInWords(job.schedule)}`;
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

function whenInWords(schedule: Schedule): string {
  return `${reminderDaysInWords(schedule.days)} at ${timeAsTyped(schedule)}`;
}

/**
 * A reminder and its time.
 *
 * @example
 * reminderInWords(job.schedule) //=> 'a check-in reminder on workdays at 16:30'
 */
export function reminderInWords(schedule: Schedule): string {
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
  return `Reminder ${lost.number} cannot run: ${whyLost(lost)}. To add it again:\n  ${addingAnew(lost)}`;
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
 * addingAnew({ number: 1, schedule: job.schedule, file: undefined }) //=> 'coach schedule add 16:30 --on workdays'
 */
export function addingAnew({ schedule }: Pick<LostReminder, 'schedule'>): string {
  const lookback = schedule.reminder === 'lookback' ? ' --lookback' : '';
  return `coach schedule add ${timeAsTyped(schedule)} --on ${daysAsTyped(schedule.days)}${lookback}`;
}

/**
 * The remark about a reminder that is asked for once more.
 *
 * @example
 * thereAlready(job.schedule) //=> 'It is already there: a check-in reminder on workdays at 16:30.'
 */
export function thereAlready(schedule: Schedule): string {
  return `It is already there: ${reminderInWords(schedule)}.`;
}

/**
 * What a new reminder means.
 *
 * @example
 * addedText(job.schedule).split(':')[0] //=> 'A check-in reminder on workdays at 16'
 */
export function addedText(schedule: Schedule): string {
  return `${capital(reminderInWords(schedule))}: a desktop notification, or a line that cron mails to you if there is no desktop. It comes at most once a day, and only while something is waiting.`;
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
