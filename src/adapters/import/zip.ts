import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { CoachError } from '../../domain/errors.ts';
import { inWords } from './in-words.ts';

const MEGABYTE = 2 ** 20;
/** A zip is read as a whole, pictures and all. */
const LARGEST_ZIP = 1024 * MEGABYTE;
const LARGEST_TEXT = 400 * MEGABYTE;
/** Text shrinks to a tenth when it is packed; a zip made to fill the memory shrinks to a thousandth. */
const STEEPEST = 200;
const MOST_JOURNALS = 100;

/**
 * The JSON files in a zip, by their names in it, unpacked in memory.
 *
 * @param size - Of the zip, in bytes.
 * @throws CoachError for a zip that is damaged, or made to fill the memory.
 */
export function jsonIn(file: string, size: number): ReadonlyMap<string, Uint8Array> {
  const unpack = 'Unpack it with another program, look at what is in it, and import the folder.';
  if (size > LARGEST_ZIP) throw new CoachError(`${file} is too large to be read as a zip`, { hint: unpack });
  const packed = inWords(file, () => readFileSync(file));
  let count = 0;
  let total = 0;
  const take = ({
    name,
    size: small,
    originalSize,
  }: {
    name: string;
    size: number;
    originalSize: number;
  }) => {
    if (!/\.json$/i.test(name) || /(?:^|\/)(?:__MACOSX|\.)/.test(name)) return false;
    count += 1;
    total += originalSize;
    if (
      count > MOST_JOURNALS ||
      total > LARGEST_TEXT ||
      (originalSize > MEGABYTE && originalSize > small * STEEPEST)
    ) {
      throw new CoachError(
        `${file} would unpack to far more than it holds, as zips do that are made to do harm`,
        {
          hint: unpack,
        },
      );
    }
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(packed, { filter: take })));
  } catch (error) {
    if (error instanceof CoachError) throw error;
    throw new CoachError(`${file} is a damaged zip`, { hint: 'Export it anew.', cause: error });
  }
}
