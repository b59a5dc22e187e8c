// The periods that people type, looking back.
import { addDays, type Day, isDay, twoDigits, weekdayOf, MONTHS } from './day.ts';
import { addMonths } from './later-month.ts';
import { parseDay } from './typed-day.ts';
import { meaningOf, placeAmong, shift, type WordForm, yearsMeant } from './word-forms.ts';

/** The days from one to another, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

function wholeYear(year: string): Period | undefined {
  return isDay(`${year}-01-01`) ? { from: `${year}-01-01`, to: `${year}-12-31` } : undefined;
}

function wholeMonth(year: string, month: string): Period | undefined {
  const from = `${year}-${month}-01`;
  return isDay(from) ? { from, to: addMonths(`${year}-01-31`, Number(month) - 1) } : undefined;
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));
const weekFrom = (monday: Day): Period => ({ from: monday, to: addDays(monday, 6) });

/** ISO 8601: weeks begin on Monday and belong to the year their Thursday is in, so that week 1 is the one with 4 January. */
function isoWeek(year: string, week: number): Period | undefined {
  if (!isDay(`${year}-01-04`)) return undefined;
  const monday = addDays(mondayOf(`${year}-01-04`), 7 * (week - 1));
  return addDays(monday, 3).startsWith(year) ? weekFrom(monday) : undefined;
}

const periodForms: readonly WordForm<Period>[] = [
  [/^\d{4}$/, ([year]) => wholeYear(year)],
  [/^(\d{4})-(\d\d)$/, ([, year = '', month = '']) => wholeMonth(year, month)],
  [/^(\d{4})-w(\d\d)$/, ([, year = '', week]) => isoWeek(year, Number(week))],
  [
    /^(this|last) (week|month|year)$/,
    ([, which, unit = ''], today) => {
      const day = which === 'last' ? shift(today, -1, unit) : today;
      if (unit === 'week') return weekFrom(mondayOf(day));
      return unit === 'month' ? wholeMonth(day.slice(0, 4), day.slice(5, 7)) : wholeYear(day.slice(0, 4));
    },
  ],
  [
    /^([a-z]+)(?: (\d{4}))?$/,
    ([, name = '', year], today) => {
      const month = twoDigits(placeAmong(MONTHS, name));
      const begun = (some: string): boolean => `${some}-${month}` <= today.slice(0, 7);
      const meant = yearsMeant(year, today, -1).find((some) => year !== undefined || begun(some));
      return meant === undefined ? undefined : wholeMonth(meant, month);
    },
  ],
];

/**
 * The period that words name, looking back: a day as in `parseDay`, or `2026`, `2026-11`, `november` (the latest that has
 * begun), `nov 2026`, `2026-W40`, and `this` or `last` with `week`, `month` or `year`. Weeks are those of ISO 8601: they
 * begin on Monday, and week 1 is the one with 4 January. Periods are whole, also where some of it is still to come.
 *
 * @returns First and last day, or nothing where the words do not name a period in the years 0001 to 9999.
 *
 * @example
 * parsePeriod('last week', '2026-11-22') //=> { from: '2026-11-09', to: '2026-11-15' }
 */
export function parsePeriod(words: string, today: Day): Period | undefined {
  const day = parseDay(words, today);
  return day === undefined ? meaningOf(periodForms, words, today) : { from: day, to: day };
}
