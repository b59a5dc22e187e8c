// The offer to look at what has come due, before something new is begun.
import type { Prompter } from '../../app/ports/prompter.ts';
import { whatToLookAt } from '../../app/today/waiting.ts';
import { REVIEWS_A_SITTING } from '../../domain/sitting/review-questions.ts';
import { type Context, dayOn } from '../context.ts';
import { conversationName, countWords } from '../today/waiting-lines.ts';
import { reviewItems } from './review-items.ts';

/**
 * Offers, once and in one line, to look at what has come due before something new is begun.
 *
 * @returns What the person wants to do in its place; plans and guesses were looked at when it returns.
 */
export async function offerWhatWaits(prompter: Prompter, context: Context): Promise<'debrief' | 'go-on'> {
  const day = dayOn(context);
  const { due, conversations } = await whatToLookAt(context.index(), day);
  const words = countWords({ due, conversations, steps: [], lookBack: undefined });
  if (words === '') return 'go-on';
  const [conversation] = conversations;
  const name =
    conversations.length === 1 && conversation ? conversationName(conversation, day) : 'A conversation';
  const chosen = await prompter.choose(`Waiting to be looked at: ${words}.`, [
    ...(due.length === 0 ? [] : [{ value: 'review' as const, label: 'Say what became of it' }]),
    ...(conversation ? [{ value: 'debrief' as const, label: `${name}: look back on it` }] : []),
    { value: 'go-on' as const, label: 'Not now', wayOut: true },
  ]);
  if (chosen !== 'review') return chosen;
  await reviewItems(due, REVIEWS_A_SITTING, prompter, context);
  return 'go-on';
}
