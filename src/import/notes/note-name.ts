// The day in the name of a file, or in the names of its folders, and the words beside it.
import { type Day, isDay, weekdayOf } from '../../domain/time/day.ts';
import type { DateOrder } from '../foreign-entry.ts';
import { weekdayNamed } from './calendar-names.ts';
import { originalOf } from './copies.ts';
import { writtenDay } from './written-day.ts';

/** A day in a name, or one that may be two days or is none. */
export type DayOfName = NamedDay | { readonly unclear: string } | { readonly wrong: true };

/** A file by its name. */
export interface NamedDay {
  /** A day or a moment. */
  readonly at: string;
  readonly title: string;
  /** All words beside the day, also those that are no title. */
  readonly words: string;
  readonly tags: readonly string[];
  readonly by: 'name' | 'folders';
}

const ending = /\.(?:md|markdown|org|txt|text)$/i;
const [hour, sixty] = [String.raw`(?:[01]\d|2[0-3])`, String.raw`[0-5]\d`];
/** `2026-11-22`, with hyphens, dots or underlines between, and with words behind or before it. */
const signed = String.raw`(?<!\d)(?<year>\d{4})(?<sign>[-_.])(?<month>\d\d)\k<sign>(?<date>\d\d)`;
/** `20261122`; among letters, or in another century, such digits are nearly always something else. */
const unsigned = String.raw`(?<![\p{L}\p{N}])(?<year>19\d\d|20\d\d|2100)(?<month>\d\d)(?<date>\d\d)`;
/** A time behind either: `2026-11-22 0914`, `2026-11-22T09.14.05`. */
const timed = `(?<between>[ T_-])(?<hours>${hour})(?<point>[.:h-]?)(?<minutes>${sixty})(?:[.:-]?(?<seconds>${sixty}))?`;
const forms: readonly RegExp[] = [
  new RegExp(`${signed}${timed}$`, 'u'),
  new RegExp(`${unsigned}${timed}$`, 'u'),
  // `202611220914`, `20261122T091405--title__tag`
  new RegExp(
    String.raw`^${unsigned}T?(?<hours>${hour})(?<minutes>${sixty})(?<seconds>${sixty})?(?![\p{L}\p{N}])`,
    'u',
  ),
  new RegExp(String.raw`${signed}(?!\d)`, 'u'),
  new RegExp(String.raw`${unsigned}(?![\p{L}\p{N}])`, 'u'),
];
/** Years so near to that of the note are told from times without a sign between: `2026-11-22 2025`. */
const NEAR = 30;

/**
 * Whether a file has the name of a note: in Markdown or Org always, and otherwise as a text, or where there is nothing but a day
 * and words in its name.
 *
 * @example
 * isNote('Daily/2026-11-22') //=> true
 * isNote('Daily/2026-11-22.png') //=> false
 */
export function isNote(path: string): boolean {
  if (ending.test(path)) return true;
  const named = dayInName(path);
  return (
    named !== undefined && !('wrong' in named) && !/\.[^. ]+$/.test(nameOf(path).replace(/\d[-_.]\d/g, ''))
  );
}

/**
 * Whether a file is a note by its ending alone: one of Markdown or Org.
 *
 * @example
 * isMarked('journal.org') //=> true
 */
export function isMarked(path: string): boolean {
  return /\.(?:md|markdown|org)$/i.test(path);
}

/**
 * The day or moment in the name of a file, or in those of its folders (`2026/11/22.md`).
 *
 * @param order - Of day and month in names such as `03-04-2023.md`.
 * @returns `wrong` for a day that the calendar does not have; undefined where nothing looks like one.
 *
 * @example
 * dayInName('Daily/2026-11-22 0914 Rain.md') //=> { at: '2026-11-22', title: '0914 Rain', … }
 * dayInName('2026/11/22.txt') //=> { at: '2026-11-22', title: '', by: 'folders', … }
 */
export function dayInName(path: string, order?: DateOrder): DayOfName | undefined {
  const original = originalOf(path) ?? path;
  const name = titleIn(original);
  const named = inName(name) ?? inFolders(original) ?? inWords(name) ?? withYearLast(name, order);
  const id = nameOf(original).slice(name.length).trim();
  return named && 'at' in named && id !== '' ? { ...named, words: `${named.words} ${id}`.trim() } : named;
}

