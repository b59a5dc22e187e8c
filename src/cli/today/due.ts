// The page of coach alone: what is due today.
import { lastWritten } from '../../app/today/last-written.ts';
import { whatWaits } from '../../app/today/waiting.ts';
import { type Day, daysBetween } from '../../domain/time/day.ts';
import { planList } from '../../domain/record/plan-list.ts';
import type { Followed } from '../../domain/record/followed-items.ts';
import { DAYS_UNTIL_LAST } from '../../domain/record/reminder-rest.ts';
import { today } from '../../domain/time/moment.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { asRun, isRunByNpx } from '../../pages/text/as-run.ts';
import { planWords, underWayLines } from '../../pages/record/plans-text.ts';
import * as say from '../../pages/today/due-text.ts';
import { challengeLines, nothingDue, waitingLines } from '../../pages/today/waiting-lines.ts';
import type { Found } from '../../app/ports/entry-index.ts';
import type { Context } from '../context.ts';
import { rememberDue } from './remember-due.ts';
import { nameInClear } from '../journal/name-unreadable.ts';
import { linesOfYears } from './lines-of-years.ts';
import { pausedUntil } from '../../app/today/check-in.ts';

/** Shows what is due today and what is under way, in a few lines; of what was written only plans, where that is set. */
export async function showDue(context: Context): Promise<void> {
  await context.beforeToday(context);
  const { terminal, clock, env } = context;
  const hours = dayEnds(context.settings());
  const day = today(clock(), hours);
  const put = (text: string): void => terminal.out(`${wrap(asRun(text, env), terminal.width)}\n`);
  const waiting = await whatWaits({ index: context.index(), banks: context.banks }, day);
  await rememberDue(waiting, context);
  const lines = [...(await draftLines(context, hours)), ...waitingLines(waiting, day, terminal.width)];
  for (const line of lines) put(line);
  const until = pausedUntil(context.memory, day);
  if (lines.length === 0 && until === undefined && isEmpty(waiting.newest)) return sayFirst(put, context);
  if (lines.length === 0) put(nothingDue(day));
  const { due, coming } = planList(waiting.items, day, waiting.left);
  for (const line of [
    ...underWayLines(coming, terminal.width),
    ...challengeLines(waiting.challenges, day, terminal.width),
  ])
    put(line);
  const open = [...due, ...coming];
  // Where nobody looks, as in a mail from cron, nothing is said in words.
  const isShown = terminal.screen && context.settings()['show-plans'] === 'yes';
  if (isShown) tellPlans(open, day, context);
  const last = lastWritten(waiting.newest, context.memory);
  if (last !== undefined && daysBetween(last, day) >= DAYS_UNTIL_LAST) put(say.lastEntryText(last, day));
  if (until !== undefined) put(say.pausedText(until, day));
  if (terminal.screen) for (const line of await linesOfYears(waiting.newest, day, context)) put(line);
  put(`\n${say.BEGIN}`);
  nameInClear(context);
  const { unreadable } = waiting;
  if (unreadable.length > 0) terminal.err(say.unreadText(unreadable.length));
  await offerPlans(open, day, context);
}

/** Whether nothing was ever written here. */
function isEmpty({ entries, unreadable }: Found): boolean {
  return entries.length + unreadable.length === 0;
}

function sayFirst(put: (text: string) => void, { env }: Context): void {
  put(say.FIRST_MINUTE);
  if (isRunByNpx(env)) put(`\n${say.ONLY_HERE}`);
}

function tellPlans(open: readonly Followed[], day: Day, { terminal }: Context): void {
  for (const words of planWords(open, day, terminal)) terminal.out(`${words}\n`);
}

/** Offers, once on this machine, to show plans in their words: somebody else may be looking at the screen. */
async function offerPlans(open: readonly Followed[], day: Day, context: Context): Promise<void> {
  const { memory, settingsFile, terminal } = context;
  const isSaid = context.settings()['show-plans'] !== undefined || memory.hasShown('show-plans');
  if (!terminal.screen || isSaid || planWords(open, day, terminal).length === 0) return;
  const prompter = await context.prompter();
  if (!prompter) return;
  memory.markShown('show-plans');
  terminal.out('\n');
  const isWanted = await prompter.choose(say.SHOW_PLANS, say.SHOW_PLANS_CHOICES);
  if (!isWanted) return terminal.out(`${wrap(say.PLANS_LATER, terminal.width)}\n`);
  await settingsFile.set('show-plans', 'yes');
  tellPlans(open, day, context);
}

/** The drafts, a line each. Mostly there is nothing, and then nothing of a sitting is loaded. */
async function draftLines(context: Context, hours: number): Promise<readonly string[]> {
  const drafts = context.drafts();
  if ((await drafts.waiting()).length === 0) return [];
  const [{ waitingDraftLine }, { waitingDrafts }] = await Promise.all([
    import('../../pages/sitting/draft-text.ts'),
    import('../../app/sitting/begin-sitting.ts'),
  ]);
  const waiting = await waitingDrafts({ drafts, journal: context.journal() });
  return waiting.map((draft) => waitingDraftLine(draft, context.clock(), hours));
}
