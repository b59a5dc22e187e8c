// Long pieces of work in words: their names, and how far they have got.
import { inFigures } from './words.ts';

export const READING_JOURNAL = 'Reading the journal';
export const READING = 'Reading';
export const IMPORTING = 'Importing';
export const EXPORTING = 'Exporting';
export const MOVING = 'Moving';

/**
 * How far a piece of work has got.
 *
 * @param total - Infinity where it does not show yet.
 *
 * @example
 * progressText('Reading', 1200, 3000) //=> 'Reading: 1,200 of 3,000'
 */
export function progressText(doing: string, done: number, total: number): string {
  const of = total === Infinity ? '' : ` of ${inFigures(total)}`;
  return `${doing}: ${inFigures(done)}${of}`;
}
