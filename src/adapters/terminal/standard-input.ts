// All that is piped into coach.
import { readSync } from 'node:fs';
import { CoachError } from '../../domain/text/errors.ts';

const CHUNK = 2 ** 16;

/** A text larger than this, in bytes, would not fit into one string of Node. */
const LARGEST = 400 * 2 ** 20;

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
    if (held > LARGEST) {
      throw new CoachError('more than 400 MB are on standard input, too much to be held in memory', {
        hint: 'Write it to a file, and name that.',
      });
    }
    parts.push(Buffer.from(chunk.subarray(0, length)));
  }
  return Buffer.concat(parts);
}
