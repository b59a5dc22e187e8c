// The refusals of what is piped in.
import { CoachError } from '../../domain/text/errors.ts';

/**
 * More is piped in than can be held.
 *
 * @param most - In MB.
 *
 * @example
 * inputTooLarge(400).message //=> 'there is more than 400 MB on standard input, too much to keep in memory'
 */
export function inputTooLarge(most: number): CoachError {
  return new CoachError(`there is more than ${most} MB on standard input, too much to keep in memory`, {
    hint: 'Save it to a file, and use that file instead.',
  });
}
