// Whether a sync needs somebody to look at it: for whoever checks a machine.
import { hasLongFailed, parseRecord } from './sync-record.ts';
import { outOfStepDetail } from './status-text.ts';

/**
 * Why nothing has come through for a day, as a detail of a finding; undefined where something has, or where sync was never done.
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
  return failedSince !== null && hasLongFailed(record, now)
    ? outOfStepDetail(failedSince, message)
    : undefined;
}
