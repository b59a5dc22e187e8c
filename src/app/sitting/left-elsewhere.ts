// The plans and guesses that something else than a review asks about.
import { CHALLENGE_BANK, DEBRIEF_BANK } from '../../domain/banks/bank-names.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { type ChallengeState, challengeStates } from '../../domain/record/challenge.ts';
import { type Conversation, conversationsOf, mayBeDebriefed } from '../../domain/record/conversation.ts';
import { type Followed, type FollowedUp, followedItems } from '../../domain/record/followed-items.ts';
import { leftToPairs } from '../../domain/record/pairs.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Banks } from '../ports/machine.ts';
import { soundBank } from './load-if-sound.ts';

/**
 * The plans and guesses of a journal, and those of them that a debrief or a step asks about.
 *
 * @param entries - All that count.
 *
 * @example
 * (await followedUpIn([], thereAreBanks, '2026-11-22')).left.size //=> 0
 */
export async function followedUpIn(entries: readonly Entry[], banks: Banks, today: Day): Promise<FollowedUp> {
  const items = followedItems(entries);
  const states = await statesOf(entries, banks);
  return { items, left: await leftOf(items, conversationsOf(entries), states, banks, today) };
}

/**
 * The plans and guesses that a debrief or a step asks about, by their references: a review leaves them out, and they never rest.
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
