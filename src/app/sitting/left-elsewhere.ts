// The plans and guesses that something else than a review asks about.
import { CHALLENGE_BANK, DEBRIEF_BANK } from '../../domain/banks/bank-names.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { type ChallengeState, challengeStates } from '../../domain/record/challenge.ts';
import { type Conversation, conversationsOf, mayBeDebriefed } from '../../domain/record/conversation.ts';
import { type Followed, followedItems } from '../../domain/record/followed-items.ts';
import { leftToPairs } from '../../domain/record/pairs.ts';
import { matches } from '../../domain/search/query.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Banks } from '../ports/machine.ts';
import { soundBank } from './load-if-sound.ts';

/**
 * The plans and guesses that a debrief or a step asks about, by their references: a review leaves them out, and they never rest.
 *
 * @param entries - All that count.
 *
 * @example
 * (await leftElsewhere([], thereAreBanks, '2026-11-22')).size //=> 0
 */
export async function leftElsewhere(
  entries: readonly Entry[],
  banks: Banks,
  today: Day,
): Promise<ReadonlySet<string>> {
  const items = followedItems(entries.filter((entry) => matches(entry, { open: true })));
  return leftOf(items, conversationsOf(entries), await statesOf(entries, banks), banks, today);
}

/**
 * The same where the conversations and the challenges are known.
 *
 * @example
 * (await leftOf([], [], [], thereAreBanks, '2026-11-22')).size //=> 0
 */
export async function leftOf(
  items: readonly Followed[],
  conversations: readonly Conversation[],
  states: readonly ChallengeState[],
  banks: Banks,
  today: Day,
): Promise<ReadonlySet<string>> {
  const isAny = conversations.some((one) => mayBeDebriefed(one, today));
  const debrief = isAny ? await soundBank(DEBRIEF_BANK, banks) : undefined;
  return leftToPairs(items, { conversations, debrief, states }, today);
}

/**
 * Where each challenge stands; none where the bank of challenges cannot be read.
 *
 * @param entries - Those of the bank of challenges, or more.
 *
 * @example
 * await statesOf([], thereAreBanks) //=> []
 */
export async function statesOf(entries: readonly Entry[], banks: Banks): Promise<readonly ChallengeState[]> {
  const own = entries.filter(({ bank }) => bank === CHALLENGE_BANK);
  const bank = own.length === 0 ? undefined : await soundBank(CHALLENGE_BANK, banks);
  return bank ? challengeStates(bank, own) : [];
}
