// How pictures made of characters are drawn on a screen, and the signs they are made of.
import type { Page } from './wrap.ts';

/**
 * How pictures are drawn: with the signs of a wide screen, with signs that every terminal has, or not at all, where the screen is read
 * aloud. Words say the same in any case.
 */
export type Drawing = 'fine' | 'ascii' | 'none';

/** A screen on which pictures can be drawn. */
export interface DrawnPage extends Page {
  readonly drawing: Drawing;
}

/** From this width on there is room for pictures. */
const WIDTH_FOR_PICTURES = 60;

/** In these languages, terminals give the signs of pictures two columns or one, and nobody can tell which. */
const WIDE_SIGNS = /^(?:zh|ja|ko)(?:[_.@-]|$)/i;

/** A terminal that has other signs says so behind the language; most that say nothing have them all. */
const OTHER_SIGNS = /\.(?!utf-?8\b)/i;

/**
 * How pictures are drawn on a screen: finely where it is wide and has colours, unless its signs may have another width or be missing.
 *
 * @param env - The environment, which says how letters are written.
 * @param isReadAloud - The person has questions asked line by line, as for a screen reader.
 *
 * @example
 * drawingOn({ width: 80, style: plainStyle }, {}, false) //=> 'ascii'
 */
export function drawingOn(
  { width, style }: Page,
  env: Readonly<Record<string, string | undefined>>,
  isReadAloud: boolean,
): Drawing {
  if (isReadAloud) return 'none';
  const hasColours = style.accent('●') !== '●';
  const letters = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  const hasSigns = env['TERM'] !== 'linux' && !WIDE_SIGNS.test(letters) && !OTHER_SIGNS.test(letters);
  return hasColours && hasSigns && width >= WIDTH_FOR_PICTURES ? 'fine' : 'ascii';
}

/** The signs of bars. */
export interface Signs {
  /** What became true, and what was expected or said before. */
  readonly seen: string;
  readonly said: string;
  readonly before: string;
  readonly bar: string;
  readonly empty: string;
  /** How many there are beside each other in a bar. */
  readonly columns: number;
}

/**
 * The signs that bars are made of.
 *
 * @example
 * signsOf('ascii').seen //=> '*'
 */
export function signsOf(drawing: Exclude<Drawing, 'none'>): Signs {
  return SIGNS[drawing];
}

const SIGNS: Readonly<Record<Exclude<Drawing, 'none'>, Signs>> = {
  fine: { seen: '●', said: '│', before: '○', bar: '━', empty: '·', columns: 40 },
  ascii: { seen: '*', said: '|', before: 'o', bar: '=', empty: '.', columns: 20 },
};
