// The command coach plans: what is open and what is coming, in the person's own words.
import { countingEntries } from '../../domain/entry/copies.ts';
import { whatToLookAt } from '../../app/today/waiting.ts';
import { followedItems } from '../../domain/record/followed-items.ts';
import { byReference } from '../../domain/record/plan-chain.ts';
import { planList } from '../../domain/record/plan-list.ts';
import { planAsJson } from '../../formats/answers/review-json.ts';
import { printJson } from '../../formats/entry/entry-json.ts';
import { plansPage } from '../../pages/record/plans-text.ts';
import { plainStyle } from '../../pages/text/style.ts';
import { type Context, dayOn } from '../context.ts';
import { nameUnreadable } from '../journal/name-unreadable.ts';

export interface PlansOptions {
  readonly all?: true;
  readonly resting?: true;
  readonly json?: true;
}

/** Shows plans and guesses: those that are open, those that rest, or all of them with what became of each. */
export async function showPlans({ all, resting, json }: PlansOptions, context: Context): Promise<void> {
  const { terminal } = context;
  const day = dayOn(context);
  const open = await whatToLookAt({ index: context.index(), banks: context.banks }, day);
  const whole = all ? await context.index().find({ outline: true }) : undefined;
  nameUnreadable(whole ?? open, context);
  const items = whole ? followedItems(countingEntries(whole.entries)) : open.items;
  const list = planList(items, day, open.left);
  if (json) {
    const { due, elsewhere, coming, resting: rest, closed } = list;
    const chosen = resting ? rest : [...due, ...elsewhere, ...coming, ...(all ? [...rest, ...closed] : [])];
    const known = byReference(items);
    return terminal.exact(printJson(chosen.map((item) => planAsJson(item, known, day, open.left))));
  }
  const { width, screen, style } = terminal;
  const page = { width, style: screen ? style : plainStyle };
  terminal.out(`${plansPage(list, items, all ? 'all' : resting ? 'resting' : 'open', day, page)}\n`);
}
