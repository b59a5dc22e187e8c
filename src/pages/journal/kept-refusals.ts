// The refusals of bringing drafts inside the journal folder, or out of it.
import { CoachError } from '../../domain/text/errors.ts';

/**
 * The error of drafts that cannot be moved, since somebody is at work on one.
 *
 * @example
 * sittingOpen('/state/drafts/k3x8m2p9qa.json').message //=> 'a sitting is open: /state/drafts/k3x8m2p9qa.json'
 */
export function sittingOpen(file: string): CoachError {
  return new CoachError(`a sitting is open: ${file}`, {
    hint: 'Nothing was changed. Finish the sitting, or leave it with Ctrl-C, and try again.',
  });
}

/**
 * The same of a text that an editor has open, or has left.
 *
 * @example
 * leftByEditor('/state/drafts/editing-1').message //=> 'text is open in an editor, or was left behind by one: /state/drafts/editing-1'
 */
export function leftByEditor(folder: string): CoachError {
  return new CoachError(`text is open in an editor, or was left behind by one: ${folder}`, {
    hint: 'Nothing was changed. Close the editor. If no editor is open, look in the folder, take what you need, delete the folder, and try again.',
  });
}

/**
 * The error of a setting for all journals, where the journal is named for one command only.
 *
 * @example
 * journalOfOneCommand().message //=> 'COACH_JOURNAL and the settings point to different journals'
 */
export function journalOfOneCommand(): CoachError {
  return new CoachError('COACH_JOURNAL and the settings point to different journals', {
    hint: 'Nothing was changed. Choose the journal with coach config set journal, and unset COACH_JOURNAL.',
  });
}
