// The lines of what waits, without a word of what was written.
import { dayWords, type Day } from '../../domain/time/day.ts';
import type { DueBank } from '../../domain/record/bank-due.ts';
import type { ChallengeState } from '../../domain/record/challenge.ts';
import type { StepDue } from '../../domain/record/steps-due.ts';
import type { Conversation } from '../../domain/record/conversation.ts';
import type { LookBackDue } from '../../domain/record/look-back-due.ts';
import type { Followed } from '../../domain/record/followed-items.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { plainText, sameAbout } from '../../domain/text/plain-text.ts';
import { itemsInWords } from '../record/plans-text.ts';
import { told } from '../text/wrap.ts';
import { aboutWords, capital, counted, onDay } from '../text/words.ts';
import { aboutFlag } from '../../formats/text/shell-word.ts';

/** Everything that waits on a day, as far as something is said of it. */
export interface TellableWaiting {
  /** Plans and guesses whose date has come, the longest due first; those that a debrief can still resolve are left to it. */
  readonly due: readonly Followed[];
  /** Conversations that were prepared and can be looked back on, the latest first. */
  readonly conversations: readonly Conversation[];
  /** Steps of a challenge that wait for their questions, for what came of them or for a choice, the longest first. */
  readonly steps: readonly StepDue[];
  /** Challenges that go on or are paused, and in which nothing is to be done yet. */
  readonly challenges: readonly ChallengeState[];
  /** The banks of roles that were walked a while ago; nothing presses, and no reminder speaks of them. */
  readonly banks: readonly DueBank[];
  readonly lookBack: LookBackDue | undefined;
}

/**
 * The lines of what waits, each with the command that leads to it and without a word of what was written.
 *
 * @example
 * const nothing = { due: [], conversations: [], steps: [], challenges: [], banks: [] };
 * waitingLines({ ...nothing, lookBack: { last: null } }, '2026-11-22', 80)
 * //=> ['Time for a first look back: coach reflect lookback']
 */
export function waitingLines(
  { due, conversations, steps, banks, lookBack }: Omit<TellableWaiting, 'challenges'>,
  today: Day,
  width: number,
): readonly string[] {
  return [
    ...dueLines(due, today),
    ...namedApart(conversations, today).map(
      ({ name, conversation }) => `${name}: ${debriefCommand(conversation)}`,
    ),
    ...steps.map((one) => told(`${stepWaits(one)}:`, readyCommand(one), width).join('\n')),
    ...banks.map(
      ({ bank, last }) => `The ${bank} questions, last answered ${onDay(last, today)}: coach reflect ${bank}`,
    ),
    ...(lookBack ? [`${lookBackWords(lookBack, today)}: coach reflect lookback`] : []),
  ];
}

/** All that is due in one line, with its name where it is about the same, and the day of the first. */
function dueLines(due: readonly Followed[], today: Day): readonly string[] {
  const [first] = due.toSorted((one, other) => (one.entry.day < other.entry.day ? -1 : 1));
  if (!first) return [];
  const isAll = (same: (entry: Entry) => boolean): boolean => due.every(({ entry }) => same(entry));
  const about = isAll((entry) => sameAbout(entry.about, first.entry.about)) ? first.entry.about : null;
  const from = isAll(({ day }) => day === first.entry.day) ? ' from' : ', the first from';
  return [
    `Due: ${itemsInWords(due)}${aboutWords(about)}${from} ${dayWords(first.entry.day, today)}`,
    `See how ${due.length === 1 ? 'it' : 'they'} went: coach review`,
  ];
}

/**
 * The challenges in which nothing is to be done yet, a line each, so that none is lost sight of.
 *
 * @example
 * challengeLines([trying], '2026-11-22', 80) //=> ['"See the pattern" (D.) runs until 28 November: coach challenge']
 */
