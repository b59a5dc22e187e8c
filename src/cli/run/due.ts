import { draftLine, waitingDrafts } from '../../app/begin-sitting.ts';
import { dayWords, today } from '../../domain/calendar.ts';
import { type DueItem, dueItems } from '../../domain/due.ts';
import { oncePerId } from '../../domain/entry.ts';
import { dayEnds } from '../../domain/settings.ts';
import { plainText } from '../../domain/text.ts';
import { wrap } from '../../formats/wrap.ts';
import type { Context } from '../context.ts';
import { pauseLine } from '../pause-line.ts';

/** At most this many due plans and guesses are named; the rest is counted. */
const NAMED = 3;

/** What is due today, in a few lines, without a word of what was written. */
export async function showDue(context: Context): Promise<void> {
  const { terminal, clock } = context;
  const hours = dayEnds(context.settings());
  const day = today(clock(), hours);
  const put = (text: string): void => terminal.out(`${wrap(text, terminal.width)}\n`);
  const { entries, unreadable } = await context.index().find({ open: true });
  const due = dueItems(oncePerId(entries.map(({ entry }) => entry)), day);
  const drafts = waitingDrafts({ drafts: context.drafts(), journal: context.journal() });
  for (const draft of drafts) put(`${draftLine(draft, clock(), hours)} coach reflect offers to finish it.`);
  for (const item of due.slice(0, NAMED)) put(dueLine(item, day));
  if (due.length > NAMED) put(`And ${due.length - NAMED} more.`);
  if (due.length === 0 && drafts.length === 0) put('Nothing due today.');
  const paused = pauseLine(context.memory, day);
  if (paused !== undefined) put(paused);
  put('\ncoach reflect   walk through a bank of questions\ncoach checkin   two minutes today');
  if (unreadable.length > 0) {
    terminal.err(
      `coach: ${unreadable.length} ${unreadable.length === 1 ? 'file' : 'files'} could not be read; coach journal --limit all names them\n`,
    );
  }
}

function dueLine({ kind, entry, due }: DueItem, day: string): string {
  const what = kind === 'commitment' ? 'A plan' : 'A guess';
  const whom = entry.about === null ? '' : ` about ${plainText(entry.about)}`;
  return `${what} of ${dayWords(entry.day, day)}${whom}, due ${dayWords(due, day)}: coach journal show ${entry.id.slice(0, 6)}`;
}
