// The last line of an examination.
import { CoachError } from '../domain/text/errors.ts';
import { capital } from '../pages/text/words.ts';

/**
 * The line where no problem was found.
 *
 * @example
 * examinedText(0) //=> 'No entries yet; all sound.'
 * examinedText(1) //=> 'One entry, all sound.'
 */
export function examinedText(entries: number): string {
  return entries === 0 ? 'No entries yet; all sound.' : `${capital(looked(entries))}, all sound.`;
}

/**
 * The line about notes that are not shown.
 *
 * @example
 * moreNotes(2) //=> '2 notes: coach doctor --verbose'
 */
export function moreNotes(count: number): string {
  return `${count === 1 ? 'One note' : `${count} notes`}: coach doctor --verbose`;
}

/**
 * The error where there are problems.
 *
 * @example
 * problemsFound(3, 1).message //=> '3 entries, one problem'
 */
export function problemsFound(entries: number, problems: number): CoachError {
  return new CoachError(`${looked(entries)}, ${problems === 1 ? 'one problem' : `${problems} problems`}`);
}

function looked(entries: number): string {
  return entries === 1 ? 'one entry' : `${entries} entries`;
}
