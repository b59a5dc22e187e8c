// The lines of what waits, without a word of what was written.
import { dayWords, type Day } from '../../domain/time/day.ts';
import type { DueBank } from '../../domain/record/bank-due.ts';
import type { StepDue } from '../../domain/record/steps-due.ts';
import type { Conversation } from '../../domain/record/conversation.ts';
import type { LookBackDue } from '../../domain/record/look-back-due.ts';
import type { Followed } from '../../domain/record/followed-items.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { itemLine } from '../record/item-text.ts';
import { told } from '../text/wrap.ts';
import { wordList } from '../text/word-list.ts';
import { aboutWords, capital, counted, onDay } from '../text/words.ts';
import { shellWord } from '../../formats/text/shell-word.ts';

/** At most this many due plans and guesses are named; the rest is counted (docs/method.md, Rhythm). */
export const NAMED = 3;

/** Everything that waits on a day, as far as something is said of it. */
export interface TellableWaiting {
  /** Plans and guesses whose date has come, the longest due first; those that a debrief can still resolve are left to it. */
  readonly due: readonly Followed[];
  /** Conversations that were prepared and can be looked back on, the latest first. */
  readonly conversations: readonly Conversation[];
  /** Steps of a challenge that wait for their questions, for what came of them or for a choice, the longest first. */
  readonly steps: readonly StepDue[];
  /** The banks of roles that were walked a while ago; nothing presses, and no reminder speaks of them. */
  readonly banks: readonly DueBank[];
  readonly lookBack: LookBackDue | undefined;
}

/**
 * The lines of what waits, each with the command that leads to it and without a word of what was written.
 *
 * @example
 * waitingLines({ due: [], conversations: [], steps: [], banks: [], lookBack: { last: null } }, '2026-11-22', 80)
 * //=> ['Time for a first look back: coach reflect lookback']
 */
export function waitingLines(
  { due, conversations, steps, banks, lookBack }: TellableWaiting,
  today: Day,
  width: number,
): readonly string[] {
  const more = due.length - NAMED;
  return [
    ...due.slice(0, NAMED).map((item) => dueLine(item, today)),
    ...(more > 0 ? [`And ${more} more.`] : []),
    ...(due.length > 0 ? ['To say what became of that: coach review'] : []),
    ...namedApart(conversations, today).map(
      ({ name, conversation }) => `${name}: ${debriefCommand(conversation)}`,
    ),
    ...steps.map((one) => told(`${stepWaits(one)}:`, readyCommand(one), width).join('\n')),
    ...banks.map(
      ({ bank, last }) => `The questions of ${dayWords(last, today)} may be new again: coach reflect ${bank}`,
    ),
    ...(lookBack ? [`${lookBackWords(lookBack, today)}: coach reflect lookback`] : []),
  ];
}

function dueLine(item: Followed, today: Day): string {
  const [first = '', ...rest] = itemLine(item, today).split(', ');
  return `${capital(first)}${aboutWords(item.entry.about)}, ${rest.join(', ')}.`;
}

function lookBackWords({ last }: LookBackDue, today: Day): string {
  return last === null ? 'Time for a first look back' : `You last looked back on ${dayWords(last, today)}`;
}

/**
 * The line where nothing is due.
 *
 * @param next - When something is.
 *
 * @example
 * nothingDue('2026-11-22') //=> 'Nothing due today.'
 * nothingDue('2026-11-22', '2026-11-23') //=> 'Nothing due today. The next look is tomorrow.'
 */
export function nothingDue(today: Day, next?: Day): string {
  return `Nothing due today.${next === undefined ? '' : ` The next look is ${onDay(next, today)}.`}`;
}

/**
 * The name of a conversation.
 *
 * @example
 * conversationName({ day: '2026-11-21', prepared: entry }, '2026-11-22')
 * //=> 'The conversation of yesterday about D.'
 */
export function conversationName({ day, prepared }: Conversation, today: Day): string {
  return `The conversation of ${dayWords(day, today)}${aboutWords(prepared.about)}`;
}

/**
 * Conversations with their names; those of one day about the same people are told apart by when they were prepared.
 *
 * @example
 * namedApart([{ day: '2026-11-21', prepared: entry }], '2026-11-22')[0].name
 * //=> 'The conversation of yesterday about D.'
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
  return `coach reflect debrief${aboutOption(about)}`;
}

function aboutOption(about: string | null): string {
  return about === null ? '' : ` --about ${shellWord(plainText(about))}`;
}

/** The thing that a step of a challenge waits for. */
function stepWaits({ step, about, phase }: StepDue): string {
  const name = `the step "${plainText(step.title)}"${aboutWords(about)}`;
  return {
    waiting: `The questions of ${name} come next`,
    trying: `${capital(name)} has had its time`,
    brought: `Where to go from ${name} is still open`,
  }[phase];
}

function readyCommand({ about, role, bothSeats }: StepDue): string {
  return `coach challenge ready${aboutOption(about)}${bothSeats && role !== null ? ` --role ${role}` : ''}`;
}

/**
 * How much waits, in a few words; empty where nothing does.
 *
 * @example
 * countWords({ due: [], conversations: [], steps: [], lookBack: { last: null } }) //=> 'a look back'
 */
export function countWords({ due, conversations, steps, lookBack }: Omit<TellableWaiting, 'banks'>): string {
  const plans = due.filter(({ kind }) => kind === 'commitment').length;
  const parts = [
    counted(plans, 'plan'),
    counted(due.length - plans, 'guess', 'guesses'),
    counted(conversations.length, 'conversation'),
    counted(steps.length, 'step of a challenge', 'steps of challenges'),
    // Of what there is none, nothing is said.
  ].filter((part) => !part.startsWith('0 '));
  return wordList([...parts, ...(lookBack ? ['a look back'] : [])], 'and');
}
