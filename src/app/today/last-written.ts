// The day on which somebody wrote last, with what was brought in from other programs left out.
import { dayWritten } from '../../domain/entry/due-day.ts';
import { reminderTurn, type ReminderTurn } from '../../domain/record/reminder-rest.ts';
import type { Day } from '../../domain/time/day.ts';
import type { Query } from '../../domain/search/query.ts';
import type { EntryIndex, Found } from '../ports/entry-index.ts';
import type { Memory } from '../ports/machine.ts';

/** So many of the newest are looked at: what is older by its day, and was written later, this machine remembers. */
export const NEWEST: Query = { limit: 5 };

/**
 * The day on which the last entry was written; undefined before the first one. An entry about another day counts from its writing.
 *
 * @param newest - What is found for `NEWEST`.
 *
 * @example
 * lastWritten(await index.newest(NEWEST), { wroteOn: () => undefined }) //=> '2026-11-22'
 */
export function lastWritten({ entries }: Found, memory: Pick<Memory, 'wroteOn'>): Day | undefined {
  const days = entries
    .map(({ entry }) => entry)
    .filter(({ extra }) => !IMPORTED.test(extra.front))
    .map(dayWritten);
  const here = memory.wroteOn();
  return (here === undefined ? days : [...days, here]).toSorted().at(-1);
}

/**
 * The turn of a reminder of today, by when something was written last.
 *
 * @example
 * await turnOfReminder(index, { remindedOn: () => undefined, wroteOn: () => undefined }, '2026-11-22') //=> 'said'
 */
export async function turnOfReminder(
  index: EntryIndex,
  memory: Pick<Memory, 'remindedOn' | 'wroteOn'>,
  today: Day,
): Promise<ReminderTurn> {
  return reminderTurn(lastWritten(await index.newest(NEWEST), memory), memory.remindedOn(), today);
}

/** The line that an import leaves in the head of an entry. */
const IMPORTED = /^imported-from:/m;
