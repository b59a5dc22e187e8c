// Whether a sync needs somebody to look at it: for whoever checks a machine.
import { needsSomebody } from './sync-notices.ts';
import { hasLongFailed, parseRecord } from './sync-record.ts';
import { outOfStepDetail } from './status-text.ts';

/**
 * Why nothing has come through for a day, or none will until somebody does something, as a detail of a finding; otherwise undefined.
 *
 * @param text - Of the record; undefined where there is none.
 * @param now - Milliseconds since 1970.
 *
 * @example
 * outOfStep(undefined, 0) //=> undefined
 */
export function outOfStep(text: string | undefined, now: number): string | undefined {
  const record = text === undefined ? undefined : parseRecord(text);
  if (record === undefined || record === 'newer') return undefined;
  const { failedSince = null, message = '' } = record.last ?? {};
  const isToBeTold = hasLongFailed(record, now) || needsSomebody(record);
  return failedSince !== null && isToBeTold ? outOfStepDetail(failedSince, message) : undefined;
}
