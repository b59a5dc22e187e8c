// Counts of what comes due in an encrypted journal, as they are kept on this machine.
import path from 'node:path';
import { disk } from '../adapters/machine/disk.ts';
import { dueFile } from '../adapters/machine/due-file.ts';
import { shortOf } from '../adapters/sealing/pin-file.ts';
import type { DueDays } from '../app/ports/due-days.ts';
import type { Journal } from '../app/ports/journal.ts';
import type { Memory } from '../app/ports/machine.ts';
import type { JournalKeys } from '../app/ports/keys.ts';
import { dayWritten } from '../domain/entry/due-day.ts';
import type { Settings } from '../domain/banks/settings.ts';
import type { DraftPlace } from './kept-places.ts';

/** Counts are not kept where nothing else of the journal is, unless somebody says so. */
export function nodeDueDays(
  state: string,
  keys: () => Pick<JournalKeys, 'pin'>,
  settings: () => Settings,
  drafts: () => DraftPlace,
): DueDays {
  return dueFile(state, disk, {
    key() {
      const pin = keys().pin();
      return pin && shortOf(pin.recipient);
    },
    mayCount() {
      const { 'remember-due': said } = settings();
      return said === undefined ? drafts().folder === path.join(state, 'drafts') : said === 'yes';
    },
  });
}

/**
 * A journal of which this machine remembers when something was saved, and what of it comes due.
 *
 * @param due - Undefined for a journal in clear.
 */
export function noting<Kind extends Journal>(
  journal: Kind,
  memory: Pick<Memory, 'noteWriting'>,
  due: () => Pick<DueDays, 'add'> | undefined,
): Kind {
  return {
    ...journal,
    async add(entry) {
      const added = await journal.add(entry);
      memory.noteWriting(dayWritten(entry));
      due()?.add(entry);
      return added;
    },
  };
}
