// Plots as wide as their place, across in percent and down in pixels, so that words keep their size.
import { escaped } from '../text/html-page.ts';
import { shownText } from '../../domain/text/plain-text.ts';
import type { TimeAxis } from './time-axis.ts';

/** So many marks of a plot tell on hovering what they are; with more, the table beside it does. */
export const MOST_HINTS = 400;

/** So many marks of one day and kind stand side by side; of more, their number is told. */
const MOST_BESIDE = 8;

/**
 * A plot with a name for whoever cannot see it. Its table, beside it, holds the same.
 *
 * @returns A piece for each of its parts, between its beginning and its end.
 *
 * @example
 * [...svgPlot('dot', 'One dot', 20, ['<circle class="dot" cx="50%" cy="10" r="3"/>'])][0]
 * //=> '<svg class="plot dot" width="100%" height="20" role="img" aria-label="One dot">'
 */
export function* svgPlot(
  kind: string,
  name: string,
  height: number,
  parts: Iterable<string>,
): Generator<string> {
  yield `<svg class="plot ${kind}" width="100%" height="${height}" role="img" aria-label="${shown(name)}">`;
  for (const part of parts) yield `\n${part}`;
  yield '\n</svg>';
}

/**
 * What is made of values, each when its turn comes: a plot of thousands of marks is never held as a whole.
 *
 * @example
 * [...inTurn([3, 5], (number) => `<b>${number}</b>`)] //=> ['<b>3</b>', '<b>5</b>']
 */
export function* inTurn<Value, Made>(values: Iterable<Value>, make: (value: Value) => Made): Generator<Made> {
  for (const value of values) yield make(value);
}

/**
 * Parts of several kinds, one after the other.
 *
 * @example
 * [...oneAfterAnother([['a', 'b'], ['c']])] //=> ['a', 'b', 'c']
 */
export function* oneAfterAnother<Part>(all: Iterable<Iterable<Part>>): Generator<Part> {
  for (const parts of all) yield* parts;
}

/**
 * A bar beside words that say all of it, so that it is passed over by whoever cannot see it.
 *
 * @example
 * svgBar(['<circle cx="50%" cy="11" r="5"/>']).split('\n')[0]
 * //=> '<svg class="bar" width="100%" height="22" aria-hidden="true" focusable="false">'
 */
export function svgBar(parts: readonly string[]): string {
  return `<svg class="bar" width="100%" height="22" aria-hidden="true" focusable="false">
${parts.join('')}
</svg>`;
}

/**
 * The words that show where a mark is pointed at; none where there are too many marks.
 *
 * @example
 * hint('1 May: 3', 12) //=> '<title>1 May: 3</title>'
 * hint('1 May: 3', 1200) //=> ''
 */
export function hint(words: string, marks: number): string {
  return marks > MOST_HINTS ? '' : `<title>${shown(words)}</title>`;
}

/**
 * A text as it is shown on a page, without marks that are not seen.
 *
 * @example
 * shown('D. & \u202eK.') //=> 'D. &amp; K.'
 */
export function shown(text: string): string {
  return escaped(shownText(text));
}

/**
 * A line from one place across to another.
 *
 * @example
 * across('row', 0, 100, 12) //=> '<line class="row" x1="0%" x2="100%" y1="12" y2="12"/>'
 */
export function across(kind: string, from: number, to: number, y: number): string {
  return `<line class="${kind}" x1="${from}%" x2="${to}%" y1="${y}" y2="${y}"/>`;
}

/**
 * A line straight down.
 *
 * @example
 * down('tick', 50, 2, 8) //=> '<line class="tick" x1="50%" x2="50%" y1="2" y2="8"/>'
 */
export function down(kind: string, x: number, from: number, to: number, words = ''): string {
  const end = words === '' ? '/>' : `>${words}</line>`;
  return `<line class="${kind}" x1="${x}%" x2="${x}%" y1="${from}" y2="${to}"${end}`;
}

/**
 * The ticks and words of an axis, below a plot.
 *
 * @param y - How far down its line is.
 *
 * @example
 * axisBelow(timeAxis('2026-11-02', '2026-11-22'), 40).length //=> 5
 */
