// The lines of an entry's file, each with its number, so that mistakes have places.
import type { Mistake } from '../../domain/text/errors.ts';
import { withoutBlankEnds } from '../../domain/text/plain-text.ts';

/** A line of a file and its number, from 1. */
export interface BodyLine {
  readonly text: string;
  readonly line: number;
}

/** Lines of a file that follow one another, and the number of the first, from 1. */
export interface BodyLines {
  readonly texts: readonly string[];
  readonly line: number;
}

/** Where something stands in a file; lines and columns count from 1. */
export type FilePlace = Pick<Mistake, 'line' | 'column'>;

/** Called with everything in a file that is not as expected. */
export type Complain = (place: FilePlace, message: string) => void;

/**
 * Where a word stands in a line (the last time, where it comes twice); without one, where the line's text begins.
 *
 * @example
 * placeOf({ text: '- Likelihood: 170 %', line: 12 }, '170 %') //=> { line: 12, column: 15 }
 */
export function placeOf({ text, line }: BodyLine, word: string = text.trim()): FilePlace {
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
 * One of several lines, by its position among them, from 0; an empty line beyond their end.
 *
 * @example
 * lineAt({ texts: ['a', 'b'], line: 12 }, 1) //=> { text: 'b', line: 13 }
 */
export function lineAt({ texts, line }: BodyLines, at: number): BodyLine {
  return { text: texts[at] ?? '', line: line + at };
}

/**
 * The lines from one position up to another, both counted from 0, as `slice` does for arrays.
 *
 * @example
 * linesFrom({ texts: ['a', 'b', 'c'], line: 12 }, 1) //=> { texts: ['b', 'c'], line: 13 }
 */
export function linesFrom({ texts, line }: BodyLines, from: number, to?: number): BodyLines {
  return { texts: texts.slice(from, to), line: line + from };
}

/**
 * The position of the first line on which something can be seen, from 0; -1 where there is none.
 *
 * @example
 * firstSeen(['', ' ', 'a']) //=> 2
 */
export function firstSeen(texts: readonly string[]): number {
  return texts.findIndex((text) => !isBlank(text));
}

/**
 * Lines as one text, without the blank ones at both ends.
 *
 * @example
 * textOf(['', 'a', '']) //=> 'a'
 */
export function textOf(texts: readonly string[]): string {
  return withoutBlankEnds(texts.join('\n'));
}
