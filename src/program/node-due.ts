// What this machine keeps of an encrypted journal for reminders while it is locked.
import path from 'node:path';
import { disk } from '../adapters/machine/disk.ts';
import { dueFile } from '../adapters/machine/due-file.ts';
import { shortOf } from '../adapters/sealing/pin-file.ts';
import type { DueDays } from '../app/ports/due-days.ts';
import type { JournalKeys } from '../app/ports/keys.ts';
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
