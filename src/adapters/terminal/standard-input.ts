// All that is piped into coach.
import { inputTooLarge } from '../../pages/text/input-refusals.ts';
import { allOf } from '../machine/opened-file.ts';

/** A text larger than so many MB would not fit into one string of Node. */
const LARGEST = 400;

/**
 * All that is piped in, held in memory.
 *
 * @throws CoachError for more than 400 MB.
 */
export function standardInput(): Buffer {
  const input = allOf(0, LARGEST * 2 ** 20);
  if (!input) throw inputTooLarge(LARGEST);
  return input;
}
