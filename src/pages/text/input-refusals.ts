// The refusals of what is piped in.
import { CoachError } from '../../domain/text/errors.ts';

/**
 * More is piped in than can be held.
 *
 * @param most - In MB.
 *
 * @example
 * inputTooLarge(400).message //=> 'standard input holds more than 400 MB, too much to keep in memory'
 */
export function inputTooLarge(most: number): CoachError {
  return new CoachError(`standard input holds more than ${most} MB, too much to keep in memory`, {
    hint: 'Save it to a file, and name that file instead.',
  });
}
