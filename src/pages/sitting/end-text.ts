// The lines at the end of a sitting: what is kept of it, and what comes next.
import type { Day } from '../../domain/time/day.ts';
import { onDay } from '../text/words.ts';

/** Said of a plan that was not kept, and that no other one follows. */
export const NOTHING_COMES_BACK = 'It is closed with that, and nothing of it comes back.';

/**
 * The line after a sitting of which no entry was made.
 *
 * @param isReview - It was about a plan or a guess.
 *
 * @example
 * leftText('nothing', false) //=> 'Nothing was answered, so nothing is kept.\n'
 * leftText('later', true) //=> 'Kept as a draft. "coach review" offers to finish it.\n'
 */
export function leftText(kind: 'nothing' | 'later', isReview: boolean): string {
  if (kind === 'later')
    return `Kept as a draft. "coach ${isReview ? 'review' : 'reflect'}" offers to finish it.\n`;
  return isReview ? 'It stays due.\n' : 'Nothing was answered, so nothing is kept.\n';
}

/**
 * The lines after an entry is on disk.
 *
 * @param look - When something of it comes back.
 *
 * @example
 * savedLines('a.md', '2026-11-23', '2026-11-22') //=> 'Saved. Next look tomorrow.\na.md\n'
 */
export function savedLines(path: string, look: Day | undefined, today: Day): string {
  return `Saved.${look === undefined ? '' : ` Next look ${onDay(look, today)}.`}\n${path}\n`;
}
