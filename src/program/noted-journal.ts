// A journal of which this machine remembers when something was saved, and what of it comes due.
import type { DueDays } from '../app/ports/due-days.ts';
import type { Journal } from '../app/ports/journal.ts';
import type { Memory } from '../app/ports/machine.ts';
import { dayWritten } from '../domain/entry/due-day.ts';

/** @param due - Undefined for a journal in clear. */
export function noting<Kind extends Journal>(
  journal: Kind,
  memory: Pick<Memory, 'noteWriting'>,
  due: () => Promise<Pick<DueDays, 'add'>> | undefined,
): Kind {
  return {
    ...journal,
    async add(entry) {
      const added = await journal.add(entry);
      memory.noteWriting(dayWritten(entry));
      (await due())?.add(entry);
      return added;
    },
  };
}
