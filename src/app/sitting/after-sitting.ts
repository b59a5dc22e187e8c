// After a sitting: a note that may belong there.
import { addDays } from '../../domain/time/day.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import { TOO_CLOSE_DAYS } from '../../domain/record/question-standing.ts';
import { comesTooClose } from '../../domain/record/too-close.ts';
import type { EntryIndex } from '../ports/entry-index.ts';

/** A sitting longer than this ends with the gentle note (docs/method.md, Safety). */
export const HEAVY_MINUTES = 15;

/**
 * Whether the note about people to talk to belongs after a sitting: "too close right now" was said for the third time in 14 days.
 *
 * @example
 * await callsForPeople(entry, index) //=> false
 */
export async function callsForPeople(entry: Entry, index: EntryIndex): Promise<boolean> {
  if (!entry.answers.some(({ skip }) => skip === 'too-close')) return false;
  const { entries } = await index.newest({ since: addDays(entry.day, 1 - TOO_CLOSE_DAYS), until: entry.day });
  return comesTooClose(countingEntries(entries), entry);
}
