// The files that could not be understood, named on standard error.
import type { Found } from '../../app/ports/entry-index.ts';
import { isFolder } from '../../pages/journal/journal-refusals.ts';
import { skippedText } from '../../pages/journal/skipped-text.ts';
import { inClearText } from '../../pages/journal/unlock-text.ts';
import { asRun } from '../../pages/text/as-run.ts';
import type { Context } from '../context.ts';

/** Names the files that could not be understood, on standard error, and says that nothing was done to them. */
export function nameUnreadable({ unreadable }: Pick<Found, 'unreadable'>, context: Context): void {
  const { terminal } = context;
  nameInClear(context);
  if (unreadable.length === 0) return;
  const areFolders = unreadable.every(isFolder);
  const messages = unreadable.map(({ message }) => message);
  terminal.err(skippedText(messages, areFolders ? 'folder' : 'file'));
}

/** Says once how many entries of an encrypted journal were come upon that are not encrypted. */
export function nameInClear({ takeInClear, terminal, env }: Context): void {
  const count = takeInClear();
  if (count > 0) terminal.err(`${asRun(inClearText(count), env)}\n`);
}