/**
 * The name of a note without the id that Notion puts behind it.
 *
 * @example
 * titleIn('Rain 4452e88552fd99946f43444c99780504.md') //=> 'Rain'
 */
export function titleIn(path: string): string {
  return nameOf(path).replace(/(?<=\S) [0-9a-f]{32}$/, '');
}

/**
 * The name of a file without its folders and the ending of a note.
 *
 * @example
 * nameOf('Daily/2026-11-22.md') //=> '2026-11-22'
 */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(ending, '');
}

function inName(name: string): DayOfName | undefined {
  for (const form of forms) {
    const match = form.exec(name);
    if (!match?.groups || endsInYear(match.groups)) continue;
    const { year = '', sign, month, date, hours, minutes, seconds = '00' } = match.groups;
    const day = `${year}-${month}-${date}`;
    if (!isDay(day)) {
      // What looks like a day of our age, and is the first thing said, was meant to be one.
      if (sign !== undefined && match.index === 0 && /^[12]/.test(year)) return { wrong: true };
      continue;
    }
    const time = hours === undefined ? '' : `T${hours}:${minutes}:${seconds}`;
    return { at: day + time, ...wordsBeside(name.replace(match[0], ' '), day), by: 'name' };
  }
  return undefined;
}

function endsInYear(groups: RegExpExecArray['groups'] = {}): boolean {
  const { year, between, hours, point, minutes, seconds } = groups;
  if (between === undefined || between === 'T' || point !== '' || seconds !== undefined) return false;
  return Math.abs(Number(`${hours}${minutes}`) - Number(year)) <= NEAR;
}

/** A number alone, or the word for a copy, tells files of one day apart; it is no title. */
const onlyCounted = /^\(?\d{1,2}\)?$|^(?:- )?copy(?: \(?\d{1,2}\)?)?$/i;
/** Denote writes `--the-title__tag_another`. */
const denoted = /^ ?(?:==[^-]*)?--(?<title>[^_]*)(?:__(?<tags>.+))?$/;

function wordsBeside(beside: string, day: Day): Pick<NamedDay, 'title' | 'words' | 'tags'> {
  const words = beside.replace(/^[\s_-]+|(?<![\s_-])[\s_-]+$/g, '');
  const { title: slug, tags } = denoted.exec(beside)?.groups ?? {};
  if (slug !== undefined)
    return {
      title: slug.replaceAll('-', ' ').trim(),
      words,
      tags: tags === undefined ? [] : tags.split('_'),
    };
  const isOfDay = weekdayNamed(words.replace(/[(),]/g, '').trim()) === weekdayOf(day);
  return { title: isOfDay || onlyCounted.test(words) ? '' : titleOf(words), words, tags: [] };
}

/** Words without the brackets that stood around the day alone, and without the gap that it left. */
function titleOf(words: string): string {
  return words
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** `2026/11/22.md` */
function inFolders(path: string): DayOfName | undefined {
  const [, year, month, date] = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)(?:\.\w+)?$/.exec(path) ?? [];
  if (year === undefined) return undefined;
  const day = `${year}-${month}-${date}`;
  return isDay(day) ? { at: day, title: '', words: '', tags: [], by: 'folders' } : { wrong: true };
}

/** `January 5th, 2023`, as Roam and Logseq name days, `2023年1月5日` or `2023-1-5`. */
function inWords(name: string): NamedDay | undefined {
  const written = /\p{L}{3}|^(?:19|20)\d\d(?:年|-\d{1,2}-)/u.test(name) ? writtenDay(name) : undefined;
  if (written === undefined || !('at' in written)) return undefined;
  if (/^\d{4}/.test(name))
    return { at: written.at, ...wordsBeside(written.rest, written.at.slice(0, 10)), by: 'name' };
  return written.rest === '' ? { at: written.at, title: '', words: name, tags: [], by: 'name' } : undefined;
}

/** `22.11.2026 Rome`, `11-22-2026` */
function withYearLast(name: string, order: DateOrder | undefined): DayOfName | undefined {
  const [all, one = '', two = '', year = ''] = /^(\d{1,2})[-._](\d{1,2})[-._](\d{4})(?!\d)/.exec(name) ?? [];
  if (all === undefined) return undefined;
  const written = writtenDay(`${one}-${two}-${year}`, order);
  if (!written || 'wrong' in written) return undefined;
  if ('unclear' in written) return { unclear: all };
  return { at: written.at, ...wordsBeside(name.slice(all.length), written.at), by: 'name' };
}
