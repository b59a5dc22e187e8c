// The moments of a clock in its zone, and those that entries state: the day each belongs to.
import * as days from './day.ts';

/** A moment as an entry states it. */
export interface At {
  /** As it was written. */
  readonly text: string;
  readonly day: days.Day;
  /** `HH:MM:SS`, or null where only a date was written. */
  readonly time: string | null;
  /** Minutes east of UTC, or null where none was written. */
  readonly offset: number | null;
  /** Milliseconds since 1970-01-01T00:00Z, for ordering: without an offset as if in UTC, without a time at 00:00. */
  readonly instant: number;
}

const clock = String.raw`([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:[.,](\d+))?)?`;
const writtenOffset = String.raw`Z|([+-])([01]\d|2[0-3])(?::?([0-5]\d))?`;
const writtenAt = new RegExp(String.raw`^(\d{4}-\d\d-\d\d)(?:[T ]${clock}(?: ?(${writtenOffset}))?)?$`, 'i');

/** A moment just as coach writes it: nearly all are, and then its parts stand at known places. */
const plainAt = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d[+-](?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * Whether a text is a moment that `parseAt` reads.
 *
 * @example
 * isAt('2026-11-22 09:14+01:00') //=> true
 */
export function isAt(text: string): boolean {
  return (plainAt.test(text) || writtenAt.test(text)) && days.beginsWithDay(text);
}

/**
 * Reads the moment that an entry states: ISO 8601, as coach writes it and as people and other programs do.
 *
 * Taken: a date and time with an offset or `Z`, with or without seconds or their fraction, `T` or one blank between;
 * the same without an offset, which keeps the clock's time and claims no offset; a date alone. Forgiven: small letters,
 * a blank before the offset, an offset without colon or minutes. Refused: days that do not exist, the year 0000, 24:00,
 * leap seconds, offsets beyond 23:59.
 *
 * @returns The moment, or nothing where the text is not one.
 *
 * @example
 * parseAt('2026-11-22 09:14+01:00')
 * //=> { text: '2026-11-22 09:14+01:00', day: '2026-11-22', time: '09:14:00', offset: 60, instant: 1795335240000 }
 */
export function parseAt(text: string): At | undefined {
  if (plainAt.test(text)) return days.beginsWithDay(text) ? plainMoment(text) : undefined;
  const match = writtenAt.exec(text);
  if (!match || !days.beginsWithDay(text)) return undefined;
  const day = match[1] ?? '';
  const hours = match[2];
  if (hours === undefined) return { text, day, time: null, offset: null, instant: days.dayBegins(text) };

  const minutes = match[3] ?? '00';
  const seconds = match[4] ?? '00';
  const fraction = match[5] ?? '0';
  const east = Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0);
  const offset = match[7] === '-' && east > 0 ? -east : east;
  const ofDay = (Number(hours) * 60 + Number(minutes)) * days.MINUTE + Number(seconds) * 1000;
  const parts = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return {
    text,
    day,
    time: `${hours}:${minutes}:${seconds}`,
    offset: match[6] === undefined ? null : offset,
    instant: days.dayBegins(text) + ofDay + parts - offset * days.MINUTE,
  };
}

function plainMoment(text: string): At {
  const minutesAt = (at: number): number =>
    days.digits(text, at, at + 2) * 60 + days.digits(text, at + 3, at + 5);
  const east = minutesAt(20);
  const offset = text.charAt(19) === '-' && east > 0 ? -east : east;
  const ofDay = minutesAt(11) * days.MINUTE + days.digits(text, 17, 19) * 1000;
  const instant = days.dayBegins(text) + ofDay - offset * days.MINUTE;
  return { text, day: text.slice(0, 10), time: text.slice(11, 19), offset, instant };
}

/**
 * The day that a moment belongs to: its date, or the day before for a time before the day's end. A date without a time
 * is that day. The first hours of 0001-01-01 stay on it, since no day comes before.
 *
 * @param dayEnds - The hour at which a day ends, 0 to 23; 4 where the settings say nothing.
 *
 * @example
 * dayOf(parseAt('2026-11-22T03:59+01:00'), 4) //=> '2026-11-21'
 */
export function dayOf({ day, time }: At, dayEnds: number): days.Day {
  return time === null ? day : countedDay({ day, time }, dayEnds);
}

/**
 * Whether a moment is still to come. A time without an offset is taken from the person's own clock; a date without a
 * time is to come from tomorrow on.
 *
 * @example
 * isFuture(parseAt('2026-11-23T09:00+01:00'), now) //=> true
 */
export function isFuture({ day, time, offset, instant }: At, now: Now): boolean {
  if (time === null) return day > today(now, 0);
  return (offset === null ? epochOf({ day, time }, now.zone) : instant) > now.epoch;
}

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
  readonly day: days.Day;
  readonly time: string;
}

function wallOf(epoch: number, offset: number): Wall {
  const shown = epoch + offset * days.MINUTE;
  const day = days.dayAt(shown);
  if (day === undefined) throw days.outOfCalendar('that moment');
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
  const hours = days.twoDigits(Math.floor(Math.abs(offset) / 60));
  const minutes = days.twoDigits(Math.abs(offset) % 60);
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
export function countedDay({ day, time }: Wall, dayEnds: number): days.Day {
  return Number(time.slice(0, 2)) < dayEnds && day !== '0001-01-01' ? days.addDays(day, -1) : day;
}

/**
 * The day that is running where the person is; before the day's end it is still yesterday's date.
 *
 * @param dayEnds - The hour at which a day ends, 0 to 23.
 *
 * @example
 * today({ epoch: Date.parse('2026-11-22T02:30+01:00'), zone: berlin }, 4) //=> '2026-11-21'
 */
export function today({ epoch, zone }: Now, dayEnds: number): days.Day {
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
  const before = inUtc - zone.offsetAt(inUtc - days.DAY_LENGTH) * days.MINUTE;
  const after = inUtc - zone.offsetAt(inUtc + days.DAY_LENGTH) * days.MINUTE;
  const shown = [before, after].filter((epoch) => epoch + zone.offsetAt(epoch) * days.MINUTE === inUtc);
  return shown.length === 0 ? before : Math.min(...shown);
}

/**
 * The time of a moment as clocks show it, or nothing where it has none.
 *
 * @example
 * clockTime(parseAt('2026-11-22T09:14:05+01:00')) //=> '09:14'
 */
export function clockTime({ time }: At): string {
  return time?.slice(0, 5) ?? '';
}
