// The lines that are printed when an entry is on disk.
import { nextReview } from '../../app/today/next-review.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { savedText } from '../../pages/sitting/end-text.ts';
import { asRun } from '../../pages/text/as-run.ts';
import { type Context, dayOn } from '../context.ts';

/** The text that is printed when an entry is on disk. */
export async function textOnceSaved(entry: Entry, path: string, context: Context): Promise<string> {
  const { index, banks, terminal, env } = context;
  const { screen, width, style } = terminal;
  const day = dayOn(context);
  const next = await nextReview(entry, { index: index(), banks }, day);
  const asCalled = (text: string): string => asRun(text, env);
  return savedText(entry, next, day, { width, style, asCalled }, screen ? undefined : path);
}
