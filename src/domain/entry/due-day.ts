// The day on which a plan or a guess is due, given or by default.
import { DEFAULT_DAY_ENDS } from '../banks/settings.ts';
import type { Day } from '../time/day.ts';
import { dayOf, parseAt } from '../time/moment.ts';
import { laterDay } from '../time/later-day.ts';
import type { Entry } from './entry.ts';

/** Days until a plan or a guess is looked at again, where the person names no other date (docs/method.md, Predictions). */
export const DEFAULT_DUE_DAYS = 14;

/**
 * The day on which a plan or a guess is due that is given without a date.
 *
 * @param day - On which it is given.
 *
 * @example
 * defaultDueDay('2026-11-22') //=> '2026-12-06'
 */
export function defaultDueDay(day: Day): Day {
  return laterDay(day, DEFAULT_DUE_DAYS);
}

/**
 * The same for what stands in an entry without a date: no sitting leaves it out, other programs and a hand may.
 *
 * @example
 * dueWithoutDate({ at: '2026-11-22T09:14:05+01:00', written: '2026-11-22T09:25:40+01:00', day: '2026-11-22' })
 * //=> '2026-12-06'
 */
export function dueWithoutDate(entry: Pick<Entry, 'at' | 'written' | 'day'>): Day {
  return defaultDueDay(dayWritten(entry));
}

/**
 * The day on which an entry was written, in the small hours the one that had not ended yet: its own, unless it was back-filled.
 * Only its own day tells at what hour days end; where it says nothing of that, they end at four.
 *
 * @example
 * dayWritten({ at: '2026-11-22T03:30:00+01:00', written: '2026-11-22T03:40:00+01:00', day: '2026-11-21' }) //=> '2026-11-21'
 * dayWritten({ at: '2026-11-01', written: '2026-11-22T09:25:40+01:00', day: '2026-11-01' }) //=> '2026-11-22'
 */
export function dayWritten({ at, written, day }: Pick<Entry, 'at' | 'written' | 'day'>): Day {
  // Nearly always: there is nothing to understand.
  if (at.slice(0, 10) === written.slice(0, 10)) return day;
  const moment = parseAt(written);
  if (!moment || parseAt(at)?.day === moment.day) return day;
  return dayOf(moment, DEFAULT_DAY_ENDS);
}

/**
 * Whether a date that was given had passed when the entry was written: what is written afterwards is no guess any more. A date
 * that was left out counts from the writing, and the day of writing itself has not passed.
 *
 * @example
 * wasDueWhenWritten(entry, '2026-11-21') //=> true
 */
export function wasDueWhenWritten(entry: Pick<Entry, 'at' | 'written' | 'day'>, due: Day | null): boolean {
  return due !== null && due < dayWritten(entry);
}
