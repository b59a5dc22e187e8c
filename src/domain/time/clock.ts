// The clock on the wall: what it shows at an instant, and when it shows that.
import { addDays, type Day, DAY_LENGTH, dayAt, MINUTE, outOfCalendar, twoDigits } from './day.ts';

/** A time zone, as far as coach needs one. */
export interface Zone {
  /** The IANA name, for example `Europe/Berlin`. */
  readonly name: string;
  /** Whole minutes east of UTC at an instant, given in milliseconds since 1970-01-01T00:00Z. */
  offsetAt(epoch: number): number;
}

/** The present instant, in milliseconds since 1970-01-01T00:00Z, and the zone of the person's clock. */
export interface Now {
  readonly epoch: number;
  readonly zone: Zone;
}

/** The face of a clock on the wall: a date, and a time as `HH:MM:SS`. */
export interface Wall {
  readonly day: Day;
  readonly time: string;
}

function wallOf(epoch: number, offset: number): Wall {
  const shown = epoch + offset * MINUTE;
  const day = dayAt(shown);
  if (day === undefined) throw outOfCalendar('that moment');
  return { day, time: new Date(shown).toISOString().slice(11, 19) };
}

/**
 * An instant in ISO 8601, as a clock with that offset shows it. Parts of a second are cut off.
 *
 * @param epoch - Milliseconds since 1970-01-01T00:00Z.
 * @param offset - Whole minutes east of UTC. It is always written out; UTC is `+00:00`.
 * @throws CoachError when that clock is outside the years 0001 to 9999.
 *
 * @example
 * isoAt(1795335245000, 60) //=> '2026-11-22T09:14:05+01:00'
 */
export function isoAt(epoch: number, offset: number): string {
  const { day, time } = wallOf(epoch, offset);
  const hours = twoDigits(Math.floor(Math.abs(offset) / 60));
  const minutes = twoDigits(Math.abs(offset) % 60);
  return `${day}T${time}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/**
 * An instant in ISO 8601, as a clock in that zone shows it.
 *
 * @throws CoachError when that clock is outside the years 0001 to 9999.
 *
 * @example
 * isoIn(1795335245000, berlin) //=> '2026-11-22T09:14:05+01:00'
 */
export function isoIn(epoch: number, zone: Zone): string {
  return isoAt(epoch, zone.offsetAt(epoch));
}

/**
 * The day that a time counts to: the one before where it comes before the day's end. The first hours of 0001-01-01 stay on
 * it, since no day comes before.
 *
 * @param dayEnds - The hour at which a day ends, 0 to 23.
 *
 * @example
 * countedDay({ day: '2026-11-22', time: '03:59:00' }, 4) //=> '2026-11-21'
 */
export function countedDay({ day, time }: Wall, dayEnds: number): Day {
  return Number(time.slice(0, 2)) < dayEnds && day !== '0001-01-01' ? addDays(day, -1) : day;
}

/**
 * The day that is running where the person is; before the day's end it is still yesterday's date.
 *
 * @param dayEnds - The hour at which a day ends, 0 to 23.
 *
 * @example
 * today({ epoch: Date.parse('2026-11-22T02:30+01:00'), zone: berlin }, 4) //=> '2026-11-21'
 */
export function today({ epoch, zone }: Now, dayEnds: number): Day {
  return countedDay(wallOf(epoch, zone.offsetAt(epoch)), dayEnds);
}

/**
 * The instant at which a clock in a zone shows a date and time.
 *
 * A time that clocks skip moves forward by as much as they skip: 02:30 becomes 03:30 when summer time begins. Of a time
 * that comes twice, the earlier instant is taken. Both as "compatible" does in ECMAScript's Temporal, which also looks at
 * the offsets a day before and a day after: no zone has changed its clocks twice so close together.
 *
 * @returns Milliseconds since 1970-01-01T00:00Z.
 *
 * @example
 * epochOf({ day: '2026-03-29', time: '02:30:00' }, berlin) //=> Date.parse('2026-03-29T03:30+02:00')
 */
export function epochOf({ day, time }: Wall, zone: Zone): number {
  const inUtc = Date.parse(`${day}T${time}Z`);
  const before = inUtc - zone.offsetAt(inUtc - DAY_LENGTH) * MINUTE;
  const after = inUtc - zone.offsetAt(inUtc + DAY_LENGTH) * MINUTE;
  const shown = [before, after].filter((epoch) => epoch + zone.offsetAt(epoch) * MINUTE === inUtc);
  return shown.length === 0 ? before : Math.min(...shown);
}
