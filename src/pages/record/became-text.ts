// The lines that say what became of a plan or a guess.
import type { Entry } from '../../domain/entry/entry.ts';
import { dayWords, type Day, longDay } from '../../domain/time/day.ts';
import {
  entryIn,
  type Followed,
  type FollowedCommitment,
  standingOf,
} from '../../domain/record/followed-items.ts';
import type { Resolution } from '../../domain/record/outcomes.ts';
import { onDay } from '../text/words.ts';
import { answerText } from './answer-text.ts';
import { asksAbout } from './item-text.ts';

/**
 * The lines on what became of a plan or a guess: its outcome, and everything else that was said of it; while
 * nothing closes it, when it is due.
 *
 * @param after - The plans that came in its place, where they are known: the line goes on to the end of them.
 * @param left - References of those that a debrief or a step asks about.
 *
 * @example
 * becameLines(keptPlan, '2026-12-06') //=> ['Kept, yesterday (to see it: coach journal show 2hebjg)']
 */
export function becameLines(
  item: Followed,
  today: Day,
  after: readonly FollowedCommitment[] = [],
  left: ReadonlySet<string> = new Set(),
): readonly string[] {
  const [, ...others] = item.outcomes;
  const chain = item.outcomes.length === 0 ? [] : [item, ...after];
  const said = chain.flatMap(({ outcomes: [counts] }) => counts ?? []);
  const last = said.at(-1);
  const next = item.kind === 'commitment' ? (after.at(-1)?.reference ?? item.continuedBy) : undefined;
  const isElsewhere = next !== undefined && entryIn(next) !== last?.entry.id;
  const open = after.at(-1)?.outcomes.length === 0 ? after.at(-1) : undefined;
  return [
    last
      ? `${saidInTurn(said, today)} (to see it: coach journal show ${shortId(last.entry.id)})`
      : openLine(item, today, left),
    ...others.map(
      (one) =>
        `Also said: ${saidWords(one, false, today)} (to see it: coach journal show ${shortId(one.entry.id)})`,
    ),
    ...(isElsewhere && (open || after.length === 0)
      ? [`It continues here: coach journal show ${shortId(next)}`]
      : []),
    ...(open ? [`The plan that replaced it: ${lowered(openLine(open, today, left))}`] : []),
  ];
}

/**
 * What was said of a plan or a guess, and of those that came in its place.
 *
 * @example
 * saidInTurn(keptPlan.outcomes, '2026-12-06') //=> 'Kept, yesterday'
 */
export function saidInTurn(said: readonly Resolution[], today: Day): string {
  return said.map((one, at) => saidWords(one, at > 0, today)).join('; ');
}

/**
 * The line that leads from what became of something back to it.
 *
 * @example
 * lookedBackOn(entry) //=> 'From 22 November 2026: coach journal show k3x8m2'
 */
export function lookedBackOn({ id, day }: Pick<Entry, 'id' | 'day'>): string {
  return `From ${longDay(day)}: coach journal show ${shortId(id)}`;
}

function saidWords({ answer, entry }: Resolution, isLater: boolean, today: Day): string {
  const said = (answerText(answer, today).split('\n')[0] ?? '').replace(/[.]$/, '');
  return `${isLater ? lowered(said) : said}, ${dayWords(entry.day, today)}`;
}

function lowered(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}

function openLine(item: Followed, today: Day, left: ReadonlySet<string>): string {
  const moved = item.moves.length === 0 ? '' : ' (date moved)';
  if (left.has(item.reference)) return `Due ${onDay(item.due, today)}${moved}: ${asksAbout(item)}`;
  switch (standingOf(item, today)) {
    case 'resting':
      return 'Resting: coach review --all';
    case 'due':
      return `Due ${onDay(item.due, today)}${moved}: coach review`;
    case 'coming':
    case 'closed':
      return `Due ${onDay(item.due, today)}${moved}.`;
  }
}

function shortId(reference: string): string {
  return reference.slice(0, 6);
}
