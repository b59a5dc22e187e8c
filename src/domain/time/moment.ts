// The moments that entries state: reading them, and the day each belongs to.
import { countedDay, epochOf, type Now, today } from './clock.ts';
import { beginsWithDay, type Day, dayBegins, MINUTE } from './day.ts';

/** A moment as an entry states it. */
export interface At {
  /** As it was written. */
  readonly text: string;
  readonly day: Day;
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

/**
 * Whether a text is a moment that `parseAt` reads.
 *
 * @example
 * isAt('2026-11-22 09:14+01:00') //=> true
 */
export function isAt(text: string): boolean {
  return writtenAt.test(text) && beginsWithDay(text);
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
  const match = writtenAt.exec(text);
  if (!match || !beginsWithDay(text)) return undefined;
  const day = match[1] ?? '';
  const hours = match[2];
  if (hours === undefined) return { text, day, time: null, offset: null, instant: dayBegins(text) };

  const minutes = match[3] ?? '00';
  const seconds = match[4] ?? '00';
  const fraction = match[5] ?? '0';
  const east = Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0);
  const offset = match[7] === '-' && east > 0 ? -east : east;
  const ofDay = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000;
  const parts = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return {
    text,
    day,
    time: `${hours}:${minutes}:${seconds}`,
    offset: match[6] === undefined ? null : offset,
    instant: dayBegins(text) + ofDay + parts - offset * MINUTE,
  };
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
export function dayOf({ day, time }: At, dayEnds: number): Day {
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
