// The lines of the page of coach alone about a year to look at, and about this day in earlier ones.
import { yearsOnThisDay } from '../../app/today/years-on-this-day.ts';
import { isYearToLookAt } from '../../app/today/year-to-look-at.ts';
import type { Found } from '../../app/ports/entry-index.ts';
import type { Day } from '../../domain/time/day.ts';
import { ON_THIS_DAY, onThisDayText, YEAR } from '../../pages/today/due-text.ts';
import { told } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';

/** Both are only for whoever sees the screen; that there is a year to look at is said once, and then not again for a year. */
export async function linesOfYears(
  newest: Found,
  day: Day,
  { index, memory, settings, terminal }: Context,
): Promise<readonly string[]> {
  const years = settings()['on-this-day'] === 'yes' ? await yearsOnThisDay(index(), day) : [];
  const isYear = await isYearToLookAt(index(), newest, memory.yearOn(), day);
  if (isYear) memory.noteYear(day);
  const { width } = terminal;
  return [
    ...(years.length === 0 ? [] : told(onThisDayText(years), ON_THIS_DAY, width)),
    ...(isYear ? told(...YEAR, width) : []),
  ];
}
