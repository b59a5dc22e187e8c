// The line that coach puts into a crontab: written, read back, and told from others.
import { type AnySchedule, type Reminder, type ReminderDays, REMINDERS } from './schedule.ts';
import { cronFields, parseCronFields } from './sync-schedule.ts';

/** The command that reminds somebody or syncs, with nothing left to the environment that it is run in. */
export interface ReminderCommand {
  /** The variables that say where coach keeps things, as they were set. */
  readonly env: Readonly<Record<string, string>>;
  /** The absolute paths of both programs. */
  readonly node: string;
  readonly coach: string;
}

/** A reminder or a sync as it stands in a crontab. */
export interface Job {
  readonly schedule: AnySchedule;
  readonly command: ReminderCommand;
}

/** The words that coach is called with for a reminder. */
export const REMINDER_ARGUMENTS: Readonly<Record<Reminder, readonly string[]>> = {
  checkin: ['checkin', '--notify'],
  lookback: ['reflect', 'lookback', '--notify'],
};

const SYNC_ARGUMENTS = ['sync', '--quiet'];

/**
 * The words that coach is called with.
 *
 * @example
 * argumentsOf({ every: 30 }) //=> ['sync', '--quiet']
 */
export function argumentsOf(schedule: AnySchedule): readonly string[] {
  return 'every' in schedule ? SYNC_ARGUMENTS : REMINDER_ARGUMENTS[schedule.reminder];
}

/**
 * A job as a line of a crontab, without its end. It is the same to every shell and every cron: variables go through `env`, words
 * are quoted, and a percent sign stands outside of quotes behind a backslash, which cron takes away, or else the shell.
 *
 * @returns Nothing where a path or variable holds a control character such as a line end: no crontab can hold it.
 *
 * @example
 * cronLine(job) //=> '30 16 * * 1-5 /usr/bin/node /usr/bin/coach checkin --notify'
 */
export function cronLine({ schedule, command: { env, node, coach } }: Job): string | undefined {
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const before = variables.length === 0 ? [] : ['/usr/bin/env', ...variables];
  const words = [...before, node, coach, ...argumentsOf(schedule)];
  if (words.some((word) => /\p{Cc}/u.test(word))) return undefined;
  return [timesField(schedule), ...words.map(cronWord)].join(' ');
}

function timesField(schedule: AnySchedule): string {
  if ('every' in schedule) return `${cronFields(schedule.every)} * * *`;
  const { hour, minute, days } = schedule;
  const [dates, weekdays] =
    days.kind === 'month' ? [String(days.day), '*'] : ['*', weekdaysField(days.weekdays)];
  return [minute, hour, dates, '*', weekdays].join(' ');
}

/**
 * The job in a line that `cronLine` wrote, also where somebody changed its times by hand to others that a schedule can say. Blanks
 * at the ends, and so the CR of a line end, do not count.
 *
 * @returns Nothing for any other line.
 *
 * @example
 * parseCronLine('0 9 1 * * /usr/bin/node /usr/bin/coach reflect lookback --notify')?.schedule.reminder //=> 'lookback'
 */
export function parseCronLine(line: string): Job | undefined {
  const [, minute = '', hour = '', dates = '', weekdays = '', rest = ''] =
    /^\s*(\S+)\s+(\S+)\s+(\*|\d{1,2})\s+\*\s+(\S+)\s+(.*?)\s*$/s.exec(line) ?? [];
  const words = wordsOf(rest);
  const found = words && commandOf(words);
  if (!found) return undefined;
  const { runs, command } = found;
  const schedule =
    runs === 'sync'
      ? syncAt({ minute, hour, dates, weekdays })
      : reminderAt(runs, { minute, hour, dates, weekdays });
  return schedule && { schedule, command };
}

/** The first fields of a line. */
interface Fields {
  readonly minute: string;
  readonly hour: string;
  readonly dates: string;
  readonly weekdays: string;
}

