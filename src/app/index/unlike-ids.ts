// Whether ids are all different, as nearly always.
import type { SegmentAbout } from './segment.ts';

/** Where there is no entry. */
const NONE = -1;

/**
 * Whether all entries have different ids, and ids that can be told apart by their numbers.
 *
 * @example
 * areIdsUnlike([{ ids: Float64Array.of(7, -1, -1) }, { ids: Float64Array.of(8) }]) //=> true
 * areIdsUnlike([{ ids: Float64Array.of(7) }, { ids: Float64Array.of(7) }]) //=> false
 */
export function areIdsUnlike(segments: readonly Pick<SegmentAbout, 'ids'>[]): boolean {
  const count = segments.reduce((sum, { ids }) => sum + ids.length, 0);
  // At most half of the places are taken, so that hardly any other has to be looked for. A set of so many numbers takes ten times as long.
  const bits = Math.ceil(Math.log2(count + 1)) + 1;
  const places = new Float64Array(2 ** bits).fill(NONE);
  for (const { ids } of segments) {
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] ?? NONE;
      if (id === NONE) continue;
      if (Number.isNaN(id)) return false;
      let place = Math.imul(id ^ (id / 2 ** 32), SPREAD) >>> (32 - bits);
      while (places[place] !== NONE) {
        if (places[place] === id) return false;
        place = (place + 1) % places.length;
      }
      places[place] = id;
    }
  }
  return true;
}

/** Fibonacci hashing: what differs in any bit lands far apart. */
const SPREAD = 0x9e3779b1;
