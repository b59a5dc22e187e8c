import { unzipSync } from 'fflate';
import { CoachError } from '../../domain/errors.ts';

const MEGABYTE = 2 ** 20;
const LARGEST_TEXT = 400 * MEGABYTE;
/** Text shrinks to a tenth when it is packed; a zip made to fill the memory shrinks to a thousandth. */
const STEEPEST = 200;
const MOST_JOURNALS = 100;

/** What to do with a zip that is not opened here. */
export const UNPACK = 'Unpack it with another program, look at what is in it, and import the folder.';

/**
 * The JSON files in a zip, by their names in it, unpacked in memory.
 *
 * @param packed - All of the zip, pictures and all.
 * @param named - What it is called in what is said.
 * @throws CoachError for a zip that is damaged, or made to fill the memory.
 */
export function jsonIn(packed: Uint8Array, named: string): ReadonlyMap<string, Uint8Array> {
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
        `${named} would unpack to far more than it holds, as zips do that are made to do harm`,
        {
          hint: UNPACK,
        },
      );
    }
    return true;
  };
  try {
    return new Map(Object.entries(unzipSync(packed, { filter: take })));
  } catch (error) {
    if (error instanceof CoachError) throw error;
    throw new CoachError(`${named} is a damaged zip`, { hint: 'Export it anew.', cause: error });
  }
}
