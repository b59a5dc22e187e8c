// The files of acts that cannot be understood, named on standard error.
import type { Context } from '../../cli/context.ts';
import type { FileMistakes } from '../../domain/text/errors.ts';

/** Names them; the others count. */
export function nameUnread(unread: readonly FileMistakes[], { terminal }: Pick<Context, 'terminal'>): void {
  for (const { message, hint } of unread)
    terminal.err(`coach: ${message}\n${hint === undefined ? '' : `  ${hint}\n`}`);
}
