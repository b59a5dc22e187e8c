// The complaint about files that could not be understood.
import type { Found } from '../../app/ports/entry-index.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Context } from '../context.ts';

/** Names the files that could not be understood, on standard error, and says that nothing was done to them. */
export function nameUnreadable({ unreadable }: Pick<Found, 'unreadable'>, { terminal }: Context): void {
  for (const { message } of unreadable) terminal.err(plainText(`coach: ${message}\n`));
  if (unreadable.length === 1) terminal.err('  This file was skipped and is left as it is.\n');
  if (unreadable.length > 1)
    terminal.err(`  These ${unreadable.length} files were skipped and are left as they are.\n`);
}
