// The schedule of a sync: how often it comes, read from words and said in words.

/** A sync, and how many minutes lie between two. */
export interface SyncSchedule {
  readonly every: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;

/** What divides an hour, or a day into whole hours: cron can say no other. More often than each five minutes nobody needs it. */
export const SYNC_SPANS: readonly number[] = [
  5,
  6,
  10,
  12,
  15,
  20,
  30,
  ...[1, 2, 3, 4, 6, 8, 12, 24].map((hours) => hours * HOUR),
];

/** At night many computers are off. */
const NOON = 12;

/**
 * How often a sync is to come, in minutes.
 *
 * @returns Nothing where the words name no span, or one that cron cannot say.
 *
 * @example
 * parseSyncSpan('30m') //=> 30
 * parseSyncSpan('2 hours') //=> 120
 * parseSyncSpan('7m') //=> undefined
 */
export function parseSyncSpan(words: string): number | undefined {
  const [, count = '', unit = ''] =
    /^(\d{1,4}) ?(m|min|minutes?|h|hours?|d|days?)$/.exec(words.trim().toLowerCase()) ?? [];
  const minutes = Number(count) * (unit.startsWith('m') ? 1 : unit.startsWith('h') ? HOUR : DAY);
  return SYNC_SPANS.find((span) => span === minutes);
}

/**
 * A span as it is written on the command line.
 *
 * @example
 * spanAsTyped(120) //=> '2h'
 */
export function spanAsTyped(every: number): string {
  return every < HOUR ? `${every}m` : `${every / HOUR}h`;
}

/**
 * How often, in words.
 *
 * @example
 * spanInWords(30) //=> 'every 30 minutes'
 * spanInWords(1440) //=> 'every day at 12:00'
 */
export function spanInWords(every: number): string {
  if (every === HOUR) return 'every hour';
  if (every === DAY) return `every day at ${NOON}:00`;
  return every < HOUR ? `every ${every} minutes` : `every ${every / HOUR} hours`;
}

/**
 * The times of a span: the hours of a day and the minutes of an hour at which a sync comes; no hours where it comes in each.
 *
 * @example
 * timesOfSpan(30) //=> { hours: [], minutes: [0, 30] }
 * timesOfSpan(720) //=> { hours: [0, 12], minutes: [0] }
 */
export function timesOfSpan(every: number): {
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
} {
  if (every === DAY) return { hours: [NOON], minutes: [0] };
  const hours = every <= HOUR ? [] : stepsBelow(DAY / HOUR, every / HOUR);
  return { hours, minutes: every < HOUR ? stepsBelow(HOUR, every) : [0] };
}

function stepsBelow(end: number, step: number): readonly number[] {
  return Array.from({ length: end / step }, (_, at) => at * step);
}

/**
 * The fields of minutes and hours in a line of a crontab.
 *
 * @example
 * cronFields(60) //=> '0 *'
 * cronFields(1440) //=> '0 12'
 */
export function cronFields(every: number): string {
  if (every === DAY) return `0 ${NOON}`;
  if (every === HOUR) return '0 *';
  return every < HOUR ? `*/${every} *` : `0 */${every / HOUR}`;
}

/**
 * The span that such fields say, also where somebody put another minute there by hand.
 *
 * @returns Nothing for what no span is written as.
 *
 * @example
 * parseCronFields('17', '*') //=> 60
 * parseCronFields('17', '8,9') //=> undefined
 */
export function parseCronFields(minute: string, hour: string): number | undefined {
  const [, step] = /^\*\/(\d{1,2})$/.exec(minute) ?? [];
  const [, hours] = /^\*\/(\d{1,2})$/.exec(hour) ?? [];
  const isMinute = /^\d{1,2}$/.test(minute) && Number(minute) < HOUR;
  const found = isMinute ? ofHours(hour, hours) : hour === '*' && step !== undefined ? Number(step) : 0;
  return SYNC_SPANS.find((span) => span === found && (isMinute ? span >= HOUR : span < HOUR));
}

function ofHours(hour: string, step: string | undefined): number {
  if (hour === '*') return HOUR;
  if (step !== undefined) return Number(step) * HOUR < DAY ? Number(step) * HOUR : 0;
  return /^\d{1,2}$/.test(hour) && Number(hour) < DAY / HOUR ? DAY : 0;
}
