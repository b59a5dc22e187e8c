import type { Prompter } from '../app/ports.ts';
import { openItems, reviewPlan } from '../app/review.ts';
import type { Followed } from '../domain/followed.ts';
import type { Context } from './context.ts';
import { walkReview } from './walking.ts';

/**
 * Asks about some plans and guesses, until the person leaves.
 *
 * @param most - At most so many; how many more there are is said at the end.
 */
export async function reviewSome(
  chosen: readonly Followed[],
  most: number,
  prompter: Prompter,
  context: Context,
): Promise<void> {
  const ports = { banks: context.banks, index: context.index() };
  for (const { reference } of chosen.slice(0, most)) {
    // What was said of one may bear on the next.
    const { items } = await openItems(ports.index);
    const item = items.find((one) => one.reference === reference);
    if (!item) continue;
    const end = await walkReview(await reviewPlan(item, items, ports), prompter, context);
    if (end.kind === 'later') return;
    context.terminal.out('\n');
  }
  const more = chosen.length - most;
  if (more > 0) context.terminal.out(`${more} more ${more === 1 ? 'is' : 'are'} due: coach review\n`);
}
