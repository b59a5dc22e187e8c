// The lines around a review: what is left, what was said twice, and what is saved.
import { counted } from '../text/words.ts';

/** Said of an entry without any. */
export const NOTHING_OPEN = 'That entry has no open plan or guess.';

/**
 * How many are left for another time.
 *
 * @example
 * moreDue(1) //=> '1 more is due: coach review'
 */
export function moreDue(count: number): string {
  return `${count} more ${count === 1 ? 'is' : 'are'} due: coach review`;
}

/**
 * The remark about a plan or guess of which another window said something.
 *
 * @param id - The entry that it is in.
 *
 * @example
 * saidTwice('k3x8m2p9qa')
 * //=> 'There is also another answer to this. Both are kept: coach journal show k3x8m2'
 */
export function saidTwice(id: string): string {
  return `There is also another answer to this. Both are kept: coach journal show ${id.slice(0, 6)}`;
}

/**
 * The line after answers from a file.
 *
 * @example
 * savedReviews(1) //=> 'Saved 1 review.'
 */
export function savedReviews(count: number): string {
  return `Saved ${counted(count, 'review')}.`;
}
