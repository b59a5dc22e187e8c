// The moment at which the outcome of a guess is saved, and what is shown then.
import { countingEntries } from '../../domain/entry/copies.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { insightsOf } from '../../domain/record/insight.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import { drawnPage } from '../../cli/drawn-page.ts';
import { afterReviewText } from '../after-review-text.ts';
import { banksOf, knowledgeOf } from '../bank-knowledge.ts';

/** Shows how the likelihood of a guess moved, and how guesses like it have turned out so far; of plans it shows nothing. */
export async function showAfterGuess(entry: Entry, context: Context): Promise<void> {
  const text = await textAfter(entry, context);
  if (text !== '') context.terminal.out(`\n${text}`);
}

async function textAfter(entry: Entry, context: Context): Promise<string> {
  const reviewed = resolutionsIn(entry).flatMap(({ reference, moves }) =>
    moves === undefined ? [reference] : [],
  );
  if (reviewed.length === 0) return '';
  try {
    const { entries } = await context.index().find({ outline: true });
    const known = countingEntries(entries);
    const knowledge = knowledgeOf(await banksOf(known, context.banks));
    const day = dayOn(context);
    const { width, style } = context.terminal;
    const page = drawnPage({ width, style }, context);
    return afterReviewText(insightsOf(known, {}, knowledge, day), reviewed, day, page);
  } catch (error) {
    // It is saved, whatever else cannot be read.
    if (error instanceof CoachError) return '';
    throw error;
  }
}
