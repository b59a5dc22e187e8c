// Shares and numbers as bars from end to end, drawn with characters.
import type { Bin, Tally } from '../../domain/record/calibration.ts';
import { percentOf } from '../../domain/entry/answer.ts';
import type { Signs } from './drawing.ts';
import type { Style } from './style.ts';

/** Signs at their cells, the one that counts first, and a bar from one cell to another. */
interface Drawn {
  readonly from: number;
  readonly to: number;
  readonly marks: readonly (readonly [cell: number, sign: string])[];
}

function bar({ from, to, marks }: Drawn, { seen, bar: full, empty, columns }: Signs, style: Style): string {
  const drawn = (at: number): string => {
    const sign = marks.find(([cell]) => cell === at)?.[1];
    if (sign !== undefined) return sign === seen ? style.accent(sign) : style.strong(sign);
    return at >= from && at <= to ? style.strong(full) : style.dim(empty);
  };
  return Array.from({ length: columns }, (_, at) => drawn(at)).join('');
}

/** The cell of a share from 0 to 1. */
function cellOf(share: number, { columns }: Signs): number {
  return Math.min(columns - 1, Math.floor((percentOf(share) * columns) / 100));
}

/**
 * One range of likelihoods as a bar from 0 to 100 percent: how far the share of those that happen may reach, the share that did, and
 * what was said on average. Where both fall into one cell, it shows the share that did.
 *
 * @example
 * binBar({ count: 10, happened: 7, mean: 0.78, low: 0.44, high: 0.87 }, signsOf('ascii'), plainStyle)
 * //=> '........======*|==..'
 */
export function binBar(
  { count, happened, mean, low, high }: Pick<Bin, 'count' | 'happened' | 'mean' | 'low' | 'high'>,
  signs: Signs,
  style: Style,
): string {
  const [from, to, seen, said] = [low, high, happened / count, mean].map((share) => cellOf(share, signs));
  const marks = [
    [seen ?? 0, signs.seen],
    [said ?? 0, signs.said],
  ] as const;
  return bar({ from: from ?? 0, to: to ?? 0, marks }, signs, style);
}

/**
 * How many of some guesses came true, from none to all: the numbers that are usual as a bar, how many were expected, and how many it
 * was. Where the last two fall into one cell, it shows how many it was.
 *
 * @example
 * const tally = { count: 7, expected: 4.8, actual: 2, usual: { fewest: 3, most: 6 } };
 * tallyBar(tally, signsOf('ascii'), plainStyle) //=> '.....*..=====|===...'
 */
export function tallyBar(
  { count, expected, actual, usual }: Pick<Tally, 'count' | 'expected' | 'actual' | 'usual'>,
  signs: Signs,
  style: Style,
): string {
  const cell = (number: number): number => Math.round((number / count) * (signs.columns - 1));
  const marks = [
    [cell(actual), signs.seen],
    [cell(expected), signs.said],
  ] as const;
  return bar({ from: cell(usual.fewest), to: cell(usual.most), marks }, signs, style);
}

/**
 * A likelihood before and after, from 0 to 100 percent, and the way between. Where it is the same, it is seen once.
 *
 * @example
 * movedBar({ before: 0.7, after: 0.25 }, signsOf('ascii'), plainStyle) //=> '.....*========o.....'
 */
export function movedBar(
  { before, after }: { readonly before: number; readonly after: number },
  signs: Signs,
  style: Style,
): string {
  const [then, later] = [cellOf(before, signs), cellOf(after, signs)];
  const marks = [
    [later, signs.seen],
    [then, signs.before],
  ] as const;
  return bar({ from: Math.min(then, later), to: Math.max(then, later), marks }, signs, style);
}
