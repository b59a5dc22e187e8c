// The refusals of what is piped in.
import { CoachError } from '../../domain/text/errors.ts';

/**
 * More is piped in than can be held.
 *
 * @param most - In MB.
 *
 * @example
 * inputTooLarge(400).message //=> 'more than 400 MB are on standard input, too much to be held in memory'
 */
export function inputTooLarge(most: number): CoachError {
  return new CoachError(`more than ${most} MB are on standard input, too much to be held in memory`, {
    hint: 'Write it to a file, and name that.',
  });
}
