// The page of coach alone: what is due today.
import { whatWaits } from '../../app/today/waiting.ts';
import { today } from '../../domain/time/moment.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { asRun, isRunByNpx } from '../../pages/text/as-run.ts';
import { BEGIN, FIRST_MINUTE, ONLY_HERE, pausedText, unreadText } from '../../pages/today/due-text.ts';
import { nothingDue, waitingLines } from '../../pages/today/waiting-lines.ts';
import type { Context } from '../context.ts';
import { pausedUntil } from '../../app/today/check-in.ts';

/** Shows what is due today, in a few lines, without a word of what was written. */
export async function showDue(context: Context): Promise<void> {
  const { terminal, clock, env } = context;
  const hours = dayEnds(context.settings());
  const day = today(clock(), hours);
  const put = (text: string): void => terminal.out(`${wrap(asRun(text, env), terminal.width)}\n`);
  const waiting = await whatWaits({ index: context.index(), banks: context.banks }, day);
  const lines = [...(await draftLines(context, hours)), ...waitingLines(waiting, day, terminal.width)];
  for (const line of lines) put(line);
  const until = pausedUntil(context.memory, day);
  const isFirst = lines.length === 0 && until === undefined && (await isEmpty(context));
  if (isFirst) put(FIRST_MINUTE);
  else if (lines.length === 0) put(nothingDue(day));
  if (until !== undefined) put(pausedText(until, day));
  if (!isFirst) put(`\n${BEGIN}`);
  if (isFirst && isRunByNpx(env)) put(`\n${ONLY_HERE}`);
  const { unreadable } = waiting;
  if (unreadable.length > 0) terminal.err(unreadText(unreadable.length));
}

/** Whether nothing was ever written here, as far as names of files tell. */
async function isEmpty(context: Context): Promise<boolean> {
  const { entries, unreadable } = await context.index().newest({ limit: 1 });
  return entries.length + unreadable.length === 0;
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
