// The set-up of a sync for this journal, where there is one.
import { notSetUp, otherJournal } from './setup-text.ts';
import type { SyncRecord } from './sync-record.ts';

/**
 * The record, where this journal is synced.
 *
 * @param journal - Its folder, in full.
 * @throws CoachError where none is set up, or one for another journal.
 *
 * @example
 * setUpHere(syncRecord, '/home/d/journal').setup.branch //=> 'main'
 */
export function setUpHere(record: SyncRecord | undefined, journal: string): SyncRecord {
  if (!record) throw notSetUp();
  if (record.setup.journal !== journal) throw otherJournal(record.setup.journal);
  return record;
}
