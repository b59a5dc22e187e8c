// The day on which something of an entry that was just saved is asked about.
import type { Entry } from '../../domain/entry/entry.ts';
import { itemsIn } from '../../domain/record/followed-items.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';
import { CoachError } from '../../domain/text/errors.ts';
import type { Day } from '../../domain/time/day.ts';
import type { NextReview } from '../../pages/sitting/end-text.ts';
import type { AgendaPorts } from '../sitting/agenda-from-journal.ts';
import { whatToLookAt } from './waiting.ts';

/**
 * When `coach review` asks about something of an entry: the nearest date of its plans and guesses, or one that it gave to an earlier
 * one. Those that a debrief or a step asks about are asked about elsewhere.
 *
 * @example
 * await nextReview(planned, ports, '2026-11-22') //=> { day: '2026-12-06', of: 'commitment' }
 */
export async function nextReview(entry: Entry, ports: AgendaPorts, today: Day): Promise<NextReview> {
  const own = itemsIn(entry);
  const moved = resolutionsIn(entry).flatMap(({ moves }) =>
    moves === undefined ? [] : [{ day: moves, of: 'moved' as const }],
  );
  if (own.length === 0 && moved.length === 0) return undefined;
  const left = own.length === 0 ? NONE : await leftElsewhere(ports, today);
  const mine = own.filter(({ reference }) => !left.has(reference));
  const dates = [...mine.map(({ due, kind }) => ({ day: due, of: kind })), ...moved];
  return dates.toSorted((one, other) => (one.day < other.day ? -1 : 1))[0] ?? 'elsewhere';
}

const NONE: ReadonlySet<string> = new Set();

async function leftElsewhere(ports: AgendaPorts, today: Day): Promise<ReadonlySet<string>> {
  try {
    return (await whatToLookAt(ports, today)).left;
  } catch (error) {
    // It is saved, whatever else cannot be read.
    if (error instanceof CoachError) return NONE;
    throw error;
  }
}
