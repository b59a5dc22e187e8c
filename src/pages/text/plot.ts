// Ratings and likelihoods drawn with characters.
import { percentOf } from '../../domain/entry/answer.ts';
import type { Bin } from '../../domain/record/calibration.ts';
import { groupedBy } from '../../domain/record/grouped-by.ts';
import type { Rating } from '../../domain/record/looks.ts';
import { type Day, monthTitle } from '../../domain/time/day.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

/** Every scale that comes with coach goes from 1 to 5. */
const ENDS = { lowest: 1, highest: 5 };

/** Cells from 0 to 100 percent. */
const BAR = 40;

/**
 * Ratings as dots over time, a row for each number of the scale; the latest, where there are more than
 * columns. The ten that were compared stand a little apart.
 *
 * @param compared - How many ratings, from the first on, were looked at the last time; 0 where none were.
 * @param columns - How many of them fit beside each other.
 *
 * @example
 * dotLines([3, 2, 2, 3, 3], 0, 60, plainStyle)[2] //=> '3  ●··●●'
 */
export function dotLines(
  values: readonly number[],
  compared: number,
  columns: number,
  style: Style,
): readonly string[] {
  const first = Math.max(0, values.length - columns);
  const lowest = Math.min(ENDS.lowest, ...values);
  const highest = Math.max(ENDS.highest, ...values);
  const digits = String(highest).length;
  return Array.from({ length: highest - lowest + 1 }, (_, down) => {
    const row = highest - down;
    const cells = values.slice(first).map((value, at) => {
      const isEdge = compared > 0 && [compared - 10, compared].includes(first + at);
      return `${isEdge && at > 0 ? ' ' : ''}${value === row ? style.accent('●') : style.dim('·')}`;
    });
    return `${String(row).padStart(digits)}  ${cells.join('')}`;
  });
}

/**
 * Ratings in the order of time, a line for each month, which can be read aloud as it stands. What does not fit goes on below.
 *
 * @param today - Months of another year than this day's have theirs.
 * @param columns - How wide a line may be.
 *
 * @example
 * stemLines([{ day: '2026-04-02', value: 1 }, { day: '2026-04-09', value: 2 }], '2026-11-22', 40) //=> ['Apr  1 2']
 */
export function stemLines(ratings: readonly Rating[], today: Day, columns: number): readonly string[] {
  const months = Array.from(groupedBy(ratings, ({ day }) => day.slice(0, 7)).values(), (own) => ({
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

/**
 * One range of likelihoods as a bar from 0 to 100 percent: how far the share of those that happen may reach,
 * the share that did, and what was said on average. Where both fall into one cell, it shows the share that
 * did.
 *
 * @example
 * binBar({ from: 61, to: 80, count: 10, happened: 7, mean: 0.75, low: 0.44, high: 0.87 }, plainStyle)
 * //=> '·················━━━━━━━━━━━●━│━━━━·····'
 */
export function binBar({ count, happened, mean, low, high }: Bin, style: Style): string {
  const cellOf = (share: number): number => Math.min(BAR - 1, Math.floor(percentOf(share) * (BAR / 100)));
  const [from, to, seen, said] = [low, high, happened / count, mean].map(cellOf);
  return Array.from({ length: BAR }, (_, at) => {
    if (at === seen) return style.accent('●');
    if (at === said) return style.strong('│');
    return at >= (from ?? 0) && at <= (to ?? 0) ? style.strong('━') : style.dim('·');
  }).join('');
}
