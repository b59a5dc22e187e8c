// How many plans and guesses come due on which day, without a word of them.
import { dayWritten } from '../entry/due-day.ts';
import { addDays, type Day, withinReach } from '../time/day.ts';
import { DAYS_UNTIL_REST, type Followed, type FollowedUp } from './followed-items.ts';

/** So many plans and guesses. */
export interface DueCount {
  readonly plans: number;
  readonly guesses: number;
}

/** So many by the day on which each can be looked at first. */
export type DueCounts = Readonly<Record<Day, DueCount>>;

/**
 * The counts of all that is open and that a review asks about.
 *
 * @example
 * dueCounts({ items: followedItems([planned]), left: new Set() }) //=> { '2026-11-15': { plans: 1, guesses: 1 } }
 */
export function dueCounts({ items, left }: FollowedUp): DueCounts {
  const open = items.filter(({ outcomes, reference }) => outcomes.length === 0 && !left.has(reference));
  return open.reduce(withOne, {});
}

/**
 * Counts with more that was just written.
 *
 * @example
 * withMoreDue({ '2026-11-15': { plans: 1, guesses: 0 } }, itemsIn(planned)) //=> { '2026-11-15': { plans: 2, guesses: 1 } }
 */
export function withMoreDue(counts: DueCounts, items: readonly Followed[]): DueCounts {
  return items.reduce(withOne, counts);
}

function withOne(counts: DueCounts, { kind, due, entry }: Followed): DueCounts {
  // What was written after its date could not be looked at before.
  const written = dayWritten(entry);
  const day = due > written ? due : written;
  const { plans, guesses } = counts[day] ?? { plans: 0, guesses: 0 };
  const more = kind === 'commitment' ? { plans: plans + 1, guesses } : { plans, guesses: guesses + 1 };
  return { ...counts, [day]: more };
}

/**
 * So many wait on a day; what rests by then does not.
 *
 * @example
 * dueOn({ '2026-11-15': { plans: 2, guesses: 1 }, '2026-12-06': { plans: 1, guesses: 0 } }, '2026-11-22')
 * //=> { plans: 2, guesses: 1 }
 */
export function dueOn(counts: DueCounts, today: Day): DueCount {
  const first = withinReach(() => addDays(today, -DAYS_UNTIL_REST)) ?? today;
  const due = Object.entries(counts).filter(([day]) => day >= first && day <= today);
  return {
    plans: due.reduce((sum, [, { plans }]) => sum + plans, 0),
    guesses: due.reduce((sum, [, { guesses }]) => sum + guesses, 0),
  };
}
