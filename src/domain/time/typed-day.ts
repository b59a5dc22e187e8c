// The days that people type, looking back or ahead.
import { addDays, type Day, isDay, twoDigits, weekdayOf, MONTHS, WEEKDAYS } from './day.ts';
import { AMOUNT, count, meaningOf, placeAmong, shift, type WordForm, yearsMeant } from './word-forms.ts';

const days = `${AMOUNT}(days?|d|weeks?|w|months?|years?)`;
const ordinal = String.raw`(\d{1,2})(?:st|nd|rd|th|\.)?`;
const inYear = String.raw`(?:,? (\d{4}))?`;

/** With a month by its name, and the year said or not: the nearest such day in that direction, today included. */
function datedDay(date: string, name: string, year: string | undefined, today: Day, step: 1 | -1) {
  const month = twoDigits(placeAmong(MONTHS, name));
  const fits = (day: Day): boolean => year !== undefined || (step === 1 ? day >= today : day <= today);
  return yearsMeant(year, today, step)
    .map((some) => `${some}-${month}-${twoDigits(date)}`)
    .find((day) => isDay(day) && fits(day));
}

const isoDay: WordForm<Day> = [/^\d{4}-\d\d-\d\d$/, ([text]) => (isDay(text) ? text : undefined)];

const datedForms = (step: 1 | -1): readonly WordForm<Day>[] => [
  [
    new RegExp(`^${ordinal}(?: of)? ([a-z]+)${inYear}$`),
    ([, date = '', name = '', year], today) => datedDay(date, name, year, today, step),
  ],
  [
    new RegExp(`^([a-z]+) ${ordinal}${inYear}$`),
    ([, name = '', date = '', year], today) => datedDay(date, name, year, today, step),
  ],
];

const dayForms: readonly WordForm<Day>[] = [
  isoDay,
  [/^today$/, (_, today) => today],
  [/^yesterday$/, (_, today) => addDays(today, -1)],
  [/^tomorrow$/, (_, today) => addDays(today, 1)],
  [
    /^(last )?([a-z]+)$/,
    ([, last, name = ''], today) => {
      const weekday = placeAmong(WEEKDAYS, name);
      if (weekday === 0) return undefined;
      const back = (weekdayOf(today) - weekday + 7) % 7;
      return addDays(today, last !== undefined && back === 0 ? -7 : -back);
    },
  ],
  [
    new RegExp(`^${days} ago$`),
    ([, digits, word, unit = ''], today) => shift(today, -count(digits, word), unit),
  ],
  ...datedForms(-1),
];

const dueForms: readonly WordForm<Day>[] = [
  isoDay,
  [/^today$/, (_, today) => today],
  [/^tomorrow$/, (_, today) => addDays(today, 1)],
  [/^\d{1,3}$/, ([digits], today) => addDays(today, Number(digits))],
  [
    new RegExp(`^(?:in )?${days}$`),
    ([, digits, word, unit = ''], today) => shift(today, count(digits, word), unit),
  ],
  [
    /^(?:next )?([a-z]+)$/,
    ([, name = ''], today) => {
      const weekday = placeAmong(WEEKDAYS, name);
      return weekday === 0 ? undefined : addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1);
    },
  ],
  ...datedForms(1),
];

/**
 * The one day that words name, looking back: `2026-11-22`, `today`, `yesterday`, `tomorrow`; `monday` (the latest, today
 * included), `last monday` (the latest before today); `3 days ago`, `a week ago`, `two months ago` (the last of the month
 * where it is shorter), `a year ago`; `8 november`, `nov 8th` (the latest that is not to come), `8 nov 2025`.
 *
 * Case and extra blanks do not count; names may be cut to three letters or more. Nothing is guessed: `1/2/2026` is no day.
 *
 * @returns The day, or nothing where the words do not name one in the years 0001 to 9999.
 *
 * @example
 * parseDay('last monday', '2026-11-22') //=> '2026-11-16'
 */
export function parseDay(words: string, today: Day): Day | undefined {
  return meaningOf(dayForms, words, today);
}

/**
 * The day that words name, looking ahead: `2026-12-06`, `today`, `tomorrow`; `7`, `3 days`, `in two weeks`, `in a month`
 * (the last of the month where it is shorter); `friday`, `next friday` (both the next one after today); `8 december` (the
 * next, today included), `8 dec 2026`. A day that is written out may lie in the past; the caller judges that.
 *
 * @returns The day, or nothing where the words do not name one in the years 0001 to 9999.
 *
 * @example
 * parseDueDay('in 2 weeks', '2026-11-22') //=> '2026-12-06'
 */
export function parseDueDay(words: string, today: Day): Day | undefined {
  return meaningOf(dueForms, words, today);
}
