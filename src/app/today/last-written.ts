// The day on which somebody wrote last, with what was brought in from other programs left out.
import { dayWritten } from '../../domain/entry/due-day.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { DAYS_OF_REMINDERS, reminderTurn, type ReminderTurn } from '../../domain/record/reminder-rest.ts';
import { type Day, daysBetween } from '../../domain/time/day.ts';
import type { EntryIndex } from '../ports/entry-index.ts';
import type { Memory } from '../ports/machine.ts';

/** The newest so many are looked at first; mostly they tell. */
const NEWEST = 5;

/**
 * The day on which the last entry was written; undefined before the first one. An entry about another day counts from its writing.
 *
 * @example
 * await lastWritten(index, '2026-11-22') //=> '2026-11-22'
 */
export async function lastWritten(index: EntryIndex, today: Day): Promise<Day | undefined> {
  const { entries } = await index.newest({ limit: NEWEST });
  const soon = latest(entries.map(({ entry }) => entry));
  if (soon !== undefined && daysBetween(soon, today) < DAYS_OF_REMINDERS) return soon;
  let last = soon;
  const all = await index.stream({});
  for (const { entry } of all.entries('newest')) last = latest([entry], last);
  return last;
}

/**
 * The turn of a reminder of today, by when something was written last.
 *
 * @example
 * await turnOfReminder(index, { remindedOn: () => undefined }, '2026-11-22') //=> 'said'
 */
export async function turnOfReminder(
  index: EntryIndex,
  memory: Pick<Memory, 'remindedOn'>,
  today: Day,
): Promise<ReminderTurn> {
  return reminderTurn(await lastWritten(index, today), memory.remindedOn(), today);
}

function latest(entries: readonly Entry[], before?: Day): Day | undefined {
  const days = entries.filter(({ extra }) => !IMPORTED.test(extra.front)).map(dayWritten);
  return [...days, ...(before === undefined ? [] : [before])].toSorted().at(-1);
}

/** The line that an import leaves in the head of an entry. */
const IMPORTED = /^imported-from:/m;
