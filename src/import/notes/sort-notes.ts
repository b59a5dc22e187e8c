// The notes among the files of a source: dated as a whole, with a date above each entry, or none at all.
import { datesReadAs } from '../found-text.ts';
import type { DateOrder, Knowledge, SourceItem } from '../foreign-entry.ts';
import { readDatedHeadings } from '../import-dated-headings.ts';
import { readDatedMarkdown } from '../import-dated-markdown.ts';
import type { ImportSource, Recognised } from '../source.ts';
import { textOrMistake } from '../text-files.ts';
import { isBackup, isDrawing, originalOf } from './copies.ts';
import { areOfDays, type DatedOutline, datedOutline, ordersAmong } from './dated-outline.ts';
import { headOfText } from './note-head.ts';
import { type DayOfName, dayInName, nameOf } from './note-name.ts';
import { sureOrders, type WrittenDay, writtenDay } from './written-day.ts';

/** A kind of source that is told by the names of files and by headings. */
export type NoteKind = 'markdown' | 'headings';

const ORDERS = ['dmy', 'mdy'] as const;

/** Files by what is in them. */
export interface SortedNotes {
  readonly kinds: ReadonlyMap<string, NoteKind>;
  /** Of the rest, why they are no entries, or what is wrong with them. */
  readonly passed: ReadonlyMap<string, SourceItem>;
  /** The orders of day and month that are in names and headings for sure. */
  readonly orders: ReadonlySet<DateOrder>;
  /** A date that may be in either, for each kind. */
  readonly unclear: ReadonlyMap<NoteKind, string>;
}

/**
 * Sorts notes. A name that says a day is enough; of other files the text is read. A file with two days or more in its headings
 * holds entries, also where it says itself on which day it was begun.
 *
 * @param names - Those of notes.
 * @param from - What the person says that they are.
 *
 * @example
 * sortNotes(sample('daily'), ['2026-11-22.md'], undefined).kinds.get('2026-11-22.md') //=> 'markdown'
 */
export function sortNotes(
  source: ImportSource,
  names: readonly string[],
  from: string | undefined,
): SortedNotes {
  const kinds = new Map<string, NoteKind>();
  const passed = new Map<string, SourceItem>();
  const orders = new Set<DateOrder>();
  const unclear = new Map<NoteKind, string>();
  const all = new Set(names);
  for (const name of names) {
    const item = source.shape === 'file' ? undefined : asCopy(name, all);
    if (item) {
      passed.set(name, item);
      continue;
    }
    const named = dayInName(name);
    if (named && (from === 'headings' ? isOneDay(source, name, named) : !isOfDays(source, name, from))) {
      kinds.set(name, 'markdown');
      for (const order of sureOrders(nameOf(name).replaceAll('_', '-'))) orders.add(order);
      if ('unclear' in named && !unclear.has('markdown')) unclear.set('markdown', named.unclear);
      continue;
    }
    const text = textOrMistake(source, name);
    if (typeof text !== 'string') {
      passed.set(name, text);
      continue;
    }
    const outline = from === 'markdown' ? undefined : outlineOf(text, name);
    if (outline && (from === 'headings' ? outline.level !== undefined : holdsEntries(outline))) {
      kinds.set(name, 'headings');
      const among = ordersAmong(outline);
      for (const order of among.sure) orders.add(order);
      if (among.unclear !== undefined && !unclear.has('headings')) unclear.set('headings', among.unclear);
      continue;
    }
    const note = readDatedMarkdown(text, name);
    if ('foreign' in note) kinds.set(name, 'markdown');
    else passed.set(name, note);
  }
  return { kinds, passed, orders, unclear };
}

/** A file that is passed over for its name: a copy only where that of which it is one is there, too. */
function asCopy(name: string, all: ReadonlySet<string>): SourceItem | undefined {
  if (isBackup(name)) return { place: name, undated: true, because: 'backup' };
  const original = originalOf(name);
  if (original !== undefined && all.has(original)) return { place: name, undated: true, because: 'conflict' };
  return isDrawing(name) ? { place: name, undated: true, because: 'drawing' } : undefined;
}

