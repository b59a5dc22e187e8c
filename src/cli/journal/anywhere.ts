// Entries by what they are called, in the journal or else in the trash.
import type { ChosenFile } from '../../app/editing/trash.ts';
import { NothingNamed } from '../../pages/journal/named-refusals.ts';
import type { Context } from '../context.ts';
import { filesNamed, journalShelf, trashShelf } from './named-entries.ts';

/** @throws UsageError as `filesNamed` does for the journal. */
export async function filesAnywhere(which: string, context: Context): Promise<readonly ChosenFile[]> {
  try {
    return await filesNamed(which, journalShelf(context), context);
  } catch (error) {
    if (!(error instanceof NothingNamed)) throw error;
    return filesNamed(which, trashShelf(context), context).catch(() => {
      throw error;
    });
  }
}
