// Likelihoods as pictures: every guess as a dot, and bars of what was expected and what happened.
import { percentOf } from '../../domain/entry/answer.ts';
import type { Bin, Tally } from '../../domain/record/calibration.ts';
import type { Guess } from '../../domain/record/scored-predictions.ts';
import { longDay } from '../../domain/time/day.ts';
import { aboutWords } from '../text/words.ts';
import {
  across,
  besideEachOther,
  closerFrom,
  down,
  hint,
  inTurn,
  oneAfterAnother,
  svgBar,
  svgPlot,
} from './svg-plot.ts';

/** More marks than this on a line are no help to the eye. */
const MOST_TICKS = 40;
const QUARTERS = [0, 25, 50, 75, 100];
/** How far down the line of a bar is. */
const MIDDLE = 11;

const share = (part: number): number => Math.round(part * 10_000) / 100;
const dot = (kind: string, at: number): string =>
  `<circle class="${kind}" cx="${at}%" cy="${MIDDLE}" r="4.5"/>`;

/**
 * How many of some guesses came true, on a line from none to all: the numbers that chance would usually give as a bar, what was
 * expected as a stroke, what happened as a dot.
 *
 * @example
 * tallyBar({ count: 5, expected: 3, actual: 1, usual: { fewest: 2, most: 4 } }).includes('<circle class="seen" cx="20%"') //=> true
 */
export function tallyBar({ count, expected, actual, usual }: Omit<Tally, 'chance'>): string {
  const at = (number: number): number => share(number / count);
  const ticks = count > MOST_TICKS ? [0, 100] : Array.from({ length: count + 1 }, (_, number) => at(number));
  return bar(ticks, at(usual.fewest), at(usual.most), at(expected), at(actual));
}

/**
 * The same marks for one range of likelihoods, from 0 to 100 percent: where the share may lie, what was said on average, what
 * happened.
 *
 * @example
 * const bin = { from: 61, to: 80, count: 10, happened: 7, low: 0.44, high: 0.87, mean: 0.72 };
 * rangeBar(bin).includes('<circle class="seen" cx="70%"') //=> true
 */
export function rangeBar({ count, happened, mean, low, high }: Bin): string {
  return bar(QUARTERS, share(low), share(high), share(mean), share(happened / count));
}

function bar(ticks: readonly number[], low: number, high: number, said: number, seen: number): string {
  return svgBar([
    across('row', 0, 100, MIDDLE),
    ...ticks.map((at) => down('tick', at, MIDDLE - 2.5, MIDDLE + 2.5)),
    across('usual', low, high, MIDDLE),
    down('cap', low, MIDDLE - 5, MIDDLE + 5),
    down('cap', high, MIDDLE - 5, MIDDLE + 5),
    down('said', said, MIDDLE - 9, MIDDLE + 9),
    dot('seen', seen),
  ]);
}

/**
 * One number before and another after, on a line from the least to the most that it may be.
 *
 * @param ticks - How many steps the line has.
 *
 * @example
 * movedBar(2, 4, { min: 1, max: 5 }, 4).includes('<circle class="unseen" cx="25%"') //=> true
 */
export function movedBar(
  before: number,
  after: number,
  { min, max }: { readonly min: number; readonly max: number },
  ticks: number,
): string {
  const at = (number: number): number => share((number - min) / (max - min));
  const steps = Array.from({ length: ticks + 1 }, (_, step) =>
    down('tick', share(step / ticks), MIDDLE - 3, MIDDLE + 3),
  );
  return svgBar([
    across('row', 0, 100, MIDDLE),
    ...steps,
    across('moved', at(before), at(after), MIDDLE),
    dot('unseen', at(before)),
    dot('seen', at(after)),
  ]);
}

/** How far apart dots stand in a stack, in pixels. */
const APART = 10;

/**
 * Every scored guess as a dot where its likelihood stands: filled and above the line what happened, open and below it what did not.
 *
 * @example
 * const guess = { day: '2026-11-03', about: 'D.', likelihood: 0.7, happened: true };
 * [...guessPlot([guess], '1 guess')].join('').includes('<circle class="seen" cx="70%"') //=> true
 */
export function guessPlot(
  guesses: readonly Pick<Guess, 'day' | 'about' | 'likelihood' | 'happened'>[],
  name: string,
): Iterable<string> {
  const columnOf = (likelihood: number | null): number => Math.round(percentOf(likelihood ?? 0) / 5) * 5;
  const sides = [true, false].map((happened) =>
    besideEachOther(
      guesses.filter((guess) => guess.happened === happened),
      ({ likelihood }) => String(columnOf(likelihood)),
    ),
  );
  const heights = sides.map((side) => Math.max(1, ...side.map(({ beside }) => beside + 1)));
  const [above = 1, below = 1] = heights;
  const apart = closerFrom(APART, Math.max(above, below));
  const middle = Math.round(8 + above * apart + 4);
  const height = Math.round(middle + 10 + below * apart + 22);
  const counts = sides.map((side) => side.length);
  const around = [
    across('axis', 0, 100, middle),
    `<text class="side" x="0" y="${middle - 6}">happened ${counts[0]}</text>`,
    `<text class="side" x="0" y="${middle + 15}">did not ${counts[1]}</text>`,
    ...QUARTERS.map(
      (at) =>
        `${down('tick', at, middle - 4, middle + 4)}<text class="middle" x="${at}%" y="${height - 4}">${at}%</text>`,
    ),
  ];
  const dots = sides.map((side, number) =>
    inTurn(side, ({ value, beside }) => {
      const { day, about, likelihood } = value;
      const way = number === 0 ? -1 : 1;
      const y = Math.round((middle + way * (9 + beside * apart)) * 10) / 10;
      const became = number === 0 ? 'it happened' : 'it did not happen';
      const words = `${longDay(day)}${aboutWords(about)}, ${percentOf(likelihood ?? 0)}%: ${became}`;
      const kind = number === 0 ? 'seen' : 'unseen';
      return `<circle class="${kind}" cx="${columnOf(likelihood)}%" cy="${y}" r="${apart < 8 ? 2 : 4}">${hint(words, guesses.length)}</circle>`;
    }),
  );
  return svgPlot('guesses', name, height, oneAfterAnother([around, ...dots]));
}
