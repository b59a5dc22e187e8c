// Everything that waits on a day, worked out from all entries.
import { PREPARE_BANK, DEBRIEF_BANK, CHALLENGE_BANK } from '../../domain/banks/bank-names.ts';
import {
  bankDue,
  type DueBank,
  ANSWERS_OF_A_WHOLE_SITTING,
  SITTINGS_THAT_TELL,
} from '../../domain/record/bank-due.ts';
import { type Day } from '../../domain/time/day.ts';
import { challengeStates } from '../../domain/record/challenge.ts';
import { challengesAside, stepsDue } from '../../domain/record/steps-due.ts';
import { type Role, ROLES } from '../../domain/banks/question-bank.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import * as talks from '../../domain/record/conversation.ts';
import { dueItems, type Followed, followedItems } from '../../domain/record/followed-items.ts';
import type { Query } from '../../domain/search/query.ts';
import type { TellableWaiting } from '../../pages/today/waiting-lines.ts';
import type { EntryIndex, Found } from '../ports/entry-index.ts';
import type { Banks } from '../ports/machine.ts';
import type { AgendaPorts } from '../sitting/agenda-from-journal.ts';
import { soundBank } from '../sitting/load-if-sound.ts';
import { lookBackWaiting, newestLookBack } from './look-back.ts';

/** What can be looked at on a day, before anything new is begun. */
export interface ToLookAt extends Pick<TellableWaiting, 'due' | 'conversations'> {
  /** Every plan and guess that nothing closes, and those beside them in the same entries. */
  readonly items: readonly Followed[];
  readonly unreadable: Found['unreadable'];
}

/** What waits for the person on a day. Nothing of it was written anywhere but in the entries, and all of them count. */
export type Waiting = ToLookAt & TellableWaiting;

/**
 * What waits for the person on a day.
 *
 * @example
 * (await whatWaits(ports, '2026-11-22')).lookBack //=> undefined
 */
export async function whatWaits({ index, banks }: AgendaPorts, today: Day): Promise<Waiting> {
  const [open, conversations, challenge, looked, ...sittings] = await index.findEach([
    OPEN,
    CONVERSATIONS,
    { banks: [CHALLENGE_BANK] },
    newestLookBack(today),
    ...ROLES.map(latestWhole),
  ]);
  return {
    ...toLookAt(open, conversations, today),
    ...(await challengesOn(challenge, banks, today)),
    banks: await banksDue(sittings, index, today),
    lookBack: await lookBackWaiting(index, today, looked),
  };
}

/**
 * What can be looked at on a day.
 *
 * @example
 * (await whatToLookAt(index, '2026-12-06')).due.length //=> 1
 */
export async function whatToLookAt(index: EntryIndex, today: Day): Promise<ToLookAt> {
  const [open, conversations] = await index.findEach([OPEN, CONVERSATIONS]);
  return toLookAt(open, conversations, today);
}

/**
 * The conversations that wait for their debrief, however long ago they were prepared.
 *
 * @param find - How they are found: by what entries say or, where that has to be quick, by the names of files.
 *
 * @example
 * (await conversationsWaiting(index.find, '2026-11-22')).length //=> 0
 */
export async function conversationsWaiting(
  find: (query: Query) => Promise<Found>,
  today: Day,
): Promise<readonly talks.Conversation[]> {
  return conversationsIn(await find(CONVERSATIONS), today);
}

/** All that decides which plans and guesses are due. */
const OPEN: Query = { open: true };

/** All that decides which conversations have no debrief yet. */
const CONVERSATIONS: Query = { banks: [PREPARE_BANK, DEBRIEF_BANK] };

function wholeSittings(role: Role): Query {
  return { banks: [role], answered: ANSWERS_OF_A_WHOLE_SITTING };
}

/** The sittings that decide whether it is time for the bank of a role again. */
function latestWhole(role: Role): Query {
  return { ...wholeSittings(role), limit: SITTINGS_THAT_TELL };
}

function toLookAt(open: Found | undefined, conversations: Found | undefined, today: Day): ToLookAt {
  const waiting = conversationsIn(conversations, today);
  const items = followedItems(counting(open));
  return {
    due: dueItems(talks.leftToReview(items, waiting), today),
    conversations: waiting,
    items,
    unreadable: open?.unreadable ?? [],
  };
}

function conversationsIn(found: Found | undefined, today: Day): readonly talks.Conversation[] {
  return talks.conversationsToDebrief(talks.conversationsOf(counting(found)), today);
}

async function challengesOn(
  found: Found | undefined,
  banks: Banks,
  today: Day,
): Promise<Pick<TellableWaiting, 'steps' | 'challenges'>> {
  const entries = counting(found);
  const bank = entries.length === 0 ? undefined : await soundBank(CHALLENGE_BANK, banks);
  const states = bank ? challengeStates(bank, entries) : [];
  return { steps: stepsDue(states, today), challenges: challengesAside(states, today) };
}

async function banksDue(
  latest: readonly Found[],
  index: EntryIndex,
  today: Day,
): Promise<readonly DueBank[]> {
  const due: DueBank[] = [];
  for (const [at, role] of ROLES.entries()) {
    const found = latest[at];
    const isEnough = counting(found).length === found?.entries.length;
    // Where some are copies of others, the latest do not tell enough.
    const sittings = isEnough ? found : await index.find(wholeSittings(role));
    const bank = bankDue(counting(sittings), role, today);
    if (bank) due.push(bank);
  }
  return due;
}

function counting(found: Found | undefined): readonly Entry[] {
  return countingEntries(found?.entries ?? []);
}
