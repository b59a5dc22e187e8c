// The last line of an examination.
import { CoachError } from '../domain/text/errors.ts';
import { counted, entriesInWords } from '../pages/text/words.ts';

/**
 * The line where no problem was found.
 *
 * @example
 * examinedText(0) //=> 'No entries yet, no problems found.'
 * examinedText(1) //=> '1 entry, no problems found.'
 */
export function examinedText(entries: number): string {
  return entries === 0
    ? 'No entries yet, no problems found.'
    : `${entriesInWords(entries)}, no problems found.`;
}

/**
 * The line about notes that are not shown.
 *
 * @example
 * moreNotes(2) //=> 'See 2 notes: coach doctor --verbose'
 */
export function moreNotes(count: number): string {
  return `See ${counted(count, 'note')}: coach doctor --verbose`;
}

/**
 * The error where there are problems.
 *
 * @example
 * problemsFound(3, 1).message //=> '3 entries, 1 problem'
 */
export function problemsFound(entries: number, problems: number): CoachError {
  return new CoachError(`${entriesInWords(entries)}, ${counted(problems, 'problem')}`);
}
