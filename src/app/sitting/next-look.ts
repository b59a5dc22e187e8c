import type { Day } from '../../domain/time/day.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { followedItems } from '../../domain/record/followed-items.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';

/**
 * The earliest day on which something of an entry is looked at again: its plans and guesses, and earlier ones that it gives
 * another date.
 *
 * @example
 * nextLook({ answers: [{ type: 'commitment', value: { by: '2026-12-06', … }, … }], … }) //=> '2026-12-06'
 */
export function nextLook(entry: Entry): Day | undefined {
  const own = followedItems([entry]).map(({ due }) => due);
  const moved = resolutionsIn(entry).flatMap(({ moves }) => moves ?? []);
  return [...own, ...moved].toSorted()[0];
}
