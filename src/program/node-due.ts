// Counts of what comes due in an encrypted journal, as they are kept on this machine.
import path from 'node:path';
import { disk } from '../adapters/machine/disk.ts';
import { dueFile } from '../adapters/machine/due-file.ts';
import type { DueDays } from '../app/ports/due-days.ts';
import type { Settings } from '../domain/banks/settings.ts';
import type { DraftPlace } from './kept-places.ts';

/**
 * Counts are not kept where nothing else of the journal is, unless somebody says so.
 *
 * @param key - What tells the key of the journal from others; undefined for one in clear.
 */
export function nodeDueDays(
  state: string,
  key: () => string | undefined,
  settings: () => Settings,
  drafts: () => DraftPlace,
): DueDays {
  return dueFile(state, disk, {
    key,
    mayCount() {
      const { 'remember-due': said } = settings();
      return said === undefined ? drafts().folder === path.join(state, 'drafts') : said === 'yes';
    },
  });
}
