// Open plans and guesses as scripts see them: the JSON of coach review.
import type { Day } from '../../domain/time/day.ts';
import { type Followed, standingOf } from '../../domain/record/followed-items.ts';
import { type FollowedByReference, plansAfter } from '../../domain/record/plan-chain.ts';
import { answerAsJson } from '../entry/entry-json.ts';

/**
 * A plan or a guess that nothing closes, as scripts see it: what it is, whose and about whom, its date, where it stands
 * (`due`, `resting` or `coming`), and what was written, in the shape of `coach journal --json`.
 *
 * @example
 * openItemAsJson(openPlan, '2026-12-06').closes //=> 'k3x8m2p9qa/manager-commitment'
 */
export function openItemAsJson(item: Followed, today: Day): object {
  const { reference, kind, entry, answer, due, moves } = item;
  return {
    closes: reference,
    kind,
    standing: standingOf(item, today),
    due,
    waits: moves.length,
    day: entry.day,
    role: entry.role,
    about: entry.about,
    bank: entry.bank,
    asked: answer.asked,
    value: answerAsJson(answer).value,
  };
}

/**
 * A plan or a guess as `coach plans --json` prints it: the same, and in `became` what was said of it and of those that came in
 * its place, one after the other.
 *
 * @param known - All that are known.
 * @param left - References of those that a debrief or a step asks about: once they are due, their standing is `elsewhere`.
 *
 * @example
 * planAsJson(openPlan, new Map(), '2026-12-06').became //=> []
 */
export function planAsJson(
  item: Followed,
  known: FollowedByReference,
  today: Day,
  left: ReadonlySet<string> = new Set(),
): object {
  // Of one that is open nothing became yet, whatever another plan in its place did.
  const chain = item.outcomes.length === 0 ? [] : [item, ...plansAfter(item, known)];
  const became = chain.flatMap(({ reference, outcomes: [counts] }) =>
    counts
      ? [
          {
            closes: reference,
            entry: counts.entry.id,
            day: counts.entry.day,
            value: answerAsJson(counts.answer).value,
          },
        ]
      : [],
  );
  const isElsewhere = left.has(item.reference) && item.due <= today;
  return { ...openItemAsJson(item, today), ...(isElsewhere && { standing: 'elsewhere' }), became };
}
