// The zone in which moments are shown that another program keeps in UTC.
import { isoAt, parseAt } from '../domain/time/moment.ts';
import type { Entry } from '../domain/entry/entry.ts';
import { CoachError } from '../domain/text/errors.ts';

/** A zone and the offsets that it has. */
export interface ShownZone {
  /** IANA name; undefined where moments in UTC stay as they are. */
  readonly zone?: string | undefined;
  /** Whole minutes east of UTC in a zone at an instant; undefined for a zone that is not known. */
  readonly offsetIn: (zone: string, epoch: number) => number | undefined;
}

/**
 * An entry with the time that the clock showed in a zone, and of the day that it was there. Only a moment in UTC of which no zone
 * is known is moved; its id stays the same.
 *
 * @example
 * const entry = noteFrom('journal-cli', { at: '2023-09-09T03:30:00+00:00', text: 'Late.' }, hash);
 * inZone(entry, { zone: 'America/New_York', offsetIn }).at //=> '2023-09-08T23:30:00-04:00'
 */
export function inZone(entry: Entry, { zone, offsetIn }: ShownZone): Entry {
  const moment = zone === undefined || entry.zone !== null ? undefined : parseAt(entry.at);
  if (zone === undefined || moment?.offset !== 0) return entry;
  const at = shownAt(moment.instant, offsetNear(zone, moment.instant, offsetIn));
  return at === undefined ? entry : { ...entry, at, written: at, zone, day: at.slice(0, 10) };
}

/** More than any zone; Node counts days before 1582 by another calendar, and is days off there. */
const FARTHEST = 24 * 60;

/**
 * The offset of a zone at an instant; undefined for a zone that is not known, and where the calendars differ.
 *
 * @example
 * offsetNear('Europe/Berlin', 0, offsetIn) //=> 60
 */
export function offsetNear(
  zone: string,
  instant: number,
  offsetIn: ShownZone['offsetIn'],
): number | undefined {
  const offset = offsetIn(zone, instant);
  return offset !== undefined && Math.abs(offset) <= FARTHEST ? offset : undefined;
}

/**
 * The moment that a clock shows; undefined where its offset is not known, and for what is no instant of the years 1 to 9999.
 *
 * @example
 * shownAt(0, 60) //=> '1970-01-01T01:00:00+01:00'
 * shownAt(NaN, 60) //=> undefined
 */
export function shownAt(instant: number, offset: number | undefined): string | undefined {
  if (offset === undefined || !Number.isFinite(instant)) return undefined;
  try {
    return isoAt(instant, offset);
  } catch (error) {
    if (error instanceof CoachError) return undefined;
    throw error;
  }
}

/**
 * Whether a name is that of a zone, such as `Europe/Berlin`.
 *
 * @example
 * isZone('Europe/Berlin', offsetIn) //=> true
 * isZone('+02:00', offsetIn) //=> false
 */
export function isZone(name: string, offsetIn: ShownZone['offsetIn']): boolean {
  return /^[a-z]/i.test(name) && offsetIn(name, 0) !== undefined;
}
