// Entries of jrnl, from its JSON and from its own text files.
import { isMapping } from '../formats/answers/answer-value.ts';
import { type ForeignEntry, momentFrom, type SourceItem, textsIn, titled } from './foreign-entry.ts';
import { isJrnl1Text, readJrnl1Text } from './jrnl/import-jrnl-1.ts';
import {
  apartBySeconds,
  jrnlKeys,
  jrnlLines,
  jrnlTags,
  momentOf,
  sentencesOf,
  withoutSymbol,
} from './jrnl/jrnl-entry.ts';
import { isDay } from '../domain/time/day.ts';

/**
 * Reads one entry of `jrnl --format json`: `title`, `body`, `date`, `time`, `tags`, `starred`.
 *
 * @example
 * const rain = { title: 'Rain.', body: '', date: '2026-11-22', time: '09:14', tags: ['@home'], starred: false };
 * readJrnlEntry(rain, 'a.json, entry 1').foreign //=> { at: '2026-11-22T09:14:00', text: 'Rain.', tags: ['home'], … }
 */
export function readJrnlEntry(value: unknown, place: string): SourceItem {
  if (!isMapping(value)) return { place, mistake: 'expected an entry as jrnl --format json prints it' };
  const { title = '', body = '', date, time, tags, starred, uuid } = value;
  if (typeof title !== 'string' || typeof body !== 'string')
    return { place, mistake: 'expected a "title" and a "body", in quotes' };
  const moment = [date, time].filter((part) => typeof part === 'string').join('T');
  const at = momentFrom(moment);
  if (at === undefined) {
    return { place, mistake: 'expected a "date" such as "2026-11-22" and a "time" such as "09:14"' };
  }
  const text = unguarded(titled(title.trim(), body.trim()));
  return {
    place,
    foreign: {
      at,
      text,
      // The JSON of jrnl 1 names the tags of the whole journal only.
      tags: tags === undefined ? jrnlTags(text) : textsIn(tags).map(withoutSymbol),
      ...(typeof uuid === 'string' && uuid !== '' ? { sourceId: uuid } : jrnlKeys(at, text)),
      starred: starred === true,
    },
  };
}

/**
 * Whether a value looks like the export of jrnl.
 *
 * @example
 * isJrnlExport({ tags: {}, entries: [] }) //=> true
 */
export function isJrnlExport(value: unknown): boolean {
  return isMapping(value) && Array.isArray(value['entries']) && isMapping(value['tags']);
}

/**
 * Whether a value looks like one entry of jrnl, as `jrnl --format json` writes it into a folder.
 *
 * @example
 * isJrnlEntry({ title: 'Rain.', body: '', date: '2026-11-22', time: '09:14', tags: [], starred: false }) //=> true
 */
export function isJrnlEntry(value: unknown): boolean {
  return isMapping(value) && ['title', 'body', 'date', 'time'].every((key) => typeof value[key] === 'string');
}

