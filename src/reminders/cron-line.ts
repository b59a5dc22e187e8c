// The line that coach puts into a crontab: written, read back, and told from others.
import { type Reminder, type ReminderDays, REMINDERS, type Schedule } from './schedule.ts';

/** The command that reminds somebody, with nothing left to the environment that it is run in. */
export interface ReminderCommand {
  /** The variables that say where coach keeps things, as they were set. */
  readonly env: Readonly<Record<string, string>>;
  /** The absolute paths of both programs. */
  readonly node: string;
  readonly coach: string;
}

/** A reminder as it stands in a crontab. */
export interface Job {
  readonly schedule: Schedule;
  readonly command: ReminderCommand;
}

/** The words that coach is called with for a reminder. */
export const REMINDER_ARGUMENTS: Readonly<Record<Reminder, readonly string[]>> = {
  checkin: ['checkin', '--notify'],
  lookback: ['reflect', 'lookback', '--notify'],
};

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
  const words = [...before, node, coach, ...REMINDER_ARGUMENTS[schedule.reminder]];
  if (words.some((word) => /\p{Cc}/u.test(word))) return undefined;
  const { hour, minute, days } = schedule;
  const [dates, weekdays] =
    days.kind === 'month' ? [String(days.day), '*'] : ['*', weekdaysField(days.weekdays)];
  return [minute, hour, dates, '*', weekdays, ...words.map(cronWord)].join(' ');
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
  const [, minute, hour, dates = '', weekdays = '', rest = ''] =
    /^\s*(\d{1,2})\s+(\d{1,2})\s+(\*|\d{1,2})\s+\*\s+(\S+)\s+(.*?)\s*$/s.exec(line) ?? [];
  const days = daysOf(dates, weekdays);
  const words = wordsOf(rest);
  if (!days || !words || Number(minute) > 59 || Number(hour) > 23) return undefined;
  const found = commandOf(words);
  if (!found) return undefined;
  const { reminder, command } = found;
  return { schedule: { reminder, hour: Number(hour), minute: Number(minute), days }, command };
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
): { readonly reminder: Reminder; readonly command: ReminderCommand } | undefined {
  const reminder = REMINDERS.find((one) => {
    const named = REMINDER_ARGUMENTS[one];
    return named.join() === words.slice(-named.length).join();
  });
  if (reminder === undefined) return undefined;
  const before = words.slice(0, -REMINDER_ARGUMENTS[reminder].length);
  const [node, coach] = before.slice(-2);
  const [first, ...variables] = before.slice(0, -2);
  if (node === undefined || coach === undefined) return undefined;
  if (first !== undefined && (first !== '/usr/bin/env' || variables.length === 0)) return undefined;
  const pairs = variables.map((word) => /^(\w+)=(.*)$/s.exec(word));
  if (pairs.includes(null)) return undefined;
  const env = Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? '']));
  return { reminder, command: { env, node, coach } };
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
