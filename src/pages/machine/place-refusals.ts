// The refusal where coach has no place of its own on a machine.
import { CoachError } from '../../domain/text/errors.ts';

/**
 * The error of a person without a home folder.
 *
 * @example
 * noHome().message //=> 'there is no home folder: HOME is empty'
 */
export function noHome(): CoachError {
  return new CoachError('there is no home folder: HOME is empty', {
    hint: 'Set HOME, or set COACH_HOME to the folder where coach should keep everything.',
  });
}
