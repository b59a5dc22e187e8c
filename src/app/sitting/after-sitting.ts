// After a sitting: a note that may belong there, and the day of the next look.
import { addDays, type Day } from '../../domain/time/day.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import { TOO_CLOSE_DAYS } from '../../domain/record/question-standing.ts';
import { comesTooClose } from '../../domain/record/too-close.ts';
import type { EntryIndex } from '../ports/entry-index.ts';
import { itemsIn, nextLook } from '../../domain/record/followed-items.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { openItems } from '../journal/open-items.ts';

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

/**
 * The day on which a plan or a guess is looked at next, of all that are open, after an entry was saved that sets a date: with a plan
 * or a guess of its own, or with another date for an earlier one. After any other entry nobody waits to hear of it.
 *
 * @example
 * await nextLookAfter(planned, index, '2026-11-22') //=> '2026-12-06'
 */
export async function nextLookAfter(entry: Entry, index: EntryIndex, today: Day): Promise<Day | undefined> {
  const own = itemsIn(entry);
  if (own.length === 0 && resolutionsIn(entry).every(({ moves }) => moves === undefined)) return undefined;
  try {
    return nextLook((await openItems(index)).items, today);
  } catch (error) {
    // It is saved, whatever else cannot be read.
    if (error instanceof CoachError) return nextLook(own, today);
    throw error;
  }
}
