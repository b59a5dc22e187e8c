// Plans and guesses named by their days, without a word of what was written.
import { dayWords, type Day } from '../../domain/time/day.ts';
import type { Followed } from '../../domain/record/followed-items.ts';

/**
 * Which plan or guess it is, without a word of what was written.
 *
 * @example
 * itemLine(openPlan, '2026-11-22') //=> 'a plan of 8 November, due yesterday'
 */
export function itemLine({ kind, entry, due }: Followed, today: Day): string {
  return `a ${itemWord(kind)} of ${dayWords(entry.day, today)}, due ${dayWords(due, today)}`;
}

/**
 * The word for a plan or a guess.
 *
 * @example
 * itemWord('commitment') //=> 'plan'
 */
export function itemWord(kind: Followed['kind']): string {
  return kind === 'commitment' ? 'plan' : 'guess';
}
