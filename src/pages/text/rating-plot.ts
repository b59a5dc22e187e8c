// Ratings over time on a screen: as dots in columns of days where these can be drawn, else as numbers.
import type { ScaleEnds } from '../../domain/entry/scale-ends.ts';
import type { Spread } from '../../domain/record/scale-series.ts';
import type { Day } from '../../domain/time/day.ts';
import type { DrawnPage } from './drawing.ts';
import { dotLines, type Rated, rowsOfScale, stemLines } from './plot.ts';
import { type TimeColumns, timeColumns } from './time-columns.ts';
import { WIDEST_LINE } from './wrap.ts';

/** Beside the columns stand a margin, the number of a row, and how many ratings are in it. */
const MARGIN = 10;

/** In numbers, a year of working days is shown; dots show them all. */
const NUMBERS_SHOWN = 260;

/** Said where a direction is not told yet. */
export const TOO_FEW = 'Too few to show a trend.';

/** Ratings of one kind about one name, and the ends of their scale where these are stated. */
interface Plotted {
  readonly own: Rated;
  readonly ends: ScaleEnds | undefined;
}

/** The columns that all plots of a page share, and the words for what they are. */
export interface SharedColumns {
  readonly columns: TimeColumns;
  readonly text: string;
}

/**
 * The columns that some ratings share, so that the same days stand above each other; undefined where none of them are drawn as dots.
 *
 * @example
 * const own = { ratings: [{ day: '2026-11-02', value: 3 }], absentOn: [] };
 * sharedColumns([{ own, ends: undefined }], today, { ...page, drawing: 'fine' })?.text
 * //=> 'Each column is a day; a digit in it is that many ratings, + ten or more. Each row ends with its total.'
 */
export function sharedColumns(
  plotted: readonly Plotted[],
  today: Day,
  { width, drawing }: DrawnPage,
): SharedColumns | undefined {
  if (drawing !== 'fine') return undefined;
  const days = plotted
    .filter(({ own, ends }) => rowsOfScale(valuesOf(own), ends) !== undefined)
    .flatMap(({ own }) => [...own.ratings.map(({ day }) => day), ...own.absentOn])
    .toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const columns = timeColumns(first, last, Math.min(width, WIDEST_LINE) - MARGIN, today);
  return {
    columns,
    text: `Each column is ${spanText(columns.days)}; a digit in it is that many ratings, + ten or more. Each row ends with its total.`,
  };
}

function spanText(days: number): string {
  const [count, unit] = days % 7 === 0 ? [days / 7, 'week'] : [days, 'day'];
  return count === 1 ? `a ${unit}` : `${count} ${unit}s`;
}

function valuesOf({ ratings }: Rated): readonly number[] {
  return ratings.map(({ value }) => value);
}

/**
 * Ratings over time: as dots in columns where there are any and the scale has not too many steps, otherwise in numbers, a year of working days at most.
 *
 * @example
 * const ratings = [{ day: '2026-11-02', value: 3 }, { day: '2026-11-03', value: 2 }];
 * drawnRatings({ ratings, absentOn: [] }, undefined, undefined, today, page) //=> ['Nov  3 2']
 */
export function drawnRatings(
  own: Rated,
  ends: ScaleEnds | undefined,
  shared: SharedColumns | undefined,
  today: Day,
  { width, style }: DrawnPage,
): readonly string[] {
  const rows = rowsOfScale(valuesOf(own), ends);
  if (shared && rows) return dotLines(own, rows, shared.columns, style);
  const latest = own.ratings.slice(-NUMBERS_SHOWN);
  const from = latest[0]?.day ?? '';
  const isCut = latest.length < own.ratings.length;
  const absentOn = isCut ? own.absentOn.filter((day) => day >= from) : own.absentOn;
  return [
    ...(isCut ? [`The latest ${NUMBERS_SHOWN}:`] : []),
    ...stemLines({ ratings: latest, absentOn }, today, width - 2),
  ];
}

/**
 * How some ratings spread.
 *
 * @example
 * spreadText(22, { lowest: 2, highest: 5, middle: 3 }) //=> '22 ratings from 2 to 5, median 3.'
 * spreadText(4, { lowest: 3, highest: 3, middle: 3 }) //=> '4 ratings, all 3.'
 */
export function spreadText(count: number, { lowest, highest, middle }: Spread): string {
  if (lowest === highest) return `${count} ratings, all ${lowest}.`;
  return `${count} ratings from ${lowest} to ${highest}, median ${middle}.`;
}
