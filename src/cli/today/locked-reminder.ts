// The line under cron while an encrypted journal is locked.
import { turnOfReminder } from '../../app/today/last-written.ts';
import { dueOn } from '../../domain/record/due-counts.ts';
import type { Day } from '../../domain/time/day.ts';
import { LAST_LINE, lockedReminderText } from '../../pages/today/reminder-text.ts';
import type { Context } from '../context.ts';

/** The line that is to be said, by what this machine keeps of the journal; undefined where there is none. */
export async function lockedReminder(
  day: Day,
  { dueDays, index, memory }: Context,
): Promise<string | undefined> {
  const due = await dueDays();
  if (due.checkedIn() === day) return undefined;
  const turn = await turnOfReminder(index(), memory, day);
  if (turn === 'left-out') return undefined;
  return turn === 'last' ? LAST_LINE : lockedReminderText(dueOn(due.counts(), day));
}
