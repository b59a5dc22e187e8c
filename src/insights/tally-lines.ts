// Guesses, expected and come true, as bars: the numbers that are usual, and likelihoods that moved.
import type { Tally } from '../domain/record/calibration.ts';
import { movedBar, tallyBar } from '../pages/text/bars.ts';
import { type DrawnPage, type Signs, signsOf } from '../pages/text/drawing.ts';
import { wrap } from '../pages/text/wrap.ts';

/**
 * A sentence about some guesses, and below it the numbers that are usual, as a bar where one can be drawn.
 *
 * @example
 * const tally = { count: 7, expected: 4.8, actual: 2, chance: 0.03, usual: { fewest: 3, most: 6 } };
 * tallyLines(tally, 'You expected about 5.', { ...page, drawing: 'ascii' })
 * //=> ['You expected about 5.', '  .....*..=====|===...  usual: 3 to 6']
 */
export function tallyLines(tally: Tally, text: string, page: DrawnPage): readonly string[] {
  const { width, style, drawing } = page;
  const { fewest, most } = tally.usual;
  const usual = fewest === most ? String(most) : `${fewest} to ${most}`;
  if (drawing === 'none') return [wrap(`${text} If your numbers are right, ${usual} is usual.`, width)];
  const signs = signsOf(drawing);
  const [bar, words] = [`  ${tallyBar(tally, signs, style)}`, `  usual: ${usual}`];
  // Numbers of three digits go below on the narrowest screens.
  const isRoomy = 2 + signs.columns + words.length <= width;
  return [wrap(text, width), ...(isRoomy ? [`${bar}${words}`] : [bar, words])];
}

/**
 * What the signs of these bars are.
 *
 * @example
 * tallyKey(signsOf('ascii'))
 * //=> 'Bars go from none to all: * how many it was, | how many you expected, = what is usual if your numbers are right.'
 */
export function tallyKey({ seen, said, bar }: Signs): string {
  return `Bars go from none to all: ${seen} how many it was, ${said} how many you expected, ${bar} what is usual if your numbers are right.`;
}

/**
 * A likelihood before and after as a bar from 0 to 100 percent; empty where none is drawn.
 *
 * @example
 * movedLines({ before: 0.7, after: 0.25 }, { ...page, drawing: 'ascii' }) //=> ['  0% .....*========o..... 100%']
 */
export function movedLines(
  moved: { readonly before: number; readonly after: number },
  { style, drawing }: DrawnPage,
): readonly string[] {
  return drawing === 'none' ? [] : [`  0% ${movedBar(moved, signsOf(drawing), style)} 100%`];
}

/**
 * What the signs of that bar are.
 *
 * @example
 * movedKey(signsOf('ascii')) //=> 'o at the time, * looking back'
 */
export function movedKey({ seen, before }: Signs): string {
  return `${before} at the time, ${seen} looking back`;
}
