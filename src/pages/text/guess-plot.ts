// Every guess at the likelihood that it was given, drawn with characters: as dots, or in words.
import { percentOf } from '../../domain/entry/answer.ts';
import type { ScoredGuess } from '../../domain/record/calibration.ts';
import { groupedBy } from '../../domain/record/grouped-by.ts';
import type { Drawing } from './drawing.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

/** Likelihoods stand in steps of five percent, two columns each. */
const STEP = 5;
const COLUMNS = (100 / STEP) * 2 + 1;

/** Where more guesses than this stand above each other, they are told in words. */
const MOST_ABOVE = 8;

/** Where more guesses than this were given the same likelihood, they are counted. */
const MOST_IN_WORDS = 20;

/**
 * Every guess at the likelihood that it was given: above the line those that happened, below it those that did not. Where dots cannot be
 * drawn, a line for each likelihood says of one after the other whether it happened, and where that are too many, how many did.
 *
 * @param guesses - In the order in which they were made.
 *
 * @example
 * const guesses = [{ likelihood: 0.7, happened: true }, { likelihood: 0.7, happened: false }, { likelihood: 0.2, happened: false }];
 * guessLines(guesses, 40, 'ascii', plainStyle) //=> ['20%  no', '70%  yes no']
 */
export function guessLines(
  guesses: readonly ScoredGuess[],
  width: number,
  drawing: Drawing,
  style: Style,
): readonly string[] {
  const stacks = [true, false].map((happened) => stacked(guesses.filter((one) => one.happened === happened)));
  const isTall = stacks.some((stack) => stack.rows.length > MOST_ABOVE);
  const [above, below] = stacks;
  if (drawing !== 'fine' || isTall || !above || !below) return stems(guesses, width);
  return [
    ...labelled(above.rows.toReversed(), `happened ${above.count}`, above.rows.length - 1, (row) =>
      row.replaceAll('x', style.accent('●')),
    ),
    style.dim(`${' '.repeat(LABEL)}${AXIS}`),
    ...labelled(below.rows, `did not ${below.count}`, 0, (row) => row.replaceAll('x', '○')),
    style.dim(`${' '.repeat(LABEL)}${PERCENTS}`),
  ];
}

const LABEL = 13;
const AXIS = Array.from({ length: COLUMNS }, (_, at) => (at % 10 === 0 ? '┼' : '─')).join('');
const PERCENTS = '0%       25%       50%       75%      100%';

/** The rows of guesses above each other, each guess an x, from the line on outwards; one empty row where there are none. */
function stacked(guesses: readonly ScoredGuess[]): {
  readonly count: number;
  readonly rows: readonly string[];
} {
  const columns = groupedBy(guesses, ({ likelihood }) => Math.round(percentOf(likelihood) / STEP) * 2);
  const height = Math.max(1, ...Array.from(columns.values(), ({ length }) => length));
  const rows = Array.from({ length: height }, (_, level) =>
    Array.from({ length: COLUMNS }, (_cell, at) => ((columns.get(at)?.length ?? 0) > level ? 'x' : ' '))
      .join('')
      .trimEnd(),
  );
  return { count: guesses.length, rows };
}

function labelled(
  rows: readonly string[],
  label: string,
  at: number,
  drawn: (row: string) => string,
): readonly string[] {
  return rows.map((row, index) => `${(index === at ? label : '').padEnd(LABEL)}${drawn(row)}`.trimEnd());
}

function stems(guesses: readonly ScoredGuess[], width: number): readonly string[] {
  const byPercent = groupedBy(guesses, ({ likelihood }) => percentOf(likelihood));
  const percents = [...byPercent.keys()].toSorted((one, other) => one - other);
  const room = Math.max(0, ...percents.map((percent) => String(percent).length)) + 3;
  const areMany = Array.from(byPercent.values()).some(({ length }) => length > MOST_IN_WORDS);
  return percents.flatMap((percent) => {
    const own = byPercent.get(percent) ?? [];
    const words = areMany
      ? `${own.filter(({ happened }) => happened).length} of ${own.length} happened`
      : own.map(({ happened }) => (happened ? 'yes' : 'no')).join(' ');
    return wrap(words, width - room)
      .split('\n')
      .map((line, at) => (at === 0 ? `${percent}%`.padStart(room - 2) : '').padEnd(room) + line);
  });
}
