// The command coach plans: what is open and what is coming, in the person's own words.
import { countingEntries } from '../../domain/entry/copies.ts';
import type { Found } from '../../app/ports/entry-index.ts';
import { followedUpIn } from '../../app/sitting/left-elsewhere.ts';
import { whatToLookAt } from '../../app/today/waiting.ts';
import type { FollowedUp } from '../../domain/record/followed-items.ts';
import { byReference } from '../../domain/record/plan-chain.ts';
import type { Day } from '../../domain/time/day.ts';
import { planList } from '../../domain/record/plan-list.ts';
import { planAsJson } from '../../formats/answers/review-json.ts';
import { printJson } from '../../formats/entry/entry-json.ts';
import { plansPage } from '../../pages/record/plans-text.ts';
import { plainStyle } from '../../pages/text/style.ts';
import { type Context, dayOn } from '../context.ts';
import { rememberDue } from './remember-due.ts';
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
  const { items, left, unreadable } = await plansFor(day, all ?? false, context);
  nameUnreadable({ unreadable }, context);
  rememberDue({ items, left }, context);
  const list = planList(items, day, left);
  if (json) {
    const { due, elsewhere, coming, resting: rest, closed } = list;
    const chosen = resting ? rest : [...due, ...elsewhere, ...coming, ...(all ? [...rest, ...closed] : [])];
    const known = byReference(items);
    return terminal.exact(printJson(chosen.map((item) => planAsJson(item, known, day, left))));
  }
  const { width, screen, style } = terminal;
  const page = { width, style: screen ? style : plainStyle };
  terminal.out(`${plansPage(list, items, all ? 'all' : resting ? 'resting' : 'open', day, page)}\n`);
}

/** Those that are open, or all of them: then one look at every entry tells the rest as well. */
async function plansFor(
  day: Day,
  all: boolean,
  { index, banks }: Context,
): Promise<FollowedUp & Pick<Found, 'unreadable'>> {
  if (!all) return whatToLookAt({ index: index(), banks }, day);
  const { entries, unreadable } = await index().find({ outline: true });
  return { ...(await followedUpIn(countingEntries(entries), banks, day)), unreadable };
}
