// The index that a reminder asks.
import type { EntryIndex } from '../../app/ports/entry-index.ts';
import type { Context } from '../context.ts';

/** Of a journal in clear, files are quick to read; of an encrypted one, what is kept of all of them is quicker to open than a few. */
export async function reminderIndex({ keys, index }: Pick<Context, 'keys' | 'index'>): Promise<EntryIndex> {
  const files = index();
  return keys().pin() === undefined ? files : ((await files.snapshot?.()) ?? files);
}