function syncAt({ minute, hour, dates, weekdays }: Fields): AnySchedule | undefined {
  const every = dates === '*' && weekdays === '*' ? parseCronFields(minute, hour) : undefined;
  return every === undefined ? undefined : { every };
}

function reminderAt(reminder: Reminder, { minute, hour, dates, weekdays }: Fields): AnySchedule | undefined {
  const days = daysOf(dates, weekdays);
  const isTime = [minute, hour].every((field) => /^\d{1,2}$/.test(field));
  if (!days || !isTime || Number(minute) > 59 || Number(hour) > 23) return undefined;
  return { reminder, hour: Number(hour), minute: Number(minute), days };
}

/** A word for cron and then a shell. The single quotes of POSIX hold everything but themselves; `%` is kept out of them. */
function cronWord(word: string): string {
  if (word === '') return "''";
  const parts = word.split('%').map(quotedIfNeeded);
  return parts.join(String.raw`\%`);
}

function quotedIfNeeded(text: string): string {
  if (/^[\w/.,:+@=-]*$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The words of a line that `cronWord` could have written; anything that only a shell understands is not read. */
function wordsOf(text: string): readonly string[] | undefined {
  const whole = /^(?:(?:[\w/.,:+@=-]|'[^']*'|\\[%'])+(?: +|$))+$/;
  if (!whole.test(text)) return undefined;
  return Array.from(text.matchAll(/(?:[^\s'\\]|'[^']*'|\\.)+/g), ([word]) =>
    word.replaceAll(/'([^']*)'|\\(.)/g, (_, inside?: string, escaped?: string) => inside ?? escaped ?? ''),
  );
}

function commandOf(
  words: readonly string[],
): { readonly runs: Reminder | 'sync'; readonly command: ReminderCommand } | undefined {
  const calls = (one: Reminder | 'sync'): readonly string[] =>
    one === 'sync' ? SYNC_ARGUMENTS : REMINDER_ARGUMENTS[one];
  const runs = [...REMINDERS, 'sync' as const].find(
    (one) => calls(one).join() === words.slice(-calls(one).length).join(),
  );
  if (runs === undefined) return undefined;
  const before = words.slice(0, -calls(runs).length);
  const [node, coach] = before.slice(-2);
  const [first, ...variables] = before.slice(0, -2);
  if (node === undefined || coach === undefined) return undefined;
  if (first !== undefined && (first !== '/usr/bin/env' || variables.length === 0)) return undefined;
  const pairs = variables.map((word) => /^(\w+)=(.*)$/s.exec(word));
  if (pairs.includes(null)) return undefined;
  const env = Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  return { runs, command: { env, node, coach } };
}

/** Cron counts from Sunday, which is 0. */
function weekdaysField(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return '*';
  const numbers = inOrder(weekdays.map((weekday) => weekday % 7));
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  return last - first >= 2 && last - first + 1 === numbers.length ? `${first}-${last}` : numbers.join(',');
}

function daysOf(dates: string, weekdays: string): ReminderDays | undefined {
  if (dates !== '*') {
    const day = Number(dates);
    return weekdays === '*' && day >= 1 && day <= 28 ? { kind: 'month', day } : undefined;
  }
  const numbers = weekdays === '*' ? [1, 2, 3, 4, 5, 6, 7] : weekdays.split(',').flatMap(numbersIn);
  if (numbers.some((number) => !(number >= 0 && number <= 7))) return undefined;
  const counted = new Set(numbers.map((number) => number || 7));
  return { kind: 'week', weekdays: inOrder([...counted]) };
}

function inOrder(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((one, other) => one - other);
}

function numbersIn(range: string): readonly number[] {
  const [, first, last = first] = /^(\d)(?:-(\d))?$/.exec(range) ?? [];
  const length = Number(last) - Number(first) + 1;
  return length >= 1 ? Array.from({ length }, (_, n) => Number(first) + n) : [Number.NaN];
}
