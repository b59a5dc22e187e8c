// The refusals where coach has no place of its own on a machine, or something else stands in it.
import { CoachError } from '../../domain/text/errors.ts';

/**
 * The error of a person without a home folder.
 *
 * @example
 * noHome().message //=> 'there is no home folder: HOME is empty'
 */
export function noHome(): CoachError {
  return new CoachError('there is no home folder: HOME is empty', {
    hint: 'Set HOME, or COACH_HOME to the folder where everything is to be kept.',
  });
}

/**
 * The error of a folder that stands where the settings would.
 *
 * @example
 * settingsAreFolder('settings.json').message //=> 'the settings are a folder: settings.json'
 */
export function settingsAreFolder(file: string): CoachError {
  return new CoachError(`the settings are a folder: ${file}`, { hint: 'Move it away.' });
}
