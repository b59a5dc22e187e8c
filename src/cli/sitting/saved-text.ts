// The lines that are printed when an entry is on disk.
import { nextLookAfter } from '../../app/today/next-look.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { savedLines } from '../../pages/sitting/end-text.ts';
import { type Context, dayOn } from '../context.ts';

/** The text that is printed when an entry is on disk. */
export async function savedText(entry: Entry, path: string, context: Context): Promise<string> {
  const day = dayOn(context);
  return savedLines(
    path,
    await nextLookAfter(entry, { index: context.index(), banks: context.banks }, day),
    day,
  );
}
