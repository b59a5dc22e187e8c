import { addDays, type Day } from './calendar.ts';
import { type Entry, newestFirst } from './entry.ts';
import {
  type Followed,
  type FollowedCommitment,
  followedItems,
  longestDueFirst,
  standingOf,
} from './followed.ts';
import type { Earlier } from './history.ts';

/** The bank of the monthly look back. */
export const LOOKBACK_BANK = 'lookback';

/** After so many days another look back is offered, and so far back it looks at the most (docs/method.md, Rhythm). */
export const DAYS_BETWEEN_LOOKBACKS = 30;

/** So many of the person's own answers are shown at once; a screen or two. */
const MOST_WORDS = 12;

/** What was written and what became of it since the last look back. */
export interface Recap {
  readonly since: Day;
  /** The answers in the person's own words, the latest first; `more` were left out. */
  readonly words: readonly Earlier[];
  readonly more: number;
  /** The guesses and plans that something was said of meanwhile, and those that rest, the longest due first. */
  readonly items: readonly Followed[];
}

/**
 * What a look back shows once the person has said how the past weeks were: everything since the last one, thirty days at the
 * most.
 *
 * @param entries - All of them, of one relationship and seat, or of all.
 *
 * @example
 * recapOf(entries, '2026-11-22').since //=> '2026-10-23'
 */
export function recapOf(entries: readonly Entry[], today: Day): Recap {
  const earliest = addDays(today, -DAYS_BETWEEN_LOOKBACKS);
  const looked = entries
    .filter(({ bank, day }) => bank === LOOKBACK_BANK && day < today)
    .map(({ day }) => day)
    .toSorted()
    .at(-1);
  const since = looked !== undefined && looked > earliest ? looked : earliest;
  const words = entries
    .filter(({ day, bank }) => day >= since && bank !== LOOKBACK_BANK)
    .toSorted(newestFirst)
    .flatMap(({ id, day, answers }) =>
      answers.flatMap((answer): Earlier[] =>
        answer.skip === null && answer.type === 'text' ? [{ entryId: id, day, answer, since: 0 }] : [],
      ),
    );
  const items = followedItems(entries).filter(
    (item) =>
      standingOf(item, today) === 'resting' ||
      [...item.outcomes, ...item.moves].some(({ entry }) => entry.day >= since),
  );
  return {
    since,
    words: words.slice(0, MOST_WORDS),
    more: Math.max(0, words.length - MOST_WORDS),
    items: items.toSorted(longestDueFirst),
  };
}

/**
 * The plan that a look back asks about: of those that rest, the one that was left resting the longest ago, or never.
 *
 * @example
 * restingPlan(entries, '2026-11-22')?.reference //=> 'k3x8m2p9qa/member-commitment'
 */
export function restingPlan(entries: readonly Entry[], today: Day): FollowedCommitment | undefined {
  const left = new Map<string, Day>();
  for (const { day, answers } of entries) {
    for (const { continues, value, type } of answers) {
      if (type !== 'choice' || continues === undefined || value !== 'leave') continue;
      if ((left.get(continues) ?? '') < day) left.set(continues, day);
    }
  }
  const lastLeft = ({ reference }: Followed): Day => left.get(reference) ?? '';
  return followedItems(entries)
    .filter((item): item is FollowedCommitment => item.kind === 'commitment')
    .filter((item) => standingOf(item, today) === 'resting')
    .toSorted((one, other) =>
      lastLeft(one) === lastLeft(other)
        ? longestDueFirst(one, other)
        : lastLeft(one) < lastLeft(other)
          ? -1
          : 1,
    )[0];
}