export function axisBelow({ ticks }: TimeAxis, y: number): readonly string[] {
  const label = (kind: string, at: number, below: number, words: string): string =>
    words === '' ? '' : `<text class="${kind}" x="${at}%" dx="3" y="${y + below}">${words}</text>`;
  return [
    across('axis', 0, 100, y),
    ...ticks.map(({ at, label: words, short, year }, index) => {
      const next = ticks.slice(index + 1).find((tick) => tick.year !== '');
      // Two years need some room between them.
      const isCrowded = next !== undefined && next.at - at < YEAR_APART;
      return [
        down('tick', at, y, y + 5),
        ...(words === short
          ? [label('label', at, 14, words)]
          : [label('wide', at, 14, words), label('narrow', at, 14, short)]),
        label(isCrowded ? 'wide' : 'label', at, 28, year),
      ].join('');
    }),
  ];
}

/** The percent of the width that a year takes on a phone. */
const YEAR_APART = 14;

/** A value and its number among those at the same place. */
interface Beside<Value> {
  readonly value: Value;
  readonly beside: number;
}

/**
 * Values, each with its number among those before it that would stand in the same place.
 *
 * @example
 * besideEachOther(['2 May', '3 May', '2 May'], (day) => day).map(({ beside }) => beside) //=> [0, 0, 1]
 */
export function besideEachOther<Value>(
  values: readonly Value[],
  placeOf: (value: Value) => string,
): readonly Beside<Value>[] {
  const seen = new Map<string, number>();
  return values.map((value) => {
    const place = placeOf(value);
    const beside = seen.get(place) ?? 0;
    seen.set(place, beside + 1);
    return { value, beside };
  });
}

/** How high rows may grow, in pixels, before they come closer, and how close they may come. */
const HIGHEST = 320;
const CLOSEST = 3;

/**
 * How far apart some rows are, in pixels, so that many of them do not make a plot higher than a screen.
 *
 * @param most - Where there are few.
 *
 * @example
 * closerFrom(13, 4) //=> 13
 * closerFrom(13, 64) //=> 5
 */
export function closerFrom(most: number, rows: number): number {
  return Math.min(most, Math.max(CLOSEST, HIGHEST / rows));
}

/**
 * The first of the values of each place, each with its number among them, and how many more there are in a place.
 *
 * @example
 * fewBeside(Array.from({ length: 10 }, () => '2 May'), (day) => day).more //=> [{ value: '2 May', count: 2 }]
 */
export function fewBeside<Value>(
  values: readonly Value[],
  placeOf: (value: Value) => string,
): {
  readonly shown: readonly Beside<Value>[];
  readonly more: readonly { readonly value: Value; readonly count: number }[];
} {
  const all = besideEachOther(values, placeOf);
  const last = new Map(all.map((one) => [placeOf(one.value), one]));
  return {
    shown: all.filter(({ beside }) => beside < MOST_BESIDE),
    more: Array.from(last.values(), ({ value, beside }) => ({
      value,
      count: beside + 1 - MOST_BESIDE,
    })).filter(({ count }) => count > 0),
  };
}

/**
 * How many more marks there are in a place than are shown.
 *
 * @example
 * moreText(10, 8, 2) //=> '<text class="more" x="10%" dx="40" y="12">+2</text>'
 */
export function moreText(at: number, y: number, count: number): string {
  const end = at > NEAR_THE_END ? 'more value' : 'more';
  return `<text class="${end}" x="${at}%" dx="${aside(at, MOST_BESIDE)}" y="${y + 4}">+${count}</text>`;
}

/** From here on, in percent, the marks of a day and their number would leave a phone's screen. */
const NEAR_THE_END = 70;

/**
 * How far, in pixels, a mark stands from its place so that it is seen beside those of the same place: to the left where the plot ends.
 *
 * @example
 * aside(10, 2) //=> 10
 * aside(96, 2) //=> -10
 */
export function aside(at: number, beside: number): number {
  return (at > NEAR_THE_END ? -5 : 5) * beside;
}
