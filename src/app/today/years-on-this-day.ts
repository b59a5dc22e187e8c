// The earlier years in which something was written on the day of today.
import { countingEntries } from '../../domain/entry/copies.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { addDays, type Day, withinReach } from '../../domain/time/day.ts';
import type { EntryIndex } from '../ports/entry-index.ts';

/** A day of an earlier year lies at least so many days back; a week and a month ago do not. */
const YEAR = 365;

/**
 * How many years ago something was written on this day, the latest first. What was too close then is not brought up.
 *
 * @example
 * await yearsOnThisDay(index, '2026-11-22') //=> []
 */
export async function yearsOnThisDay(
  index: Pick<EntryIndex, 'find'>,
  today: Day,
): Promise<readonly number[]> {
  const aYearAgo = withinReach(() => addDays(today, -YEAR));
  if (aYearAgo === undefined) return [];
  const { entries } = await index.find({ onThisDay: today, until: aYearAgo, outline: true });
  const years = countingEntries(entries)
    .filter((entry) => !wasTooClose(entry))
    .map(({ day }) => Number(today.slice(0, 4)) - Number(day.slice(0, 4)));
  return Array.from(new Set(years)).toSorted((one, other) => one - other);
}

function wasTooClose({ answers }: Entry): boolean {
  return answers.some(({ skip }) => skip === 'too-close');
}