const header = /^\[([^\]\n]+)\](?: |$)/;
const weekday = String.raw`\p{L}{2,12}\.?,? `;
/** A day that begins with its year, perhaps with a time; the name of the day of the week may stand before or behind it. */
const dated = new RegExp(
  String.raw`^(?:${weekday})?(\d{4})[-/.](\d\d)[-/.](\d\d)(?:,?[T ]+(?:${weekday})?(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?(?: ?([AP])\.?M\.?)?)?$`,
  'iu',
);
const beginsWithYear = new RegExp(String.raw`^(?:${weekday})?\d{4}[-/.]\d\d[-/.]\d\d`, 'u');
/** As jrnl has it: what is shorter is a footnote. */
const SHORTEST_DATE = 7;
const LONGEST_DATE = 40;
/** A date to somebody's jrnl, though not to us: three numbers, or a year beside a time or the name of a month. */
const otherDate = new RegExp(
  [
    String.raw`^(?:${weekday})?\d{1,4}[-/.] ?\d{1,2}[-/.] ?\d{1,4}(?:$|[,T ])`,
    String.raw`^[12]\d{3}[01]\d[0-3]\d(?:$|[T ]\d{4})`,
    String.raw`^(?=.*\b\d{4}\b)(?=.*\b\d{1,2}[:.h]\d\d)[\p{L}\p{M}\d ,.:/'-]+$`,
    String.raw`^(?=.*\b\d{4}\b)(?=.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))(?=.*\b\d{1,2}(?:st|nd|rd|th)?\b)[\p{L}\d ,.:-]+$`,
  ].join('|'),
  'iu',
);
const inBracketsToo = /^\[\d{4}[-/.]\d\d[-/.]\d\d[T ]\d/m;
const AS_JSON = 'have jrnl write it as JSON, and import that: jrnl --export json >journal.json';
const ABOVE = 'there is text before the first entry; expected a line such as "[2026-11-22 09:14] Title"';
const NOT_UNDERSTOOD = `the time in brackets was not recognised; expected something like [2026-11-22 09:14]; ${AS_JSON}`;
const LOOKS_LIKE_ONE = `this looks like the beginning of an entry, but its date was not recognised, so it would become part of the entry above; ${AS_JSON}`;

/**
 * Reads a journal of jrnl as it stands on the disk: entries that begin with a line `[2026-11-22 09:14] Title`. A title
 * that ends in `*` is starred; words that begin with `@` are tags and stay in the text, which is what jrnl's JSON says it is.
 *
 * A journal that begins with a date without brackets, and has none with brackets, is one of jrnl 1, and is read as that.
 *
 * Text above the first entry, and a date that cannot be understood or does not exist, are mistakes, with the line. What only
 * looks like the beginning of an entry is a mistake, too, and stays in the text of the entry above. What jrnl takes for no
 * date, such as `[12:30]`, is text.
 *
 * @example
 * [...readJrnlText('[2026-11-22 09:14] Rain. *\nAll day.\n', 'journal.txt')]
 * //=> [{ place: 'journal.txt:1', foreign: { at: '2026-11-22T09:14:00', text: 'Rain.\n\nAll day.', starred: true, … } }]
 */
export function* readJrnlText(text: string, file: string): Generator<SourceItem> {
  if (isJrnl1Text(text) && !inBracketsToo.test(text)) {
    yield* readJrnl1Text(text, file);
    return;
  }
  const apart = apartBySeconds();
  const lines = jrnlLines(text);
  let open: { readonly line: number; readonly at: string | undefined; readonly texts: string[] } | undefined;
  let isAbove = false;
  for (const [index, line] of lines.entries()) {
    const moment = header.exec(line)?.[1];
    const at = moment === undefined ? undefined : jrnlMoment(moment);
    const place = `${file}:${index + 1}`;
    if (moment !== undefined && (at !== undefined || beginsWithYear.test(moment))) {
      if (open) yield entryOf(open, file, apart);
      open = { line: index + 1, at, texts: [line.replace(header, '')] };
      continue;
    }
    const looksLikeOne = moment !== undefined && isOtherDate(moment);
    open?.texts.push(line);
    if (looksLikeOne) yield { place, mistake: open ? LOOKS_LIKE_ONE : NOT_UNDERSTOOD };
    else if (!open && !isAbove && line.trim() !== '') yield { place, mistake: ABOVE };
    isAbove ||= line.trim() !== '';
  }
  if (open) yield entryOf(open, file, apart);
}

function entryOf(
  { line, at, texts: [first = '', ...rest] }: { line: number; at: string | undefined; texts: string[] },
  file: string,
  apart: (entry: ForeignEntry) => ForeignEntry,
): SourceItem {
  const place = `${file}:${line}`;
  if (at === undefined) return { place, mistake: NOT_UNDERSTOOD };
  const heading = first.trim();
  const starred = heading.endsWith('*');
  const words = starred ? heading.replace(/^[ *]+|(?<![ *])[ *]+$/g, '') : heading;
  const [title, body] = rest.length === 0 ? sentencesOf(words) : [words, rest.join('\n').trim()];
  const text = unguarded(titled(title, body));
  const foreign = apart({ at, text, tags: jrnlTags(text), starred });
  // Earlier versions left the line as it was.
  const formerKeys = [...(foreign.formerKeys ?? []), ...(text === words ? [] : [[at, words, '']])];
  return { place, foreign: rest.length === 0 ? { ...foreign, formerKeys } : foreign };
}

/** A text without the marks that are not seen with which an export keeps brackets and asterisks from having a meaning to jrnl. */
function unguarded(text: string): string {
  return text.replace(/^\u200b(?=\[)/gm, '').replace(/^\u200b(?=\*)|(?<=^[^\n]*\*)\u200b(?=\n|$)/g, '');
}

/** Undefined where it is no date with its year first, or one that does not exist. */
function jrnlMoment(text: string): string | undefined {
  const [, year, month, date, hours, minutes, seconds, half] = dated.exec(text.trim()) ?? [];
  return momentOf({ day: `${year}-${month}-${date}`, hours, minutes, seconds, half });
}

function isOtherDate(text: string): boolean {
  return text.length >= SHORTEST_DATE && text.length <= LONGEST_DATE && otherDate.test(text.trim());
}

/**
 * Whether a text begins as a journal of jrnl does, of whichever version.
 *
 * @example
 * isJrnlText('[2026-11-22 09:14] Rain.') //=> true
 * isJrnlText('2010-06-10 15:00 A life without chocolate.') //=> true
 */
export function isJrnlText(text: string): boolean {
  return isInBrackets(text.replace(/^\ufeff?\s*/, '')) || isJrnl1Text(text);
}

/**
 * Whether a line begins with a date in brackets, as an entry of jrnl does.
 *
 * @example
 * isInBrackets('[2026-11-22 09:14] Rain.') //=> true
 */
export function isInBrackets(line: string): boolean {
  const moment = header.exec(line)?.[1];
  return moment !== undefined && (dated.test(moment) || beginsWithYear.test(moment) || isOtherDate(moment));
}

const inFolders = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)\.(?:txt|md)$/;
const inExport = /(?:^|\/)(\d{4})-(\d\d)-(\d\d)_[^/]*\.txt$/;

/**
 * Whether a file has the name of one in a folder journal of jrnl, `YYYY/MM/DD.txt` or with `.md` at its end, or in a folder into
 * which it exports its text: `YYYY-MM-DD_a-title.txt`.
 *
 * @example
 * isJrnlDay('2026/11/22.txt') //=> true
 */
export function isJrnlDay(path: string): boolean {
  const [, year, month, date] = inFolders.exec(path) ?? inExport.exec(path) ?? [];
  return isDay(`${year}-${month}-${date}`);
}
