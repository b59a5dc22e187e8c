import { PREPARE_BANK, DEBRIEF_BANK, LOOKBACK_BANK, CHALLENGE_BANK } from '../../domain/banks/bank-names.ts';
import { bankDue, type DueBank } from '../../domain/record/bank-due.ts';
import { addDays, type Day } from '../../domain/time/day.ts';
import { challengeStates } from '../../domain/record/challenge.ts';
import { DAYS_OF_STEPS, type StepDue, stepsDue } from '../../domain/record/steps-due.ts';
import {
  type Conversation,
  conversationsOf,
  conversationsToDebrief,
} from '../../domain/record/conversation.ts';
import { oncePerId } from '../../domain/entry/entry.ts';
import { dueItems, type Followed } from '../../domain/record/followed-items.ts';
import { DAYS_BETWEEN_LOOKBACKS } from '../../domain/record/lookback.ts';
import { ROLES } from '../../domain/banks/question-bank.ts';
import { DAYS_AHEAD } from './check-in.ts';
import type { EntryIndex, Found } from '../ports/entry-index.ts';
import type { Banks } from '../ports/machine.ts';
import { openItems } from '../journal/open-items.ts';
import { type ReviewPorts } from '../sitting/agenda-of-review.ts';
import { soundBank } from '../sitting/load-if-sound.ts';

/** What waits for the person on a day. Nothing of it was written anywhere but in the entries. */
export interface Waiting {
  /** Plans and guesses whose date has come, the longest due first; those that a debrief can still resolve are left to it. */
  readonly due: readonly Followed[];
  /** Conversations that were prepared and can be looked back on, the latest first. */
  readonly conversations: readonly Conversation[];
  /** Steps of a challenge that wait for their questions, for what came of them or for a choice, the longest first. */
  readonly steps: readonly StepDue[];
  /** The banks of roles that were walked a while ago; nothing presses, and no reminder speaks of them. */
  readonly banks: readonly DueBank[];
  /** A month has passed since the last look back, or since the first entry. */
  readonly lookBack: boolean;
  readonly unreadable: Found['unreadable'];
}

/**
 * What waits for the person on a day.
 *
 * @example
 * (await whatWaits(ports, '2026-11-22')).lookBack //=> false
 */
export async function whatWaits({ index, banks }: ReviewPorts, today: Day): Promise<Waiting> {
  const { items, unreadable } = await openItems(index);
  const conversations = await conversationsWaiting(index, today);
  return {
    due: dueForReview(items, conversations, today),
    conversations,
    steps: await stepsWaiting(index, banks, today),
    banks: await banksDue(index, today),
    lookBack: await isLookBackDue(index, today),
    unreadable,
  };
}

/**
 * What is due, without the guesses of conversations that wait for their debrief, which resolves them.
 *
 * @example
 * dueForReview(items, [], '2026-11-22').length //=> 2
 */
export function dueForReview(
  items: readonly Followed[],
  conversations: readonly Conversation[],
  today: Day,
): readonly Followed[] {
  const left = new Set(conversations.map(({ prepared }) => prepared.id));
  return dueItems(items, today).filter(({ kind, entry }) => kind === 'commitment' || !left.has(entry.id));
}

/**
 * The conversations that wait for their debrief, found by the names of their files.
 *
 * @example
 * (await conversationsWaiting(index, '2026-11-22')).length //=> 1
 */
export async function conversationsWaiting(index: EntryIndex, today: Day): Promise<readonly Conversation[]> {
  const since = addDays(today, -DAYS_AHEAD);
  const { entries } = await index.newest({ banks: [PREPARE_BANK, DEBRIEF_BANK], since });
  return conversationsToDebrief(conversationsOf(entries.map(({ entry }) => entry)), today);
}

/** A step takes two weeks at the most. */
const LONGEST_STEP = 14;

async function stepsWaiting(index: EntryIndex, banks: Banks, today: Day): Promise<readonly StepDue[]> {
  const since = addDays(today, -(LONGEST_STEP + DAYS_OF_STEPS));
  const { entries } = await index.newest({ banks: [CHALLENGE_BANK], since });
  if (entries.length === 0) return [];
  const bank = await soundBank(CHALLENGE_BANK, banks);
  if (!bank) return [];
  return stepsDue(challengeStates(bank, oncePerId(entries.map(({ entry }) => entry))), today);
}

/** As many sittings with the banks of roles as tell whether it is time for another one: single questions are among them. */
const SITTINGS = 20;

async function banksDue(index: EntryIndex, today: Day): Promise<readonly DueBank[]> {
  const { entries } = await index.newest({ banks: ROLES, limit: SITTINGS });
  const known = oncePerId(entries.map(({ entry }) => entry));
  return ROLES.flatMap((role) => bankDue(known, role, today) ?? []);
}

async function isLookBackDue(index: EntryIndex, today: Day): Promise<boolean> {
  const since = addDays(today, 1 - DAYS_BETWEEN_LOOKBACKS);
  const looked = await index.newest({ banks: [LOOKBACK_BANK], since, limit: 1 });
  if (looked.entries.length > 0) return false;
  const { entries } = await index.newest({ until: addDays(since, -1), limit: 1 });
  return entries.length > 0;
}
