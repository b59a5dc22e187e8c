// The words on an edited text that is in its place.
import * as editing from '../../app/editing/edit-entry.ts';
import type { ChosenFile } from '../../app/editing/trash.ts';
import { keepingOf } from '../../app/history/keeping.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { shellWord } from '../../formats/text/shell-word.ts';
import * as say from '../../pages/journal/edit-text.ts';
import { keptForText } from '../../pages/journal/version-text.ts';
import type { Context } from '../context.ts';

/** @throws CoachError where the text could not take the place of the one that was opened. */
export function sayPlaced(
  placed: editing.Placed,
  judged: editing.Edited,
  file: ChosenFile,
  context: Context,
  onScreen = say.SAVED,
): void {
  const { terminal } = context;
  if (placed.kind === 'beside')
    throw say.changedMeanwhile(file.path, { isGone: placed.isGone, beside: placed.path });
  terminal.done(terminal.screen ? `${onScreen}\n` : `${say.SAVED}\n${plainText(file.path)}\n`);
  if (judged.kind === 'sound') sayOutgrown(file, judged.entry, terminal);
  sayKept(file, context);
  for (const twin of file.twins ?? []) terminal.err(`${say.twinText(twin)}\n`);
}

/** Said once, and to a person. */
function sayKept({ path, entry }: ChosenFile, { terminal, memory, settings }: Context): void {
  const { isOn, days } = keepingOf(settings()['keep-versions']);
  if (!isOn || !terminal.screen || memory.hasShown(KEPT_NOTE)) return;
  terminal.err(`${keptForText(days, entry?.id ?? shellWord(path))}\n`);
  memory.markShown(KEPT_NOTE);
}

const KEPT_NOTE = 'versions';

/** Lists go by names where they are in a hurry. */
function sayOutgrown({ path, entry: before }: ChosenFile, after: Entry, terminal: Context['terminal']): void {
  const fitting = editing.outgrownName(path, before, after);
  if (fitting !== undefined) terminal.err(`${say.outgrownText(fitting)}\n`);
}
