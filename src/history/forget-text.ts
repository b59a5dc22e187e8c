// The words of coach history forget.
import { CoachError } from '../domain/text/errors.ts';
import { counted, unasked } from '../pages/text/words.ts';

export const NOTHING_TO_FORGET = 'Nothing is kept.';
export const NOTHING_FORGOTTEN = 'Nothing was deleted.';
export const ASK_FORGET = 'Type "forget" to delete it permanently:';

export const IS_PERMANENT =
  'What is deleted here cannot be brought back. Backups, sync services and snapshots may still hold it, and so may the disk itself: an SSD may keep deleted data for some time.';

const versions = (count: number): string => counted(count, 'earlier version');

/**
 * What is about to go, before the question.
 *
 * @param isAll - With the list of what was done.
 *
 * @example
 * whatGoes(2, false) //=> '2 earlier versions would go. The entries themselves stay.'
 */
export function whatGoes(count: number, isAll: boolean): string {
  const list = isAll ? ', with the list of what was done,' : '';
  return `${versions(count)}${list} would go. The entries themselves stay.`;
}

/**
 * What went.
 *
 * @example
 * forgottenText(2, true) //=> 'Deleted 2 earlier versions permanently. What was done until now can no longer be undone.'
 */
export function forgottenText(count: number, isAll: boolean): string {
  const end = isAll ? ' What was done until now can no longer be undone.' : '';
  return `Deleted ${versions(count)} permanently.${end}`;
}

/**
 * The error where nobody can be asked.
 *
 * @example
 * nobodyToAskForget(2).hint //=> '2 earlier versions would be deleted permanently. To do that, add --yes.'
 */
export function nobodyToAskForget(count: number): CoachError {
  return new CoachError(unasked('deleted'), {
    hint: `${versions(count)} would be deleted permanently. To do that, add --yes.`,
  });
}
