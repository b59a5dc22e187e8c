// Whether a sync needs somebody to look at it: for whoever checks a machine.
import { DAY_LENGTH } from '../domain/time/day.ts';
import { parseAt } from '../domain/time/moment.ts';
import { parseRecord } from './sync-record.ts';
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
  const since = failedSince === null ? undefined : parseAt(failedSince)?.instant;
  if (failedSince === null || since === undefined || now - since < DAY_LENGTH) return undefined;
  return outOfStepDetail(failedSince, message);
}
