// The offer to look at what has come due, before something new is begun.
import type { Prompter } from '../../app/ports/prompter.ts';
import { whatToLookAt } from '../../app/today/waiting.ts';
import { REVIEWS_A_SITTING } from '../../domain/sitting/review-questions.ts';
import { offerText, waitingChoices } from '../../pages/today/waiting-offer.ts';
import { type Context, dayOn } from '../context.ts';
import { reviewItems } from './review-items.ts';

/**
 * Offers, once and in one line, to look at what has come due before something new is begun.
 *
 * @returns What the person wants to do in its place; plans and guesses were looked at when it returns.
 */
export async function offerWhatWaits(prompter: Prompter, context: Context): Promise<'debrief' | 'go-on'> {
  const day = dayOn(context);
  const found = await whatToLookAt({ index: context.index(), banks: context.banks }, day);
  const offer = offerText(found);
  if (offer === undefined) return 'go-on';
  const chosen = await prompter.choose(offer, waitingChoices(found, day));
  if (chosen !== 'review') return chosen;
  await reviewItems(found.due, REVIEWS_A_SITTING, prompter, context);
  return 'go-on';
}
