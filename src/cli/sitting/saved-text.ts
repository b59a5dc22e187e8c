// The lines that are printed when an entry is on disk.
import { nextLookAfter } from '../../app/sitting/after-sitting.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { savedLines } from '../../pages/sitting/end-text.ts';
import { type Context, dayOn } from '../context.ts';

/** The text that is printed when an entry is on disk. */
export async function savedText(entry: Entry, path: string, context: Context): Promise<string> {
  const day = dayOn(context);
  return savedLines(path, await nextLookAfter(entry, context.index(), day), day);
}