export function challengeLines(
  challenges: readonly ChallengeState[],
  today: Day,
  width: number,
): readonly string[] {
  return challenges.flatMap(({ step, about, standing, until }) => {
    const name = `"${plainText(step.title)}"${inBrackets(about)}`;
    const state =
      standing === 'paused'
        ? 'is paused'
        : until === null
          ? 'is under way'
          : `runs until ${dayWords(until, today)}`;
    return told(`${name} ${state}:`, 'coach challenge', width);
  });
}

function inBrackets(about: string | null): string {
  return about === null ? '' : ` (${plainText(about)})`;
}

function lookBackWords({ last }: LookBackDue, today: Day): string {
  return last === null ? 'Time for a first look back' : `You last looked back ${onDay(last, today)}`;
}

/**
 * The line where nothing is due.
 *
 * @param next - When something is.
 *
 * @example
 * nothingDue('2026-11-22') //=> 'Nothing due today.'
 * nothingDue('2026-11-22', '2026-11-23') //=> 'Nothing due today. The next plan or guess is due tomorrow.'
 */
export function nothingDue(today: Day, next?: Day): string {
  return `Nothing due today.${next === undefined ? '' : ` The next plan or guess is due ${onDay(next, today)}.`}`;
}

/**
 * The name of a conversation.
 *
 * @example
 * conversationName({ day: '2026-11-21', prepared: entry }, '2026-11-22')
 * //=> "Yesterday's conversation with D."
 */
export function conversationName({ day, prepared }: Conversation, today: Day): string {
  const words = dayWords(day, today);
  const name = /^\d/.test(words) ? `The conversation on ${words}` : `${capital(words)}'s conversation`;
  return `${name}${prepared.about === null ? '' : ` with ${plainText(prepared.about)}`}`;
}

/**
 * Conversations with their names; those of one day about the same people are told apart by when they were prepared.
 *
 * @example
 * namedApart([{ day: '2026-11-21', prepared: entry }], '2026-11-22')[0].name
 * //=> "Yesterday's conversation with D."
 */
export function namedApart(conversations: readonly Conversation[], today: Day): readonly NamedConversation[] {
  const named = conversations.map((conversation) => ({
    conversation,
    name: conversationName(conversation, today),
  }));
  return named.map(({ conversation, name }) => {
    const { at, day } = conversation.prepared;
    const isAlone = named.every((other) => other.name !== name || other.conversation === conversation);
    return isAlone
      ? { conversation, name }
      : { conversation, name: `${name}, prepared ${onDay(day, today)} at ${at.slice(11, 16)}` };
  });
}

interface NamedConversation {
  readonly conversation: Conversation;
  readonly name: string;
}

function debriefCommand({ prepared: { about } }: Conversation): string {
  return `coach reflect debrief${aboutFlag(about)}`;
}

/** The thing that a step of a challenge waits for. */
function stepWaits({ step, about, phase }: StepDue): string {
  const name = `"${plainText(step.title)}"${inBrackets(about)}`;
  return {
    waiting: `${name} is next`,
    trying: `${name}: time to look at what came of it`,
    brought: `${name}: decide what's next`,
  }[phase];
}

function readyCommand({ about, role, bothSeats }: StepDue): string {
  return `coach challenge ready${aboutFlag(about)}${bothSeats && role !== null ? ` --role ${role}` : ''}`;
}

/**
 * How much waits, in a few words; empty where nothing does.
 *
 * @example
 * countWords({ due: [], conversations: [], steps: [], lookBack: { last: null } }) //=> 'a look back'
 */
export function countWords({
  due,
  conversations,
  steps,
  lookBack,
}: Pick<TellableWaiting, 'due' | 'conversations' | 'steps' | 'lookBack'>): string {
  const plans = due.filter(({ kind }) => kind === 'commitment').length;
  const parts = [
    counted(plans, 'plan'),
    counted(due.length - plans, 'guess', 'guesses'),
    counted(conversations.length, 'conversation'),
    counted(steps.length, 'challenge step'),
    // Of what there is none, nothing is said.
  ].filter((part) => !part.startsWith('0 '));
  return [...parts, ...(lookBack ? ['a look back'] : [])].join(', ');
}