/** Whether a note among others is of the day in its name alone, also where its headings are asked for. */
function isOneDay(source: ImportSource, name: string, named: DayOfName): boolean {
  if (source.shape === 'file' || !('at' in named)) return false;
  const text = textOrMistake(source, name);
  const outline = typeof text === 'string' ? outlineOf(text, name) : undefined;
  return !outline?.headings.some(({ level, day }) => level === outline.level && day && !isOf(day, named.at));
}

/** Whether a file that is named after its first day is one in which org-journal keeps the days of a week, a month or a year. */
function isOfDays(source: ImportSource, name: string, from: string | undefined): boolean {
  if (from !== undefined || /\.(?:md|markdown|txt|text)$/i.test(name)) return false;
  const text = textOrMistake(source, name);
  return typeof text === 'string' && (text.match(/^[ \t]*:CREATED:[ \t]+\d{8}[ \t]*$/gm) ?? []).length > 1;
}

/** Whether a day in a heading is one, or may be. */
function isOf(day: WrittenDay, at: string): boolean {
  const days = 'unclear' in day ? ORDERS.map((order) => writtenDay(day.unclear, order)) : [day];
  return days.some((one) => one && 'at' in one && one.at.slice(0, 10) === at.slice(0, 10));
}

function outlineOf(text: string, name: string): DatedOutline | undefined {
  // A day has a year.
  if (!/\d{4}/.test(text)) return undefined;
  return datedOutline(text, headOfText(text, name).isOrg);
}

/**
 * Whether a text holds entries below headings with their days: of two days or more, or of one with nothing above it.
 *
 * @example
 * hasDatedHeadings('# Journal\n\n## 2023-01-05\nRain.', 'journal.md') //=> true
 */
export function hasDatedHeadings(text: string, name: string): boolean {
  const outline = outlineOf(text, name);
  return outline !== undefined && holdsEntries(outline);
}

function holdsEntries({ headings, level, lines }: DatedOutline): boolean {
  const first = headings.find((heading) => heading.level === level && heading.day !== undefined);
  if (!first) return false;
  if (areOfDays(headings.filter((heading) => heading.level === level))) return true;
  const ofHeadings = new Set(headings.map(({ line }) => line));
  return lines.slice(0, first.line).every((line, at) => line.trim() === '' || ofHeadings.has(at));
}

/**
 * Sorted notes as the entries of one kind.
 *
 * @example
 * const sorted = sortNotes(sample('daily'), ['2026-11-22.md'], undefined);
 * notesOf('markdown', sample('daily'), sorted, { hash, offsetIn }).kind //=> 'markdown'
 */
export function notesOf(
  kind: NoteKind,
  source: ImportSource,
  { kinds, passed, orders, unclear }: SortedNotes,
  { dates }: Pick<Knowledge, 'dates'>,
): Recognised {
  const date = unclear.get(kind);
  const order = dates ?? (orders.size === 1 ? [...orders][0] : undefined);
  return {
    kind,
    read: function* read() {
      for (const name of [...kinds.keys(), ...passed.keys()].toSorted()) {
        const item = passed.get(name);
        if (item) yield item;
        else if (kinds.get(name) === kind) yield* entriesIn(kind, source, name, order);
      }
    },
    said: order && date !== undefined ? [datesReadAs(date, order)] : [],
  };
}

function* entriesIn(
  kind: NoteKind,
  source: ImportSource,
  name: string,
  order: DateOrder | undefined,
): Generator<SourceItem> {
  const text = textOrMistake(source, name);
  if (typeof text !== 'string') yield text;
  else if (kind === 'markdown') yield readDatedMarkdown(text, name, order);
  else yield* readDatedHeadings(text, name, order);
}
