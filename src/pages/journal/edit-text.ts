// The words around an edit: what is asked, what became of it, and where an edited text is kept.
import { CoachError } from '../../domain/text/errors.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Choice } from '../sitting/field-text.ts';
import { standing } from '../text/words.ts';

/** The choices with an edited text: into the journal as it is, open it again, or away with it. */
export type EditChoice = 'save' | 'edit' | 'leave';

export const AFTER_FAILURE: readonly Choice<EditChoice>[] = [
  { value: 'edit', label: 'Edit the text again' },
  { value: 'save', label: 'Use the changed text' },
  { value: 'leave', label: 'Leave the entry as it was, without the changes' },
];

export const WHEN_BROKEN: readonly Choice<EditChoice>[] = [
  { value: 'edit', label: 'Keep editing' },
  { value: 'save', label: 'Save it as it is, and fix it later' },
  { value: 'leave', label: 'Leave the entry as it was, without these changes' },
];

export const ASK_AFTER_FAILURE = 'What should happen to the changed text?';
export const ASK_WHEN_BROKEN = "coach can't read the entry as you edited it.";

export const SAVED = 'Saved.';
export const NOTHING_CHANGED = 'Nothing was changed.';
export const AS_IT_WAS = 'The entry is as it was.';

/**
 * The error of an entry that somebody else took away.
 *
 * @example
 * wentAway('a.md').message //=> 'a.md is gone'
 */
export function wentAway(path: string): CoachError {
  return new CoachError(`${plainText(path)} is gone`);
}

/**
 * The error where no editor can be shown.
 *
 * @example
 * nowhereToEdit().message //=> 'there is no terminal to open an editor in'
 */
export function nowhereToEdit(): CoachError {
  return new CoachError('there is no terminal to open an editor in', {
    hint: 'Set EDITOR to a program that changes a file by itself, for example EDITOR="sed -i s/old/new/".',
  });
}

/**
 * The remark about a text that an editor left and nobody has seen.
 *
 * @example
 * rescuedText('a.md') //=> 'An earlier edit left text that was never saved. It is kept here: a.md'
 * rescuedText('a.md.age').split('. ').at(-1) //=> 'To read it: .key/HOW-TO-READ.txt in your journal'
 */
export function rescuedText(path: string): string {
  return `An earlier edit left text that was never saved. It is kept here: ${keptPlace(path)}`;
}

/**
 * The remark about an editor that failed, and changed something all the same.
 *
 * @example
 * failedText('the editor was stopped by SIGTERM') //=> 'The editor was stopped by SIGTERM. It had already changed the text.'
 */
export function failedText(failure: string): string {
  return plainText(`${standing(failure)}. It had already changed the text.`);
}

/**
 * The error of an entry that somebody else changed meanwhile.
 *
 * @param beside - Where the edited text is.
 *
 * @example
 * changedMeanwhile('a.md', { isGone: true, beside: 'b.md' }).message //=> 'a.md was moved or deleted after it was opened'
 */
export function changedMeanwhile(
  path: string,
  { isGone, beside }: { readonly isGone: boolean; readonly beside: string },
): CoachError {
  const what = isGone ? 'was moved or deleted' : 'was changed';
  return new CoachError(`${plainText(path)} ${what} after it was opened`, {
    hint: `Nothing was overwritten. Your edit is here: ${plainText(beside)}`,
  });
}

/**
 * The remark about another file of the same entry.
 *
 * @example
 * twinText('b.md') //=> 'Another file still has the old text: b.md'
 */
export function twinText(path: string): string {
  return `Another file still has the old text: ${plainText(path)}`;
}

/**
 * The remark about a name that does not fit any more.
 *
 * @example
 * outgrownText('b.md') //=> "The file's name no longer matches the entry, and coach lists entries by file name. Rename it to b.md"
 */
export function outgrownText(fitting: string): string {
  return `The file's name no longer matches the entry, and coach lists entries by file name. Rename it to ${fitting}`;
}

/**
 * Where the edited text is, when something went wrong.
 *
 * @example
 * keptText('a.md') //=> 'Your edit is kept: a.md'
 */
export function keptText(path: string): string {
  return `Your edit is kept: ${keptPlace(path)}`;
}

/** The file, and how it is read where it is encrypted. */
function keptPlace(path: string): string {
  const file = plainText(path);
  return file.endsWith('.age') ? `${file}. To read it: .key/HOW-TO-READ.txt in your journal` : file;
}
