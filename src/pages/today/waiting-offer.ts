// The words of the offer to look at what has come due.
import type { Conversation } from '../../domain/record/conversation.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Choice } from '../sitting/field-text.ts';
import { conversationName, countWords, namedApart, type TellableWaiting } from './waiting-lines.ts';

/** What may be looked at before something new is begun. */
type Offered = Pick<TellableWaiting, 'due' | 'conversations'>;

/**
 * How much could be looked at; undefined where there is nothing.
 *
 * @example
 * offerText({ due: [], conversations: [] }) //=> undefined
 */
export function offerText({ due, conversations }: Offered): string | undefined {
  const words = countWords({ due, conversations, steps: [], lookBack: undefined });
  if (words === '') return undefined;
  const them = due.length + conversations.length === 1 ? 'it' : 'them';
  return conversations.length === 0
    ? `Due: ${words}. Review ${them} first?`
    : `Waiting: ${words}. Start with ${them === 'it' ? 'it' : 'one of them'}?`;
}

/**
 * The ways on from there.
 *
 * @example
 * waitingChoices({ due: [], conversations: [] }, '2026-11-22').map(({ label }) => label) //=> ['Not now']
 */
export function waitingChoices(
  { due, conversations }: Offered,
  today: Day,
): readonly Choice<'review' | 'debrief' | 'go-on'>[] {
  const [conversation, ...more] = conversations;
  const name = conversation && more.length === 0 ? conversationName(conversation, today) : 'A conversation';
  return [
    ...(due.length === 0
      ? []
      : [{ value: 'review' as const, label: conversation ? 'Review plans and guesses' : 'Yes' }]),
    ...(conversation ? [{ value: 'debrief' as const, label: `${name}: look back on it` }] : []),
    { value: 'go-on', label: 'Not now', wayOut: true },
  ];
}

/** Where several conversations could be looked back on. */
export const WHICH_CONVERSATION = 'Which conversation?';

/**
 * The conversations that could be looked back on, and another one.
 *
 * @example
 * conversationChoices([], '2026-11-22').map(({ label }) => label) //=> ['Another one']
 */
export function conversationChoices(
  waiting: readonly Conversation[],
  today: Day,
): readonly Choice<Conversation | null>[] {
  return [
    ...namedApart(waiting, today).map(({ conversation, name }) => ({ value: conversation, label: name })),
    { value: null, label: 'Another one' },
  ];
}

/**
 * The question whether a debrief is about a conversation that was to come later.
 *
 * @example
 * wasItThis({ prepared: { about: 'D.' }, day: '2026-12-10' }, '2026-11-22') //=> 'Was this the conversation on 10 December with D.?'
 */
export function wasItThis(conversation: Conversation, today: Day): string {
  const name = conversationName(conversation, today);
  return `Was this ${name.slice(0, 1).toLowerCase()}${name.slice(1)}?`;
}

/**
 * The answers to that.
 *
 * @example
 * wasItChoices({ day: '2026-12-10' }).map(({ label }) => label) //=> ['Yes', 'No, another one']
 */
export function wasItChoices(conversation: Conversation): readonly Choice<Conversation | null>[] {
  return [
    { value: conversation, label: 'Yes' },
    { value: null, label: 'No, another one' },
  ];
}
