// The day with which some words begin, as people write it above what they have to say of it.
import { type Day, isDay, longDay, twoDigits, weekdayOf } from '../../domain/time/day.ts';
import { type DateOrder, momentFrom } from '../foreign-entry.ts';
import { monthNamed, weekdayNamed } from './calendar-names.ts';

/** The day with which some words begin, or why they begin with none. */
export type WrittenDay =
  | {
      /** With the time that stands behind the day. */
      readonly at: string;
      /** The words behind it. */
      readonly rest: string;
    }
  /** It may be one of two days. */
  | { readonly unclear: string }
  /** It looks like a day that is none. */
  | { readonly wrong: string };

/** The marks of a link, of a time stamp, or of bold words around a date. */
const opening = /^(?:\[\[|\*\*|__|[<[(*_@])/;
const closing = /^(?:\]\]|\*\*|__|[>\])*_])/;
const weekday = /^(\p{L}{2,13}\.?)(,?) +(?:the )?(?=[\p{L}\d])/u;
const yearFirst = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const digitsOnly = /^((?:19|20)\d\d|2100)(\d\d)(\d\d)(?![\p{L}\d])/u;
const inHan = /^(\d{4})年 ?(\d{1,2})月 ?(\d{1,2})日/;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?![\d])/;
const dayAndMonth =
  /^(?:the )?(\d{1,2})(?:st|nd|rd|th|\.|º)?(?: of| de)? (\p{L}{3,14})\.?,?(?: de)? (\d{4})(?!\d)/iu;
