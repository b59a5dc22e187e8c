// The axis that all plots of a report share: days across their width, and where weeks, months or years begin.
import {
  addDays,
  type Day,
  daysBetween,
  digits,
  MONTHS,
  twoDigits,
  weekdayOf,
} from '../../domain/time/day.ts';
import { laterDay } from '../../domain/time/later-day.ts';

/** A place on the axis where something begins. */
export interface Tick {
  /** Percent of the width. */
  readonly at: number;
  /** Empty where there is no room for one before the end. */
  readonly label: string;
  /** The same where there is little room. */
  readonly short: string;
  /** Below the label, where the year is not that of the tick before. */
  readonly year: string;
}

/** Days across the width of a plot. */
export interface TimeAxis {
  readonly first: Day;
  readonly last: Day;
  /** Where a day stands, in percent of the width: in the middle of its own; one that lies beyond, at the end. */
  readonly place: (day: Day) => number;
  readonly ticks: readonly Tick[];
}

/** From so many days on whole months are shown, from so many months on quarters, then years. */
const DAYS_FOR_MONTHS = 70;
const MONTHS_FOR_QUARTERS = 16;
const MONTHS_FOR_YEARS = 60;
/** A few days do not fill the width. */
const LEAST_DAYS = 28;
const MOST_WEEKS = 6;
const MOST_YEARS = 8;

/** The percent of the width that a label takes on a phone. */
const ROOM = { weeks: 14, months: 4, years: 11 };

/**
 * The axis from one day to another. Each day has its own width, whether or not something was written on it.
 *
 * @example
 * timeAxis('2025-12-01', '2026-11-28').ticks.map(({ short }) => short).join('') //=> 'DJFMAMJJASON'
 * timeAxis('2026-11-20', '2026-11-22').ticks.map(({ label }) => label) //=> ['16 Nov', '23 Nov', '30 Nov', '7 Dec']
 */
export function timeAxis(from: Day, to: Day): TimeAxis {
  const isShort = daysBetween(from, to) < DAYS_FOR_MONTHS;
  const first = isShort ? addDays(from, 1 - weekdayOf(from)) : `${from.slice(0, 7)}-01`;
  const last = isShort ? endOfWeeks(first, to) : endOfMonth(to);
  const width = daysBetween(first, last) + 1;
  const percent = (days: number): number => Math.round((days / width) * 10_000) / 100;
  const place = (day: Day): number => {
    const within = day < first ? first : day > last ? last : day;
    return percent(daysBetween(first, within) + 0.5);
  };
  const { starts, room, labelOf } = isShort ? weeks(first, last) : months(first, last);
  let before = '';
  const ticks = starts.map((day): Tick => {
    const at = percent(daysBetween(first, day));
    const [label, short] = 100 - at < room ? ['', ''] : labelOf(day);
    const own = day.slice(0, 4);
    const year = room === ROOM.years || own === before ? '' : own;
    before = own;
    return { at, label, short, year: 100 - at < ROOM.years ? '' : year };
  });
  return { first, last, place, ticks };
}

/** The days at which something begins, how much room their labels take, and the labels themselves. */
interface Starts {
  readonly starts: readonly Day[];
  readonly room: number;
  readonly labelOf: (day: Day) => readonly [label: string, short: string];
}

function endOfWeeks(first: Day, to: Day): Day {
  const end = laterDay(to, 7 - weekdayOf(to));
  return daysBetween(first, end) < LEAST_DAYS ? laterDay(first, LEAST_DAYS - 1) : end;
}

function endOfMonth(day: Day): Day {
  const within = laterDay(`${day.slice(0, 7)}-01`, 31);
  return within.slice(0, 7) === day.slice(0, 7) ? within : addDays(`${within.slice(0, 7)}-01`, -1);
}

function weeks(first: Day, last: Day): Starts {
  const count = Math.ceil((daysBetween(first, last) + 1) / 7);
  const every = count > MOST_WEEKS ? 2 : 1;
  const starts = Array.from({ length: Math.ceil(count / every) }, (_, at) => addDays(first, at * every * 7));
  const labelOf = (day: Day): [string, string] => {
    const label = `${digits(day, 8, 10)} ${monthOf(day).slice(0, 3)}`;
    return [label, label];
  };
  return { starts, room: ROOM.weeks, labelOf };
}

function months(first: Day, last: Day): Starts {
  const [begin, end] = [monthNumber(first), monthNumber(last)];
  const count = end - begin + 1;
  const isYears = count >= MONTHS_FOR_YEARS;
  const every = isYears ? 12 * yearsApart(count / 12) : count >= MONTHS_FOR_QUARTERS ? 3 : 1;
  const from = Math.ceil(begin / every) * every;
  const starts = Array.from({ length: Math.floor((end - from) / every) + 1 }, (_, at) =>
    firstOf(from + at * every),
  );
  const labelOf = (day: Day): [string, string] => {
    const year = String(digits(day, 0, 4));
    return isYears ? [year, year] : [monthOf(day).slice(0, 3), monthOf(day).slice(0, 1)];
  };
  return { starts, room: isYears ? ROOM.years : ROOM.months, labelOf };
}

/** 1, 2, 5, 10, 20 years and so on, so that there are few ticks. */
function yearsApart(years: number): number {
  let apart = 1;
  for (let step = 0; years / apart > MOST_YEARS; step++) apart *= step % 3 === 1 ? 2.5 : 2;
  return apart;
}

/** Months counted from the year 0, in which January is 0. */
function monthNumber(day: Day): number {
  return digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1;
}

function firstOf(month: number): Day {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${twoDigits((month % 12) + 1)}-01`;
}

function monthOf(day: Day): string {
  return MONTHS[digits(day, 5, 7) - 1] ?? '';
}
