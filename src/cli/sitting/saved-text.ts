// The lines that are printed when an entry is on disk.
import type { Entry } from '../../domain/entry/entry.ts';
import { savedText } from '../../pages/sitting/end-text.ts';
import { type Context, dayOn } from '../context.ts';

/** The text that is printed when an entry is on disk. */
export function textOnceSaved(entry: Entry, path: string, context: Context): string {
  const { screen, width, style } = context.terminal;
  return savedText(entry, dayOn(context), { width, style }, screen ? undefined : path);
}
