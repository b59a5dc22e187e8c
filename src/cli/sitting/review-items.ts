// Plans and guesses looked at one after the other.
import type { Prompter } from '../../app/ports/prompter.ts';
import { openItems } from '../../app/journal/open-items.ts';
import { agendaOfReview } from '../../app/sitting/agenda-of-review.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { entryIn, type Followed } from '../../domain/record/followed-items.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';
import { moreDue, saidTwice } from '../../pages/sitting/review-text.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { wrap } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';
import { walkReview } from './walk-sitting.ts';

/**
 * Asks about some plans and guesses, until the person leaves.
 *
 * @param most - So many are looked at, at most; how many more there are is said at the end.
 */
export async function reviewItems(
  chosen: readonly Followed[],
  most: number,
  prompter: Prompter,
  context: Context,
): Promise<void> {
  const ports = { banks: context.banks, index: context.index() };
  let asked = 0;
  let looked = 0;
  for (const { reference } of chosen) {
    if (looked === most) break;
    // What was said of one may bear on the next, and another window may have closed it meanwhile.
    const { items } = await openItems(ports.index);
    const item = items.find((one) => one.reference === reference);
    asked++;
    if (!item || item.outcomes.length > 0) continue;
    const end = await walkReview(await agendaOfReview(item, items, ports), prompter, context);
    if (end.kind === 'later') return;
    // What is passed stays due, and does not keep the others from their turn.
    if (end.kind === 'saved') {
      looked++;
      await tellOfAnother(reference, end.entry, context);
    }
    context.terminal.out('\n');
  }
  const more = chosen.length - asked;
  if (more > 0) context.terminal.out(`${asRun(moreDue(more), context.env)}\n`);
}

/** Two windows may be asked the same at once. Both are kept, and the one written last counts. */
async function tellOfAnother(reference: string, entry: Entry, context: Context): Promise<void> {
  const { entries } = await context.index().find({ looksBackOn: entryIn(reference) });
  const another = entries.find(
    ({ entry: other }) =>
      other.id !== entry.id &&
      resolutionsIn(other).some((one) => one.reference === reference && one.moves === undefined),
  );
  if (!another) return;
  const { out, width } = context.terminal;
  out(`${wrap(asRun(saidTwice(entryIn(reference)), context.env), width)}\n`);
}
