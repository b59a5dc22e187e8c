// Ratings and likelihoods drawn with characters.
import { percentOf } from '../../domain/entry/answer.ts';
import type { Bin } from '../../domain/record/calibration.ts';
import type { RatedQuestion } from '../../domain/record/scale-series.ts';
import type { Style } from './style.ts';

/** Every scale that comes with coach goes from 1 to 5. */
const ENDS = { lowest: 1, highest: 5 };

/** Cells from 0 to 100 percent. */
const BAR = 40;

/**
 * Ratings as dots over time, a row for each number of the scale; the latest, where there are more than
 * columns. The ten that are compared stand a little apart.
 *
 * @param columns - How many of them fit beside each other.
 *
 * @example
 * const ratings = [3, 2, 2, 3, 3].map((value) => ({ value }));
 * dotLines({ ratings }, 60, plainStyle)[2] //=> '3  ●··●●'
 */
export function dotLines(
  { ratings, direction }: Pick<RatedQuestion, 'ratings' | 'direction'>,
  columns: number,
  style: Style,
): readonly string[] {
  const values = ratings.map(({ value }) => value);
  const first = Math.max(0, values.length - columns);
  const lowest = Math.min(ENDS.lowest, ...values);
  const highest = Math.max(ENDS.highest, ...values);
  const digits = String(highest).length;
  return Array.from({ length: highest - lowest + 1 }, (_, down) => {
    const row = highest - down;
    const cells = values.slice(first).map((value, at) => {
      const isEdge = direction && [direction.compared - 10, direction.compared].includes(first + at);
      return `${isEdge && at > 0 ? ' ' : ''}${value === row ? style.accent('●') : style.dim('·')}`;
    });
    return `${String(row).padStart(digits)}  ${cells.join('')}`;
  });
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
