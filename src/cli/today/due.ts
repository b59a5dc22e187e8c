// The page of coach alone: what is due today.
import { whatWaits } from '../../app/today/waiting.ts';
import { today } from '../../domain/time/moment.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { BEGIN, pausedText, unreadText } from '../../pages/today/due-text.ts';
import { nothingDue, waitingLines } from '../../pages/today/waiting-lines.ts';
import type { Context } from '../context.ts';
import { pausedUntil } from '../../app/today/check-in.ts';

/** Shows what is due today, in a few lines, without a word of what was written. */
export async function showDue(context: Context): Promise<void> {
  const { terminal, clock } = context;
  const hours = dayEnds(context.settings());
  const day = today(clock(), hours);
  const put = (text: string): void => terminal.out(`${wrap(text, terminal.width)}\n`);
  const waiting = await whatWaits({ index: context.index(), banks: context.banks }, day);
  const lines = [...(await draftLines(context, hours)), ...waitingLines(waiting, day, terminal.width)];
  for (const line of lines) put(line);
  if (lines.length === 0) put(nothingDue(day));
  const until = pausedUntil(context.memory, day);
  if (until !== undefined) put(pausedText(until, day));
  put(`\n${BEGIN}`);
  const { unreadable } = waiting;
  if (unreadable.length > 0) terminal.err(unreadText(unreadable.length));
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
