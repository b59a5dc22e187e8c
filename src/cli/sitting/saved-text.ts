// The lines that are printed when an entry is on disk.
import { nextLook } from '../../app/sitting/next-look.ts';
import { today } from '../../domain/time/clock.ts';
import { dayWords } from '../../domain/time/day-words.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { dayEnds } from '../../domain/banks/settings.ts';
import type { Context } from '../context.ts';

/** The text that is printed when an entry is on disk. */
export function savedText(entry: Entry, path: string, context: Context): string {
  const look = nextLook(entry);
  const day = today(context.clock(), dayEnds(context.settings()));
  const words = look === undefined ? '' : dayWords(look < day ? day : look, day);
  const next = words === '' ? '' : ` Next look ${/^\d/.test(words) ? 'on ' : ''}${words}.`;
  return `Saved.${next}\n${path}\n`;
}
