// The day of the next look, after a sitting.
import type { Entry } from '../../domain/entry/entry.ts';
import { itemsIn, nextLook } from '../../domain/record/followed-items.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';
import { CoachError } from '../../domain/text/errors.ts';
import type { Day } from '../../domain/time/day.ts';
import type { AgendaPorts } from '../sitting/agenda-from-journal.ts';
import { whatToLookAt } from './waiting.ts';

/**
 * The day on which a plan or a guess is looked at next, of all that are open, after an entry was saved that sets a date: with a plan
 * or a guess of its own, or with another date for an earlier one. After any other entry nobody waits to hear of it.
 *
 * @example
 * await nextLookAfter(planned, ports, '2026-11-22') //=> '2026-12-06'
 */
export async function nextLookAfter(entry: Entry, ports: AgendaPorts, today: Day): Promise<Day | undefined> {
  const own = itemsIn(entry);
  if (own.length === 0 && resolutionsIn(entry).every(({ moves }) => moves === undefined)) return undefined;
  try {
    const { items, left } = await whatToLookAt(ports, today);
    return nextLook(
      items.filter(({ reference }) => !left.has(reference)),
      today,
    );
  } catch (error) {
    // It is saved, whatever else cannot be read.
    if (error instanceof CoachError) return nextLook(own, today);
    throw error;
  }
}