const monthAndDay = /^(\p{L}{3,14})(?:\.? |, ?)(\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/iu;
const severalDays =
  /^(\p{L}{3,14})\.? (\d{1,2})(?:st|nd|rd|th)? ?[-–—] ?(?:(\p{L}{3,14})\.? )?\d{1,2}(?:st|nd|rd|th)?,? (\d{4})(?!\d)/iu;
const weekdayBehind = /^,? *\(?(\p{L}{1,13})\.?\)?(?![\p{L}\d])/u;
const timeBehind =
  /^(?:T|,? {0,3}(?:[-–—@|]|at)? {0,3})(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([ap])\.?m\b\.?)?(?: ?(Z|[+-]\d\d:\d\d))?(?![\d:])/i;
/** `[[2023-01-05|Thursday]]` */
const calledOtherwise = /^\|([^[\]|]*)\]\]/;
const isRange = /^ *(?:-|–|—|~|to|until|bis) *\[?\[?\d/;

/**
 * Reads the day with which some words begin: `2023-01-05`, `2023/1/5`, `20230105`, `5 January 2023`, `January 5th, 2023`, and the
 * same with a day of the week before or behind it, as a link (`[[2023-01-05]]`) or a time stamp (`<2023-01-05 Thu 09:14>`); a
 * time behind it counts. A day such as 03/04/2023 is one only where the order is known.
 *
 * @returns Undefined for words that begin with nothing like a day.
 *
 * @example
 * writtenDay('Thursday, January 5th, 2023 09:14 Rain') //=> { at: '2023-01-05T09:14:00', rest: 'Rain' }
 * writtenDay('[[03/04/2023]]') //=> { unclear: '03/04/2023' }
 * writtenDay('03/04/2023', 'dmy') //=> { at: '2023-04-03', rest: '' }
 */
export function writtenDay(words: string, order?: DateOrder): WrittenDay | undefined {
  return behindWords(words, order, 2);
}

/** @param most - So many words may stand before the day. */
function behindWords(words: string, order: DateOrder | undefined, most: number): WrittenDay | undefined {
  const opened = withoutMark(words.trim(), opening);
  const [ahead = '', name = '', comma = ''] = (most > 0 && weekday.exec(opened)) || [];
  if (comma !== '' || (ahead !== '' && weekdayNamed(name) !== undefined)) {
    const found = behindWord(name, behindWords(opened.slice(ahead.length), order, most - 1));
    if (found !== undefined || monthNamed(name) === 0) return found;
  }
  const first = firstOfSeveral(opened);
  if (first !== undefined) return { at: first, rest: words.trim() };
  const found = dayAtStart(opened, order);
  if (found === undefined || !('day' in found)) return found;
  const behind = opened.slice(found.length);
  if (/^[\p{L}\d]/u.test(behind) && !/^T\d/.test(behind)) return undefined;
  // What a link leads to is kept.
  if (isRange.test(behind) || behind.startsWith('](')) return { at: found.day, rest: words.trim() };
  return withTime(found.day, behind.replace(calledOtherwise, ' $1'));
}

/** The first of some days of one year, of which it stands behind the last: `July 10-11, 2021`, `July 23 - August 4, 2021`. */
function firstOfSeveral(text: string): Day | undefined {
  const [all, first = '', date = '', last, year = ''] = severalDays.exec(text) ?? [];
  if (all === undefined) return undefined;
  const month = monthNamed(first);
  const day = `${year}-${twoDigits(month)}-${twoDigits(date)}`;
  const isOfOneYear = last === undefined || monthNamed(last) > month;
  return month > 0 && isOfOneYear && isDay(day) ? day : undefined;
}

/**
 * The order in which alone a date can be one, in a list.
 *
 * @example
 * sureOrders('13/04/2023') //=> ['dmy']
 * sureOrders('03/04/2023') //=> []
 */
export function sureOrders(words: string): readonly DateOrder[] {
  const orders = ordersOf(words);
  return orders.length === 1 ? orders : [];
}

/** The day of the week goes without saying; a misspelt one, or any other word, is told. */
function behindWord(word: string, day: WrittenDay | undefined): WrittenDay | undefined {
  if (!day || !('at' in day) || isWeekdayOf(day.at.slice(0, 10), word)) return day;
  return { at: day.at, rest: `${word} ${day.rest}`.trimEnd() };
}

function isWeekdayOf(day: Day, word: string): boolean {
  const number = weekdayNamed(word);
  return number === 0 || number === weekdayOf(day);
}

/**
 * The orders in which a date that begins with the day or the month can be one.
 *
 * @example
 * ordersOf('13/04/2023') //=> ['dmy']
 */
export function ordersOf(words: string): readonly DateOrder[] {
  // Nearly all begin with the year.
  if (!/\d[-/.]\d{1,2}[-/.]\d{4}/.test(words)) return [];
  const both = (['dmy', 'mdy'] as const).map((order) => ({ order, found: writtenDay(words, order) }));
  const days = both.flatMap(({ order, found }) => (found && 'at' in found ? [{ order, at: found.at }] : []));
  return days.length === 2 && days[0]?.at === days[1]?.at ? [] : days.map(({ order }) => order);
}

function withoutMark(text: string, mark: RegExp): string {
  return text.replace(mark, '').trimStart();
}

function dayAtStart(
  text: string,
  order: DateOrder | undefined,
): { readonly day: Day; readonly length: number } | Exclude<WrittenDay, { at: string }> | undefined {
  const plain = yearFirst.exec(text) ?? digitsOnly.exec(text) ?? inHan.exec(text);
  if (plain) {
    const [whole, year = '', ...parts] = plain;
    const [month = '', date = ''] = parts.filter((part) => /\d/.test(part));
    return orWrong(whole, `${year}-${twoDigits(month)}-${twoDigits(date)}`);
  }
  const short = yearLast.exec(text);
  if (short) {
    const [whole, one = '', , two = '', year = ''] = short;
    const dmy = `${year}-${twoDigits(two)}-${twoDigits(one)}`;
    const mdy = `${year}-${twoDigits(one)}-${twoDigits(two)}`;
    if (order !== undefined) return orWrong(whole, order === 'dmy' ? dmy : mdy);
    if (dmy === mdy || !isDay(mdy)) return orWrong(whole, dmy);
    return isDay(dmy) ? { unclear: whole } : orWrong(whole, mdy);
  }
  const [whole, first = '', second = '', year = ''] = dayAndMonth.exec(text) ?? monthAndDay.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const [date, name] = /^\d/.test(first) ? [first, second] : [second, first];
  const month = monthNamed(name);
  return month === 0 ? undefined : orWrong(whole, `${year}-${twoDigits(month)}-${twoDigits(date)}`);
}

function orWrong(
  written: string,
  day: string,
): { readonly day: Day; readonly length: number } | { readonly wrong: string } {
  return isDay(day) ? { day, length: written.length } : { wrong: written };
}

/** @param behind - What stands behind the day. */
function withTime(day: Day, behind: string): WrittenDay {
  let rest = behind.replace(closing, '');
  const [named = '', name = ''] = weekdayBehind.exec(rest) ?? [];
  // In a time stamp any word there is one.
  if (named !== '' && (isWeekdayOf(day, name) || (named.startsWith(' ') && />/.test(rest))))
    rest = rest.slice(named.length);
  const [timed = '', hours, minutes, second, half, offset = ''] = timeBehind.exec(rest) ?? [];
  const hour = hours === undefined ? undefined : hourOf(Number(hours), half);
  // What looks like an offset west of UTC is nearly always the time at which something ended.
  const isEnd = offset.startsWith('-') && second === undefined && !timed.startsWith('T');
  const time = `${minutes}:${second ?? '00'}${isEnd ? '' : offset}`;
  const at = hour === undefined ? undefined : momentFrom(`${day}T${twoDigits(hour)}:${time}`);
  if (at === undefined) return { at: day, rest: plainRest(rest) };
  const after = rest.slice(timed.length);
  return { at, rest: plainRest(isEnd || /^ ?[-–—] ?\d/.test(after) ? rest : after) };
}

function hourOf(said: number, half: string | undefined): number | undefined {
  if (half === undefined) return said;
  if (said < 1 || said > 12) return undefined;
  return (said % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}

/** Words without the marks that part them from the date. */
function plainRest(text: string): string {
  return text.replace(/^(?:\.(?!\S)|[\s:,;|>\])*_–—-])+/, '').trimEnd();
}

/**
 * Whether words are nothing but dates and times: one, or from when to when.
 *
 * @example
 * isOnlyDates('23/04/2025 - 24/04/2025') //=> true
 */
export function isOnlyDates(words: string): boolean {
  return words
    .split(/[\s,]+/)
    .every(
      (word) =>
        /^[^\p{L}]*(?:st|nd|rd|th|am|pm)?[^\p{L}]*$/iu.test(word) ||
        /^(?:the|of|to|until)$/i.test(word) ||
        monthNamed(word) > 0 ||
        weekdayNamed(word.replace(/[():\]>*_]/g, '')) !== undefined,
    );
}

/**
 * The complaint about a date that may be one of two days.
 *
 * @example
 * eitherDay('03/04/2023')
 * //=> '03/04/2023 can be 3 April 2023 or 4 March 2023; add --dates dmy or --dates mdy to say which'
 */
export function eitherDay(date: string): string {
  const [one, other] = (['dmy', 'mdy'] as const).map((order) => {
    const written = writtenDay(date.replaceAll('_', '-'), order);
    return written && 'at' in written ? longDay(written.at) : '';
  });
  return `${date} can be ${one} or ${other}; add --dates dmy or --dates mdy to say which`;
}
