// The plans and guesses as a list, by where they stand.
import {
  type Followed,
  type FollowedCommitment,
  type ItemStanding,
  longestDueFirst,
  standingOf,
} from './followed-items.ts';
import { byReference } from './plan-chain.ts';
import { groupedBy } from './grouped-by.ts';
import { dayWritten } from '../entry/due-day.ts';
import type { Day } from '../time/day.ts';

/** Plans and guesses by where they stand on a day; `elsewhere`: due, and asked about by a debrief or what is brought back from a step. */
export type PlanList = Readonly<Record<ItemStanding | 'elsewhere', readonly Followed[]>>;

/**
 * Plans and guesses by where they stand on a day: those that are open by their dates, the earliest first; those that are closed,
 * the newest first and without those that `plansAfter` tells of another closed one. Where two machines went on with a plan, one of
 * the two is told by itself.
 *
 * @param left - References of those that a review leaves to something else.
 *
 * @example
 * planList(followedItems([planned]), '2026-11-15').due.length //=> 2
 */
export function planList(
  items: readonly Followed[],
  today: Day,
  left: ReadonlySet<string> = new Set(),
): PlanList {
  const found = groupedBy(items, (item) => standingOf(item, today));
  const byDate = (which: ItemStanding): readonly Followed[] =>
    (found.get(which) ?? []).toSorted(longestDueFirst);
  const [due, rest] = [byDate('due'), byDate('resting')];
  const isLeft = ({ reference }: Followed): boolean => left.has(reference);
  return {
    due: due.filter((item) => !isLeft(item)),
    elsewhere: [...rest, ...due].filter(isLeft),
    coming: byDate('coming'),
    resting: rest.filter((item) => !isLeft(item)),
    closed: withoutToldOf(found.get('closed') ?? []).toReversed(),
  };
}

/** Those that none of the others tells of as what came in its place. */
function withoutToldOf(closed: readonly Followed[]): readonly Followed[] {
  const known = byReference(closed);
  const nextOf = (item: Followed): Followed | undefined =>
    item.kind === 'commitment' && item.continuedBy !== undefined ? known.get(item.continuedBy) : undefined;
  const later = new Set(closed.map(nextOf));
  const told = new Set<Followed>();
  const isNews = (item: Followed): boolean => {
    if (told.has(item)) return false;
    for (let one: Followed | undefined = item; one && !told.has(one); one = nextOf(one)) told.add(one);
    return true;
  };
  // Of plans that a hand has put in a circle none is the first: one of them tells the others.
  const [firsts, others] = [
    closed.filter((item) => !later.has(item)),
    closed.filter((item) => later.has(item)),
  ];
  return [...firsts, ...others].filter(isNews);
}

/**
 * The open plan that is due first among those that were written before a day, so that its moment can have come; one that rests is
 * left alone.
 *
 * @example
 * nearestPlan([openPlan], '2026-11-22')?.reference //=> 'k3x8m2p9qa/manager-commitment'
 */
export function nearestPlan(items: readonly Followed[], today: Day): FollowedCommitment | undefined {
  const { due, coming } = planList(items, today);
  return [...due, ...coming]
    .filter((item) => item.kind === 'commitment')
    .find(({ entry }) => dayWritten(entry) < today);
}
