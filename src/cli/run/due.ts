import { draftLine, waitingDrafts } from '../../app/begin-sitting.ts';
import { whatWaits } from '../../app/waiting.ts';
import { today } from '../../domain/calendar.ts';
import { dayEnds } from '../../domain/settings.ts';
import { wrap } from '../../formats/wrap.ts';
import type { Context } from '../context.ts';
import { pauseLine } from '../pause-line.ts';
import { waitingLines } from '../render/waiting-lines.ts';

/** What is due today, in a few lines, without a word of what was written. */
export async function showDue(context: Context): Promise<void> {
  const { terminal, clock } = context;
  const hours = dayEnds(context.settings());
  const day = today(clock(), hours);
  const put = (text: string): void => terminal.out(`${wrap(text, terminal.width)}\n`);
  const waiting = await whatWaits({ index: context.index(), banks: context.banks }, day);
  const drafts = waitingDrafts({ drafts: context.drafts(), journal: context.journal() });
  const lines = [
    ...drafts.map((draft) => `${draftLine(draft, clock(), hours)} coach reflect offers to finish it.`),
    ...waitingLines(waiting, day, terminal.width),
  ];
  for (const line of lines) put(line);
  if (lines.length === 0) put('Nothing due today.');
  const paused = pauseLine(context.memory, day);
  if (paused !== undefined) put(paused);
  put('\ncoach reflect   walk through a bank of questions\ncoach checkin   two minutes today');
  const { unreadable } = waiting;
  if (unreadable.length > 0) {
    terminal.err(
      `coach: ${unreadable.length} ${unreadable.length === 1 ? 'file' : 'files'} could not be read; coach journal --limit all names them\n`,
    );
  }
}
