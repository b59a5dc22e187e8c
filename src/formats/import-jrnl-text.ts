import { isDay } from '../domain/calendar.ts';
import { withoutBlankEnds } from '../domain/text.ts';
import { withoutSymbol } from './import-jrnl-json.ts';
import { type Read, titled } from './imported.ts';

const header = /^\[([^\]\n]+)\](?: |$)/;
const dated =
  /^(?:(\d{4})[-/.](\d\d)[-/.](\d\d)(?:,?[T ]+)?)?(?:(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?([AP])M)?)?$/i;
const beginsWithYear = /^\d{4}[-/.]\d\d[-/.]\d\d/;
/** What is a date to somebody's jrnl, though not to us. */
const otherDate = /^\w{0,9},? ?\d{1,4}[-/.: ].*\d/;
const NOT_UNDERSTOOD =
  'the time in brackets is not understood, expected for example [2026-11-22 09:14]; the JSON of jrnl has it so';
const tag = /(?<!\S)@([-+*#/\w]+)/g;

/**
 * Reads a journal of jrnl as it stands on the disk: entries that begin with a line `[2026-11-22 09:14] Title`. A title
 * that ends in `*` is starred; words that begin with `@` are tags and stay in the text.
 *
 * Text above the first entry, and a date that cannot be understood or does not exist, are mistakes, with the line.
 *
 * @param day - The day that the file is of, in a folder journal: then a time is enough, and another date does not count.
 *
 * @example
 * readJrnlText('[2026-11-22 09:14] Rain. *\nAll day.\n', 'journal.txt')
 * //=> [{ place: 'journal.txt:1', foreign: { at: '2026-11-22T09:14:00', text: 'Rain.\n\nAll day.', starred: true, … } }]
 */
export function* readJrnlText(text: string, file: string, day?: string): Generator<Read> {
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  let open: { readonly line: number; readonly at: string | undefined; readonly texts: string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    const moment = header.exec(line)?.[1];
    const at = moment === undefined ? undefined : jrnlMoment(moment, day);
    // A time alone may be anybody's note within an entry; a date that does not exist is no such thing.
    const begins = moment !== undefined && (at !== undefined || beginsWithYear.test(moment));
    if (begins) {
      if (open) yield entryOf(open, file);
      open = { line: index + 1, at, texts: [line.replace(header, '')] };
    } else if (open) {
      open.texts.push(line);
    } else if (line.trim() !== '') {
      const mistake =
        moment !== undefined && otherDate.test(moment)
          ? NOT_UNDERSTOOD
          : 'this stands above the first entry, expected a line such as "[2026-11-22 09:14] Title"';
      yield { place: `${file}:${index + 1}`, mistake };
      return;
    }
  }
  if (open) yield entryOf(open, file);
}

function entryOf(
  { line, at, texts: [first = '', ...rest] }: { line: number; at: string | undefined; texts: string[] },
  file: string,
): Read {
  const place = `${file}:${line}`;
  if (at === undefined) {
    return { place, mistake: NOT_UNDERSTOOD };
  }
  const title = first.trim();
  const starred = title.endsWith('*');
  const text = titled(
    starred ? title.replace(/[ *]+$/, '') : title,
    withoutBlankEnds(rest.join('\n')).trimEnd(),
  );
  const tags = Array.from(text.matchAll(tag), ([word]) => withoutSymbol(word).toLowerCase());
  return { place, foreign: { at, text, tags, starred } };
}

/** A date, a time or both; undefined where it is none, or one that does not exist. */
function jrnlMoment(text: string, ofFile: string | undefined): string | undefined {
  const [, year, month, date, hours, minutes, seconds = '00', half] = dated.exec(text.trim()) ?? [];
  const day = ofFile ?? (year === undefined ? undefined : `${year}-${month}-${date}`);
  if (day === undefined || !isDay(day) || (year ?? hours) === undefined) return undefined;
  if (hours === undefined) return day;
  const said = Number(hours);
  if (half === undefined ? said > 23 : said < 1 || said > 12) return undefined;
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const hour = half === undefined ? said : (said % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  return `${day}T${String(hour).padStart(2, '0')}:${minutes}:${seconds}`;
}

/**
 * Whether a text begins as a journal of jrnl does.
 *
 * @example
 * isJrnlText('[2026-11-22 09:14] Rain.') //=> true
 */
export function isJrnlText(text: string): boolean {
  const moment = header.exec(text.replace(/^\ufeff?\s*/, ''))?.[1];
  return moment !== undefined && (dated.test(moment) || otherDate.test(moment));
}

/**
 * The day of a file in a folder journal of jrnl, `YYYY/MM/DD.txt`.
 *
 * @example
 * jrnlDay('2026/11/22.txt') //=> '2026-11-22'
 */
export function jrnlDay(path: string): string | undefined {
  const [, year, month, date] = /(?:^|\/)(\d{4})\/(\d\d)\/(\d\d)\.txt$/.exec(path) ?? [];
  return year === undefined ? undefined : `${year}-${month}-${date}`;
}
