// The file of what comes due, in counts: for reminders while an encrypted journal is locked.
import type { DueCount, DueCounts } from '../../domain/record/due-counts.ts';
import { type Day, isDay } from '../../domain/time/day.ts';

/** What is kept in the file. */
export interface DueFile {
  /** The latest day on which a check-in was saved on this machine. */
  readonly checkedIn?: Day | undefined;
  /** What tells the key of the journal from others; absent: of any. */
  readonly key?: string | undefined;
  readonly days: DueCounts;
}

const FORMAT = 1;

/**
 * The file as text.
 *
 * @example
 * printDue({ days: { '2026-12-04': { plans: 1, guesses: 0 } } })
 * //=> '{"format":1,"days":{"2026-12-04":{"plans":1,"guesses":0}}}\n'
 */
export function printDue({ checkedIn, key, days }: DueFile): string {
  return `${JSON.stringify({ format: FORMAT, key, checkedIn, days })}\n`;
}

/**
 * Reads what `printDue` wrote; undefined for anything else.
 *
 * @example
 * parseDue('{"format":1,"days":{"2026-12-04":{"plans":1,"guesses":0}}}')?.days['2026-12-04']?.plans //=> 1
 * parseDue('{"format":2,"days":{}}') //=> undefined
 */
export function parseDue(text: string): DueFile | undefined {
  const value = jsonIn(text);
  if (!isObject(value) || value['format'] !== FORMAT || !isObject(value['days'])) return undefined;
  const days: [Day, DueCount][] = [];
  for (const [day, count] of Object.entries(value['days'])) {
    if (!isDay(day) || !isCount(count)) return undefined;
    days.push([day, { plans: count.plans, guesses: count.guesses }]);
  }
  const { checkedIn, key } = value;
  return {
    ...(typeof checkedIn === 'string' && isDay(checkedIn) && { checkedIn }),
    ...(typeof key === 'string' && { key }),
    days: Object.fromEntries(days),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is DueCount {
  return (
    isObject(value) &&
    [value['plans'], value['guesses']].every((count) => Number.isSafeInteger(count) && Number(count) >= 0)
  );
}
