// Everything that waits on a day, worked out from all entries.
import { PREPARE_BANK, DEBRIEF_BANK, CHALLENGE_BANK } from '../../domain/banks/bank-names.ts';
import {
  bankDue,
  type DueBank,
  ANSWERS_OF_A_WHOLE_SITTING,
  SITTINGS_THAT_TELL,
} from '../../domain/record/bank-due.ts';
import { type Day } from '../../domain/time/day.ts';
import type { ChallengeState } from '../../domain/record/challenge.ts';
import { challengesAside, stepsDue } from '../../domain/record/steps-due.ts';
import { type Role, ROLES } from '../../domain/banks/question-bank.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import * as talks from '../../domain/record/conversation.ts';
import { dueItems, type Followed, followedItems } from '../../domain/record/followed-items.ts';
import type { Query } from '../../domain/search/query.ts';
import type { TellableWaiting } from '../../pages/today/waiting-lines.ts';
import { type EntryIndex, type Found, NOTHING_FOUND } from '../ports/entry-index.ts';
import type { Banks } from '../ports/machine.ts';
import type { AgendaPorts } from '../sitting/agenda-from-journal.ts';
import { leftOf, statesOf } from '../sitting/left-elsewhere.ts';
import { NEWEST } from './last-written.ts';
import { lookBackIn, lookBackQueries } from './look-back.ts';

/** What can be looked at on a day, before anything new is begun. */
export interface ToLookAt extends Pick<TellableWaiting, 'due' | 'conversations'> {
  /** Every plan and guess that nothing closes, and those beside them in the same entries. */
  readonly items: readonly Followed[];
  /** The plans and guesses that a review leaves to a debrief or to the evidence of a step, by their references. */
  readonly left: ReadonlySet<string>;
  readonly unreadable: Found['unreadable'];
}

/** What waits for the person on a day. Nothing of it was written anywhere but in the entries, and all of them count. */
export type Waiting = ToLookAt &
  TellableWaiting & {
    /** The newest entries, as `lastWritten` asks for them. */
    readonly newest: Found;
  };

/**
 * What waits for the person on a day.
 *
 * @example
 * (await whatWaits(ports, '2026-11-22')).lookBack //=> undefined
 */
export async function whatWaits({ index, banks }: AgendaPorts, today: Day): Promise<Waiting> {
  const [open, conversations, challenge, ...more] = await index.findEach(
    [OPEN, CONVERSATIONS, CHALLENGES, ...ROLES.map(latestWhole)],
    [NEWEST, ...lookBackQueries(today)],
  );
  const [newest = NOTHING_FOUND, ...lookBacks] = more.slice(ROLES.length);
  const states = await statesOf(counting(challenge), banks);
  return {
    ...(await toLookAt(open, conversations, states, banks, today)),
    steps: stepsDue(states, today),
    challenges: challengesAside(states, today),
    banks: await banksDue(more, index, today),
    lookBack: lookBackIn(lookBacks, today),
    newest,
  };
}

/**
 * What can be looked at on a day.
 *
 * @example
 * (await whatToLookAt(ports, '2026-12-06')).due.length //=> 1
 */
export async function whatToLookAt({ index, banks }: AgendaPorts, today: Day): Promise<ToLookAt> {
  const [open, conversations, challenge] = await index.findEach([OPEN, CONVERSATIONS, CHALLENGES]);
  return toLookAt(open, conversations, await statesOf(counting(challenge), banks), banks, today);
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

/**
 * The conversations that wait for their debrief, and those that are still ahead, the nearest first.
 *
 * @example
 * (await conversationsAround(index.find, '2026-11-22')).ahead.length //=> 0
 */
export async function conversationsAround(
  find: (query: Query) => Promise<Found>,
  today: Day,
): Promise<{
  readonly waiting: readonly talks.Conversation[];
  readonly ahead: readonly talks.Conversation[];
}> {
  const all = talks.conversationsOf(counting(await find(CONVERSATIONS)));
  return { waiting: talks.conversationsToDebrief(all, today), ahead: talks.conversationsAhead(all, today) };
}

/** All that decides which plans and guesses are due. */
const OPEN: Query = { open: true, outline: true };

/** All that decides which conversations have no debrief yet. */
const CONVERSATIONS: Query = { banks: [PREPARE_BANK, DEBRIEF_BANK], outline: true };

/** All that decides where each challenge stands. */
const CHALLENGES: Query = { banks: [CHALLENGE_BANK], outline: true };

function wholeSittings(role: Role): Query {
  return { banks: [role], answered: ANSWERS_OF_A_WHOLE_SITTING, outline: true };
}

/** The sittings that decide whether it is time for the bank of a role again. */
function latestWhole(role: Role): Query {
  return { ...wholeSittings(role), limit: SITTINGS_THAT_TELL };
}

async function toLookAt(
  open: Found | undefined,
  found: Found | undefined,
  states: readonly ChallengeState[],
  banks: Banks,
  today: Day,
): Promise<ToLookAt> {
  const conversations = talks.conversationsOf(counting(found));
  const items = followedItems(counting(open));
  const left = await leftOf(items, conversations, states, banks, today);
  return {
    due: dueItems(
      items.filter(({ reference }) => !left.has(reference)),
      today,
    ),
    conversations: talks.conversationsToDebrief(conversations, today),
    items,
    left,
    unreadable: open?.unreadable ?? [],
  };
}

function conversationsIn(found: Found | undefined, today: Day): readonly talks.Conversation[] {
  return talks.conversationsToDebrief(talks.conversationsOf(counting(found)), today);
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
