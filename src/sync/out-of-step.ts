// Whether a sync needs somebody to look at it: for whoever checks a machine.
import { needsSomebody } from './sync-notices.ts';
import { brokenRecord, otherJournal } from './setup-text.ts';
import { hasLongFailed, parseRecord } from './sync-record.ts';
import { outOfStepDetail } from './status-text.ts';

/** The record of a sync, as it is found. */
export interface FoundRecord {
  /** Undefined where there is none. */
  readonly text: string | undefined;
  /** Where it is. */
  readonly file: string;
  /** The folder of the journal; undefined where one is looked at that need not be the person's own. */
  readonly journal: string | undefined;
}

/**
 * Why nothing has come through for a day, or none will until somebody does something, as a detail of a finding; otherwise undefined.
 *
 * @param now - Milliseconds since 1970.
 *
 * @example
 * outOfStep({ text: undefined, file: '/s/sync.json', journal: undefined }, 0) //=> undefined
 * outOfStep({ text: '{}', file: '/s/sync.json', journal: undefined }, 0) //=> '/s/sync.json is damaged'
 */
export function outOfStep({ text, file, journal }: FoundRecord, now: number): string | undefined {
  if (text === undefined) return undefined;
  const record = parseRecord(text);
  if (record === undefined || record === 'newer') return brokenRecord(file, record).message;
  const { setup } = record;
  if (journal !== undefined && setup.journal !== journal) return otherJournal(setup.journal).message;
  const { failedSince = null, message = '' } = record.last ?? {};
  const isToBeTold = hasLongFailed(record, now) || needsSomebody(record);
  return failedSince !== null && isToBeTold ? outOfStepDetail(failedSince, message) : undefined;
}
