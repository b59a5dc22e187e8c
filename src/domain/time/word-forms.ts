// The forms of words in which people name days, periods and moments.
import { addDays, type Day, withinReach } from './day.ts';
import { addMonths } from './later-month.ts';

/** A form of words, and the meaning it has on a given day. The first that fits and means something counts. */
export type WordForm<T> = readonly [RegExp, (match: RegExpExecArray, today: Day) => T | undefined];

const numbers = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** The pattern of a number in digits, and of one in words: two groups, which `count` reads. */
export const AMOUNT = String.raw`(?:(\d{1,4}) ?|(an?|${numbers.join('|')}) )`;

/**
 * The number that an `AMOUNT` names.
 *
 * @example
 * count('14') //=> 14
 * count(undefined, 'two') //=> 2
 * count(undefined, 'a') //=> 1
 */
export function count(digits: string | undefined, word = ''): number {
  return digits === undefined ? Math.max(1, numbers.indexOf(word) + 1) : Number(digits);
}

/**
 * Words without what does not count in them: case and extra blanks.
 *
 * @example
 * tidy('  Last   Monday') //=> 'last monday'
 */
export function tidy(words: string): string {
  return words.trim().toLowerCase().replace(/\s+/gu, ' ');
}

/**
 * The place of a name in a list, counted from 1; its first three letters or more will do. 0 where it is not there.
 *
 * @example
 * placeAmong(WEEKDAYS, 'thurs') //=> 4
 */
export function placeAmong(names: readonly string[], word: string): number {
  return word.length < 3 ? 0 : names.findIndex((name) => name.toLowerCase().startsWith(word)) + 1;
}

/**
 * The day so many units later, or earlier where the number is negative.
 *
 * @param unit - Days, weeks, months or years, in any form that begins with the same letter.
 * @throws CoachError when that leads out of the years 0001 to 9999.
 *
 * @example
 * shift('2026-11-22', 2, 'weeks') //=> '2026-12-06'
 */
export function shift(day: Day, number: number, unit: string): Day {
  if (unit.startsWith('d')) return addDays(day, number);
  if (unit.startsWith('w')) return addDays(day, 7 * number);
  return addMonths(day, unit.startsWith('m') ? number : 12 * number);
}

/** Leap days are no further apart than eight years. */
const MOST_YEARS_APART = 8;

/**
 * The years that a date may be in: the one that is said; else this one and those before or after it that may be the first to
 * have its day.
 *
 * @example
 * yearsMeant(undefined, '2026-11-22', -1).slice(0, 3) //=> ['2026', '2025', '2024']
 */
export function yearsMeant(said: string | undefined, today: Day, step: 1 | -1): readonly string[] {
  if (said !== undefined) return [said];
  const thisYear = Number(today.slice(0, 4));
  return Array.from({ length: MOST_YEARS_APART + 1 }, (_, n) => String(thisYear + n * step).padStart(4, '0'));
}

/**
 * The meaning of words, by the first form that fits and means something. Words that lead out of the years 0001 to 9999 mean
 * nothing.
 *
 * @example
 * meaningOf([[/^today$/, (_, today) => today]], 'Today', '2026-11-22') //=> '2026-11-22'
 */
export function meaningOf<T>(forms: readonly WordForm<T>[], words: string, today: Day): T | undefined {
  return withinReach(() => {
    for (const [pattern, meaning] of forms) {
      const match = pattern.exec(tidy(words));
      const meant = match === null ? undefined : meaning(match, today);
      if (meant !== undefined) return meant;
    }
    return undefined;
  });
}
