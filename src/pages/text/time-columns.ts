// Days as columns of a picture: a column a day, a week or more, and their names below.
import { addDays, type Day, daysBetween, MONTHS, weekdayOf } from '../../domain/time/day.ts';

/** The columns across the width of a picture, each of as many days. */
export interface TimeColumns {
  readonly count: number;
  /** How many days are in each. */
  readonly days: number;
  readonly columnOf: (day: Day) => number;
  /** What stands below: days, months or years where they begin, and a line of years where that is not this one. */
  readonly labels: readonly string[];
}

/** A column is a day where all fit, else two or three, a week, two weeks, four and so on. */
const STEPS = [1, 2, 3, 7];

const WEEK = 7;

/** A label needs this many columns, with a blank. */
const LABEL = 4;

/**
 * The columns for the days from one to another. Weeks begin on Monday; each day has its place, whether or not anything was written on it.
 *
 * @param room - How many columns there may be.
 * @param today - Years other than that of this day are named.
 *
 * @example
 * timeColumns('2026-09-01', '2026-11-20', 60, '2026-11-22').labels //=> ['Sep            Oct            Nov']
 * timeColumns('2026-01-01', '2026-11-20', 60, '2026-11-22').days //=> 7
 */
export function timeColumns(from: Day, to: Day, room: number, today: Day): TimeColumns {
  const days = daysAColumn(from, to, room);
  const first = firstDay(from, days);
  const columnOf = (day: Day): number => Math.floor(daysBetween(first, day) / days);
  const count = columnOf(to) + 1;
  const ends = Array.from({ length: count }, (_, at) =>
    at === count - 1 ? to : addDays(first, (at + 1) * days - 1),
  );
  const { nameOf, sameAs } = unitFor(days);
  const labels = ends.flatMap((end, at) => {
    const isNew = !sameAs(ends[at - 1] ?? from, end);
    const day = isNew ? end : from;
    return isNew || at === 0 ? [{ at, name: nameOf(day), year: day.slice(0, 4) }] : [];
  });
  const years = labels.filter(({ year }, at) => year !== labels[at - 1]?.year);
  const hasYears = days < DAYS_FOR_YEARS && years.some(({ year }) => year !== today.slice(0, 4));
  return {
    count,
    days,
    columnOf,
    labels: [labels, ...(hasYears ? [years.map(({ at, year }) => ({ at, name: year }))] : [])].map(lineOf),
  };
}

function daysAColumn(from: Day, to: Day, room: number): number {
  const fits = (days: number): boolean => Math.floor(daysBetween(firstDay(from, days), to) / days) < room;
  let days = STEPS.find(fits) ?? WEEK;
  while (!fits(days)) days *= 2;
  return days;
}

function firstDay(from: Day, days: number): Day {
  return days % WEEK === 0 ? addDays(from, 1 - weekdayOf(from)) : from;
}

/** What is named below, and whether two days have the same name. */
interface Unit {
  readonly nameOf: (day: Day) => string;
  readonly sameAs: (one: Day, other: Day) => boolean;
}

const monthOf = (day: Day): string => (MONTHS[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3);
const quarterOf = (day: Day): string => `${day.slice(0, 4)} ${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

const WEEKS: Unit = {
  nameOf: (day) => `${Number(day.slice(8))} ${monthOf(day)}`,
  sameAs: (_, day) => weekdayOf(day) !== 1,
};
const WHOLE_MONTHS: Unit = {
  nameOf: monthOf,
  sameAs: (one, other) => one.slice(0, 7) === other.slice(0, 7),
};
const QUARTERS: Unit = { nameOf: monthOf, sameAs: (one, other) => quarterOf(one) === quarterOf(other) };
const YEARS: Unit = {
  nameOf: (day) => day.slice(0, 4),
  sameAs: (one, other) => one.slice(0, 4) === other.slice(0, 4),
};

/** From so many days a column on, a month, and then a quarter, has no room for its name. */
const DAYS_FOR_QUARTERS = Math.ceil(30 / LABEL);
const DAYS_FOR_YEARS = Math.ceil(90 / LABEL);

function unitFor(days: number): Unit {
  if (days === 1) return WEEKS;
  return days < DAYS_FOR_QUARTERS ? WHOLE_MONTHS : days < DAYS_FOR_YEARS ? QUARTERS : YEARS;
}

/** Names at their columns; one that has no room is left out, and so is the first where it would take that of the second. */
function lineOf(names: readonly { readonly at: number; readonly name: string }[]): string {
  const [first, second] = names;
  const isCrowded = first !== undefined && second !== undefined && second.at <= first.name.length;
  return names.slice(isCrowded ? 1 : 0).reduce((line, { at, name }) => {
    if (line !== '' && line.length >= at) return line;
    return line.padEnd(at) + name;
  }, '');
}
