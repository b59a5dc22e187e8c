// The lines that are printed when an entry is on disk.
import { today } from '../../domain/time/moment.ts';
import { dayWords } from '../../domain/time/day.ts';
import { nextLookAfter } from '../../app/sitting/after-sitting.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import type { Context } from '../context.ts';

/** The text that is printed when an entry is on disk. */
export async function savedText(entry: Entry, path: string, context: Context): Promise<string> {
  const day = today(context.clock(), dayEnds(context.settings()));
  const look = await nextLookAfter(entry, context.index(), day);
  const words = look === undefined ? '' : dayWords(look, day);
  const next = words === '' ? '' : ` Next look ${/^\d/.test(words) ? 'on ' : ''}${words}.`;
  return `Saved.${next}\n${path}\n`;
}
