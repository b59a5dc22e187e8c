// The lines that are printed when an entry is on disk.
import { nextLookAfter } from '../../app/sitting/after-sitting.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { onDay } from '../../pages/text/words.ts';
import { type Context, dayOn } from '../context.ts';

/** The text that is printed when an entry is on disk. */
export async function savedText(entry: Entry, path: string, context: Context): Promise<string> {
  const day = dayOn(context);
  const look = await nextLookAfter(entry, context.index(), day);
  const next = look === undefined ? '' : ` Next look ${onDay(look, day)}.`;
  return `Saved.${next}\n${path}\n`;
}
