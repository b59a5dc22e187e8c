// The files that could not be understood, named on standard error.
import type { Found } from '../../app/ports/entry-index.ts';
import { isFolder } from '../../pages/journal/journal-refusals.ts';
import { skippedText } from '../../pages/journal/skipped-text.ts';
import type { Context } from '../context.ts';

/** Names the files that could not be understood, on standard error, and says that nothing was done to them. */
export function nameUnreadable({ unreadable }: Pick<Found, 'unreadable'>, { terminal }: Context): void {
  if (unreadable.length === 0) return;
  const areFolders = unreadable.every(isFolder);
  const messages = unreadable.map(({ message }) => message);
  terminal.err(skippedText(messages, areFolders ? 'folder' : 'file'));
}
