import type { Mistake } from '../domain/errors.ts';
import { withoutBlankEnds } from '../domain/text.ts';

/** A line of a file and its number, from 1. */
export interface BodyLine {
  readonly text: string;
  readonly line: number;
}

/** Where something stands in a file; lines and columns count from 1. */
export type Place = Pick<Mistake, 'line' | 'column'>;

/** Called with everything in a file that is not as expected. */
export type Complain = (place: Place, message: string) => void;

/**
 * Where a word stands in a line (the last time, where it comes twice); without one, where the line's text begins.
 *
 * @example
 * placeOf({ text: '- Likelihood: 170 %', line: 12 }, '170 %') //=> { line: 12, column: 15 }
 */
export function placeOf({ text, line }: BodyLine, word: string = text.trim()): Place {
  return { line, column: Math.max(text.lastIndexOf(word), 0) + 1 };
}

/**
 * Whether nothing can be seen on a line.
 *
 * @example
 * isBlank(' \t') //=> true
 */
export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/**
 * Lines as one text, without the blank ones at both ends.
 *
 * @example
 * textOf([{ text: '', line: 1 }, { text: 'a', line: 2 }, { text: '', line: 3 }]) //=> 'a'
 */
export function textOf(lines: readonly BodyLine[]): string {
  return withoutBlankEnds(lines.map(({ text }) => text).join('\n'));
}
