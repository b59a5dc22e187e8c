// Ratings over time, drawn with characters: as dots, or in numbers month by month.
import { type ScaleEnds, USUAL_ENDS } from '../../domain/entry/scale-ends.ts';
import { groupedBy } from '../../domain/record/grouped-by.ts';
import type { NamedRatings } from '../../domain/record/scale-series.ts';
import { type Day, monthTitle } from '../../domain/time/day.ts';
import type { Style } from './style.ts';
import type { TimeColumns } from './time-columns.ts';
import { wrap } from './wrap.ts';

/** Ratings, and the days on which it did not apply. */
export type Rated = Pick<NamedRatings, 'ratings' | 'absentOn'>;

/** A scale with more steps than this is told in numbers. */
const MOST_ROWS = 11;

/**
 * The numbers of a scale, the highest first, each with a row of its own; undefined where they are too many to be drawn.
 *
 * @param ends - Those that are stated anywhere.
 *
 * @example
 * rowsOfScale([2, 4], undefined) //=> [5, 4, 3, 2, 1]
 */
export function rowsOfScale(
  values: readonly number[],
  ends: ScaleEnds = USUAL_ENDS,
): readonly number[] | undefined {
  const [lowest, highest] = [Math.min(ends.min, ...values), Math.max(ends.max, ...values)];
  if (highest - lowest >= MOST_ROWS) return undefined;
  return Array.from({ length: highest - lowest + 1 }, (_, down) => highest - down);
}

/**
 * Ratings as dots over time: a row for each number of the scale, with how many there are at its end, and one for the days on which it
 * did not apply. Of several in one place, a digit says how many; a plus stands for ten and more.
 *
 * @param rows - As `rowsOfScale` gives them.
 *
 * @example
 * const ratings = [3, 2, 2].map((value, at) => ({ day: `2026-11-0${at + 2}`, value }));
 * const columns = timeColumns('2026-11-02', '2026-11-04', 60, '2026-11-22');
 * dotLines({ ratings, absentOn: [] }, [3, 2, 1], columns, plainStyle)
 * //=> ['3  ●··    1', '2  ·●●    2', '1  ···    0', '   2 Nov']
 */
export function dotLines(
  { ratings, absentOn }: Rated,
  rows: readonly number[],
  { count, columnOf, labels }: TimeColumns,
  style: Style,
): readonly string[] {
  const digits = Math.max(...rows.map((row) => String(row).length));
  const rowOf = (name: string, days: readonly Day[]): string => {
    const times = groupedBy(days.map(columnOf), (column) => column);
    const cells = Array.from({ length: count }, (_, at) => {
      const here = times.get(at)?.length ?? 0;
      if (here === 0) return style.dim('·');
      return style.accent(here === 1 ? '●' : here < 10 ? String(here) : '+');
    });
    return `${name.padStart(digits)}  ${cells.join('')}  ${String(days.length).padStart(3)}`;
  };
  return [
    ...rows.map((row) =>
      rowOf(
        String(row),
        ratings.flatMap(({ day, value }) => (value === row ? [day] : [])),
      ),
    ),
    ...(absentOn.length === 0 ? [] : [rowOf('-', absentOn)]),
    ...labels.map((line) => `${' '.repeat(digits + 2)}${style.dim(line)}`),
  ];
}

/**
 * Ratings in the order of time, a line for each month, which can be read aloud as it stands; `-` where it did not apply. What does not
 * fit goes on below.
 *
 * @param today - Months of another year than this day's have theirs.
 * @param columns - How wide a line may be.
 *
 * @example
 * const ratings = [{ day: '2026-04-02', value: 1 }, { day: '2026-04-09', value: 2 }];
 * stemLines({ ratings, absentOn: ['2026-04-08'] }, '2026-11-22', 40) //=> ['Apr  1 - 2']
 */
export function stemLines({ ratings, absentOn }: Rated, today: Day, columns: number): readonly string[] {
  const absent = absentOn.map((day) => ({ day, value: '-' }));
  const inTime = [...ratings, ...absent].toSorted(({ day: one }, { day: other }) =>
    one < other ? -1 : one > other ? 1 : 0,
  );
  const months = Array.from(groupedBy(inTime, ({ day }) => day.slice(0, 7)).values(), (own) => ({
    label: monthLabel(own[0]?.day ?? today, today),
    values: own.map(({ value }) => value).join(' '),
  }));
  const room = Math.max(0, ...months.map(({ label }) => label.length)) + 2;
  return months.flatMap(({ label, values }) =>
    wrap(values, columns - room)
      .split('\n')
      .map((line, at) => (at === 0 ? label : '').padEnd(room) + line),
  );
}

function monthLabel(day: Day, today: Day): string {
  const [month = '', year = ''] = monthTitle(day).split(' ');
  const isThisYear = day.slice(0, 4) === today.slice(0, 4);
  return isThisYear ? month.slice(0, 3) : `${month.slice(0, 3)} ${year}`;
}
