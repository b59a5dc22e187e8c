// Plans and guesses that something else asks about: a debrief, or what is brought back from a step.
import { CHALLENGE_BANK } from '../banks/bank-names.ts';
import { questionsOf } from '../banks/bank-questions.ts';
import { type QuestionBank, sameSeat } from '../banks/question-bank.ts';
import { newestFirst } from '../entry/entry.ts';
import { sameAbout } from '../text/plain-text.ts';
import type { Day } from '../time/day.ts';
import type { ChallengeState } from './challenge.ts';
import { type Conversation, mayBeDebriefed } from './conversation.ts';
import type { Followed } from './followed-items.ts';

/** What decides which pairs can still close a plan or a guess. */
export interface Pairs {
  readonly conversations: readonly Conversation[];
  /** The bank of debriefs, where it can be read. */
  readonly debrief: QuestionBank | undefined;
  readonly states: readonly ChallengeState[];
}

/**
 * The plans and guesses that a review leaves to their pair, since that one will ask about them: those of a conversation that is
 * ahead or waits for its debrief, and those of a step that is being tried, whose evidence closes the latest open one.
 *
 * @param items - All of them.
 *
 * @example
 * leftToPairs(followedItems([prepared]), { conversations: [], debrief: undefined, states: [] }, '2026-11-22').size //=> 0
 */
export function leftToPairs(
  items: readonly Followed[],
  { conversations, debrief, states }: Pairs,
  today: Day,
): ReadonlySet<string> {
  const open = items.filter(({ outcomes }) => outcomes.length === 0);
  const ahead = new Set(
    conversations.filter((one) => mayBeDebriefed(one, today)).map(({ prepared }) => prepared.id),
  );
  const asked = new Set(debrief ? questionsOf(debrief).flatMap(closedBy) : []);
  const talkedOf = open.filter(
    ({ kind, entry, answer }) =>
      ahead.has(entry.id) && (debrief ? asked.has(answer.question) : kind === 'prediction'),
  );
  const tried = states
    .filter(
      ({ phase, standing }) => phase === 'trying' && (standing === 'under-way' || standing === 'paused'),
    )
    .flatMap(({ step, about, role }) => {
      const own = open
        .filter(
          ({ entry }) =>
            entry.bank === CHALLENGE_BANK && sameAbout(entry.about, about) && sameSeat(entry.role, role),
        )
        .toSorted((one, other) => newestFirst(one.entry, other.entry));
      return step.evidence
        .flatMap(closedBy)
        .flatMap((question) => own.find(({ answer }) => answer.question === question) ?? []);
    });
  return new Set([...talkedOf, ...tried].map(({ reference }) => reference));
}

function closedBy({ type, resolves }: QuestionBank['questions'][number]): readonly string[] {
  return type === 'choice' ? (resolves ?? []) : [];
}
