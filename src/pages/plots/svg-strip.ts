// Ratings as dots over time, a row for each number of their scale.
import { isTold, type Look } from '../../domain/record/looks.ts';
import type { NamedRatings } from '../../domain/record/scale-series.ts';
import { longDay } from '../../domain/time/day.ts';
import {
  across,
  aside,
  axisBelow,
  down,
  fewBeside,
  hint,
  inTurn,
  moreText,
  oneAfterAnother,
  svgPlot,
} from './svg-plot.ts';
import type { TimeAxis } from './time-axis.ts';

/** How far apart rows are, and how far down the first is, in pixels. */
const ROW = 16;
const TOP = 12;

/** Of the tens that differed from all before them, so many are framed. */
const MOST_FRAMED = 3;

/** So many ratings are set against all before them. */
const COMPARED = 10;

/**
 * Ratings about one name as dots over time. No line joins them and nothing is smoothed: of what lies between two days nothing is
 * known. At the right end of a row stands how many there are in it.
 *
 * @param rows - The numbers of the scale, the highest first.
 *
 * @example
 * const own = ratedQuestions(trustRated)[0].names[0];
 * const strip = stripPlot(own, [5, 4, 3, 2, 1], timeAxis('2026-10-01', '2026-10-22'), 'Trust');
 * [...strip].join('').match(/class="dot"/g).length //=> 22
 */
export function stripPlot(
  own: NamedRatings,
  rows: readonly number[],
  axis: TimeAxis,
  name: string,
): Iterable<string> {
  const { ratings, absentOn, looks } = own;
  const [highest = 1, lowest = highest] = [rows[0], rows.at(-1)];
  const yOf = (value: number): number => TOP + (highest - value) * ROW;
  const yAbsent = yOf(lowest) + ROW + 3;
  const base = (absentOn.length > 0 ? yAbsent : yOf(lowest)) + 13;
  const marks = ratings.length + absentOn.length;
  const side = (y: number, label: string, count: number): string =>
    `<text class="value" x="0" dx="-9" y="${y + 4}">${label}</text><text class="count" x="100%" dx="9" y="${y + 4}">${count}</text>`;
  const { shown, more } = fewBeside(ratings, ({ day, value }) => `${day} ${value}`);
  const parts = [
    framed(looks).map((look) => frame(look, own, axis, yOf(lowest) - TOP + 18)),
    rows.map(
      (value) =>
        across('row', 0, 100, yOf(value)) +
        side(yOf(value), String(value), ratings.filter((one) => one.value === value).length),
    ),
    absentOn.length === 0 ? [] : [side(yAbsent, '–', absentOn.length)],
    inTurn(absentOn, (day) =>
      down(
        'absent',
        axis.place(day),
        yAbsent - 4,
        yAbsent + 4,
        hint(`${longDay(day)}: does not apply`, marks),
      ),
    ),
    inTurn(shown, ({ value: { day, value }, beside }) => {
      const at = axis.place(day);
      const shift = beside === 0 ? '' : ` transform="translate(${aside(at, beside)} 0)"`;
      return `<circle class="dot" cx="${at}%" cy="${yOf(value)}" r="3.4"${shift}>${hint(`${longDay(day)}: ${value}`, marks)}</circle>`;
    }),
    inTurn(more, ({ value: { day, value }, count }) => moreText(axis.place(day), yOf(value), count)),
    axisBelow(axis, base),
  ];
  return svgPlot('strip', name, base + 32, oneAfterAnother(parts));
}

/** The latest tens that differed, and the one that was compared last. */
function framed(looks: readonly Look[]): readonly Look[] {
  const told = looks.filter(isTold).slice(-MOST_FRAMED);
  const last = looks.at(-1);
  return last === undefined || isTold(last) ? told : [...told, last];
}

function frame(look: Look, { ratings }: NamedRatings, axis: TimeAxis, height: number): string {
  const ten = ratings.slice(look.compared - COMPARED, look.compared);
  const [from, to] = [axis.place(ten[0]?.day ?? axis.first), axis.place(ten.at(-1)?.day ?? axis.last)];
  const words = isTold(look) ? `ten that were ${look.shift} than all before` : 'the ten compared last';
  const [x, width] = [Math.max(0, from - 0.6), Math.min(100, to + 0.6) - Math.max(0, from - 0.6)];
  return `<rect class="compared${isTold(look) ? ' differed' : ''}" x="${round(x)}%" width="${round(width)}%" y="${TOP - 9}" height="${height}" rx="3">${hint(words, 0)}</rect>`;
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
