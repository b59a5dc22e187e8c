// All that is piped into coach.
import { readSync } from 'node:fs';
import { inputTooLarge } from '../../pages/text/input-refusals.ts';

const CHUNK = 2 ** 16;

/** A text larger than so many MB would not fit into one string of Node. */
const LARGEST = 400;

/**
 * All that is piped in, held in memory.
 *
 * @throws CoachError for more than 400 MB.
 */
export function standardInput(): Buffer {
  const chunk = Buffer.alloc(CHUNK);
  const parts: Buffer[] = [];
  let held = 0;
  for (let length = readSync(0, chunk); length > 0; length = readSync(0, chunk)) {
    held += length;
    if (held > LARGEST * 2 ** 20) throw inputTooLarge(LARGEST);
    parts.push(Buffer.from(chunk.subarray(0, length)));
  }
  return Buffer.concat(parts);
}
