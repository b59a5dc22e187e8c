// A file that stands in clear, where the journal does not.
import { readableText } from '../../pages/machine/readable-text.ts';
import type { Context } from '../context.ts';

/** Says of a file that was just written, or of what was printed, that everybody can read it, where the journal is encrypted. */
export function tellReadable(
  named: string | undefined,
  { keys, terminal }: Pick<Context, 'keys' | 'terminal'>,
): void {
  if (keys().pin()) terminal.err(`${readableText(named)}\n`);
}
