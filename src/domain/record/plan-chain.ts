// Plans that came in the place of others, one after the other.
import type { Followed, FollowedCommitment } from './followed-items.ts';
import { outcomeOf } from './outcomes.ts';

/** Plans and guesses by their references. */
export type FollowedByReference = ReadonlyMap<string, Followed>;

/**
 * Plans and guesses by their references.
 *
 * @example
 * byReference(followedItems([planned])).has('k3x8m2p9qa/manager-commitment') //=> true
 */
export function byReference(items: readonly Followed[]): FollowedByReference {
  return new Map(items.map((item) => [item.reference, item]));
}

/**
 * The plans that came in the place of a plan, one after the other.
 *
 * @example
 * const [guess, plan] = followedItems([planned]);
 * plansAfter(plan, byReference([guess, plan])) //=> []
 */
export function plansAfter(item: Followed, known: FollowedByReference): readonly FollowedCommitment[] {
  const after: FollowedCommitment[] = [];
  for (let one: Followed | undefined = item; one?.kind === 'commitment';) {
    one = one.continuedBy === undefined ? undefined : known.get(one.continuedBy);
    if (one === item || one?.kind !== 'commitment' || after.includes(one)) break;
    after.push(one);
  }
  return after;
}

/**
 * How often running, up to and with itself, a plan and those in whose place it came were "not yet".
 *
 * @example
 * const items = followedItems([planned, putOff]);
 * timesNotYet(items[1], items) //=> 1
 */
export function timesNotYet(item: FollowedCommitment, items: readonly Followed[]): number {
  const known = byReference(items);
  const seen = new Set<string>();
  let times = 0;
  for (let one: Followed | undefined = item; one?.kind === 'commitment' && !seen.has(one.reference);) {
    seen.add(one.reference);
    const [counts] = one.outcomes;
    if (counts && outcomeOf(counts) !== 'not-yet') break;
    if (counts) times++;
    one = one.continues === undefined ? undefined : known.get(one.continues);
  }
  return times;
}
