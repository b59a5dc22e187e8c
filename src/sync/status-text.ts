// How sync stands: for a screen, and as JSON.
import { plainText } from '../domain/text/plain-text.ts';
import { momentText } from '../pages/journal/version-text.ts';
import type { SyncRecord } from './sync-record.ts';
import { syncedText } from './sync-text.ts';
import type { SyncsNow } from './sync-world.ts';

/**
 * How sync stands, in lines.
 *
 * @param shown - The other side.
 *
 * @example
 * statusText(syncRecord, 'git.example.org') //=> 'Synced with git.example.org, branch main. Not synced yet: coach sync\n'
 */
export function statusText({ setup, last }: SyncRecord, shown: string): string {
  const where = `Synced with ${shown}, branch ${setup.branch}.${setup.readable ? ' Entries may be sent unencrypted.' : ''}`;
  if (!last) return `${where} Not synced yet: coach sync\n`;
  const when = momentText(last.at);
  if (last.failedSince === null) return `${where}\n${when}: ${syncedText(last, shown, false)}\n`;
  return `${where}\n${when}: ${plainText(last.message)}\nNot in step since ${momentText(last.failedSince)}: coach sync\n`;
}

/**
 * The detail of a finding about a sync that has long failed.
 *
 * @example
 * outOfStepDetail('2026-11-22T09:14:05+01:00', 'git.example.org cannot be reached')
 * //=> 'since 22 November 2026, 09:14: git.example.org cannot be reached'
 */
export function outOfStepDetail(since: string, message: string): string {
  return `since ${momentText(since)}: ${plainText(message).split('\n', 1)[0] ?? ''}`;
}

/**
 * The lines about what is under way.
 *
 * @example
 * nowText({ atWork: false, waiting: true }) //=> 'A sync starts within a few minutes, and sends what has not been sent by then.\n'
 * nowText({ atWork: false, waiting: false }) //=> ''
 */
export function nowText({ atWork, waiting }: SyncsNow): string {
  const work = atWork ? 'A sync is at work now, or a command that changes all entries.\n' : '';
  // Nobody knows whether anything is left: one by hand may have sent it meanwhile.
  return waiting
    ? `${work}A sync starts within a few minutes, and sends what has not been sent by then.\n`
    : work;
}

/**
 * The line about a sync that cron starts.
 *
 * @example
 * scheduledText('every 30 minutes') //=> 'cron also syncs every 30 minutes: coach schedule\n'
 */
export function scheduledText(when: string): string {
  return `cron also syncs ${when}: coach schedule\n`;
}

/** The version of the JSON. */
const FORMAT = 1;

/** What is told of syncs beside how the last one went. */
export interface SyncsToCome extends SyncsNow {
  /** Those that cron starts. */
  readonly scheduled: readonly { readonly number: number; readonly when: string }[];
}

/**
 * The same as JSON; without an address where this journal is not synced.
 *
 * @example
 * statusAsJson(undefined, '', { atWork: false, waiting: false, scheduled: [] }) //=> '{\n  "format": 1,\n  "with": null\n}\n'
 */
export function statusAsJson(
  record: SyncRecord | undefined,
  shown: string,
  { atWork, waiting, scheduled }: SyncsToCome,
): string {
  const { setup, last = null } = record ?? {};
  const status = setup
    ? { with: shown, branch: setup.branch, readable: setup.readable, last, atWork, waiting, scheduled }
    : { with: null };
  return `${JSON.stringify({ format: FORMAT, ...status }, null, 2)}\n`;
}
