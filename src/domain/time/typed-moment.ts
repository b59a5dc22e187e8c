// The moments and times of day that people type.
import { epochOf, isoAt, isoIn, type Now, today as dayRunning, parseAt } from './moment.ts';
import { MINUTE, twoDigits, withinReach } from './day.ts';
import { parseDay } from './typed-day.ts';
import { AMOUNT, count, tidy } from './word-forms.ts';

const timeAgo = new RegExp(`^${AMOUNT}(minutes?|mins?|hours?|h) ago$`);

/**
 * The time of day that words name: `9:30`, `9.30`, `16:30`, `9am`, `9:30 pm`, `noon`, `midnight`. A number alone says no time.
 *
 * @returns `HH:MM:SS`, or nothing where the words name no time.
 *
 * @example
 * parseClockTime('4:30pm') //=> '16:30:00'
 */
export function parseClockTime(words: string): string | undefined {
  return clockTimeIn(tidy(words));
}

function clockTimeIn(text: string): string | undefined {
  if (text === 'noon') return '12:00:00';
  if (text === 'midnight') return '00:00:00';
  const [, hours, minutes, half] = /^(\d{1,2})(?:[:.]([0-5]\d))?(?: ?([ap])\.?m\.?)?$/.exec(text) ?? [];
  const said = Number(hours);
  if (hours === undefined || (minutes ?? half) === undefined) return undefined;
  if (half === undefined ? said > 23 : said < 1 || said > 12) return undefined;
  const hour = half === undefined ? said : (said % 12) + (half === 'p' ? 12 : 0);
  return `${twoDigits(hour)}:${minutes ?? '00'}:00`;
}

/** `yesterday 18:00`, `last monday at 9:30`, or a time alone. */
function dayAndTime(text: string, now: Now, dayEnds: number): string | undefined {
  const [, dayWords = 'today', timeWords = ''] =
    /^(?:(.+?),? )??(?:at )?([\d.:]+(?: ?[ap]\.?m\.?)?|noon|midnight)$/.exec(text) ?? [];
  const time = clockTimeIn(timeWords);
  if (time === undefined) return undefined;
  const today = dayRunning(now, Number(time.slice(0, 2)) < dayEnds ? 0 : dayEnds);
  const day = parseDay(dayWords, today);
  return day === undefined ? undefined : isoIn(epochOf({ day, time }, now.zone), now.zone);
}

/** A date and time as `parseAt` reads it, completed with the zone's offset; a date alone stays one. */
function isoMoment(text: string, { zone }: Now): string | undefined {
  const at = parseAt(text);
  if (at === undefined) return undefined;
  const { day, time, offset, instant } = at;
  if (time === null) return day;
  return offset === null ? isoIn(epochOf({ day, time }, zone), zone) : isoAt(instant, offset);
}

/**
 * The moment that words name, as an entry's `at` states it.
 *
 * ISO 8601 as in `parseAt`; `now`, `20 minutes ago`, `2 hours ago`; a time (`18:00`, `9.30`, `9am`, `9:30 pm`, `noon`,
 * `midnight`), alone for today or after a day as in `parseDay`, with or without `at`. Times are the clock's in the zone,
 * and skipped or repeated ones are settled as in `epochOf`. A day without a time stays a day. In the night, while the
 * day before is still running, days count from that one for times after the day's end (at two, `23:00` was three hours
 * ago), and from the new date for times before it (`1:00` was one hour ago).
 * Whether the moment is still to come is for the caller to judge, with `isFuture`.
 *
 * @param dayEnds - The hour at which a day ends, 0 to 23.
 * @returns ISO 8601 with seconds and offset, or a day; nothing where the words name no moment in the years 0001 to 9999.
 *
 * @example
 * parseMoment('yesterday 18:00', now, 4) //=> '2026-11-21T18:00:00+01:00'
 * parseMoment('yesterday', now, 4) //=> '2026-11-21'
 */
export function parseMoment(words: string, now: Now, dayEnds: number): string | undefined {
  const text = tidy(words);
  const [, digits, word, unit] = timeAgo.exec(text) ?? [];
  return withinReach(() => {
    if (text === 'now') return isoIn(now.epoch, now.zone);
    if (unit !== undefined) {
      const length = unit.startsWith('h') ? 60 * MINUTE : MINUTE;
      return isoIn(now.epoch - count(digits, word) * length, now.zone);
    }
    return isoMoment(text, now) ?? parseDay(text, dayRunning(now, dayEnds)) ?? dayAndTime(text, now, dayEnds);
  });
}
