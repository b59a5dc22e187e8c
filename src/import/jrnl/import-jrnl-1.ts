// Journals of jrnl 1, whose dates have no brackets around them.
import { type ForeignEntry, type SourceItem, titled } from '../foreign-entry.ts';
import { apartBySeconds, jrnlLines, jrnlTags, momentOf } from './jrnl-entry.ts';

const moment =
  /^(?<year>\d{4})(?<sign>[-/.])(?<month>\d\d)\k<sign>(?<date>\d\d)(?<between>[ T])(?<hours>\d{1,2}):(?<minutes>\d\d)(?::(?<seconds>\d\d))?(?: (?<half>[AP])M)?(?: |$)/i;

/**
 * Reads a journal of jrnl 1: entries that begin with a line `2010-06-10 15:00 Title`. The first line tells in which form the dates
 * are: with which sign between, with seconds or a half of the day. A line with a date of that form begins an entry wherever it
 * stands, as it does for jrnl 1; anything else is text. A title that ends in `*` is starred.
 *
 * @example
 * [...readJrnl1Text('2010-06-10 15:00 A life without chocolate.\nHard.\n', 'journal.txt')]
 * //=> [{ place: 'journal.txt:1', foreign: { at: '2010-06-10T15:00:00', text: 'A life without chocolate.\n\nHard.', … } }]
 */
export function* readJrnl1Text(text: string, file: string): Generator<SourceItem> {
  const apart = apartBySeconds();
  const lines = jrnlLines(text);
  const form = formOf(lines.find((line) => line.trim() !== '') ?? '');
  let open: { readonly line: number; readonly at: string; readonly texts: string[] } | undefined;
  for (const [index, line] of lines.entries()) {
    const at = form !== undefined && formOf(line) === form ? momentIn(line) : undefined;
    // jrnl 1 drops the blanks at the end of a line when it reads its file.
    if (at === undefined) open?.texts.push(line.trimEnd());
    else {
      if (open) yield { place: `${file}:${open.line}`, foreign: apart(entryOf(open)) };
      open = { line: index + 1, at, texts: [line.replace(moment, '')] };
    }
  }
  if (open) yield { place: `${file}:${open.line}`, foreign: apart(entryOf(open)) };
}

function entryOf({ at, texts: [first = '', ...rest] }: { at: string; texts: string[] }): ForeignEntry {
  const title = first.trim();
  const starred = title.endsWith('*');
  const text = titled(starred ? title.slice(0, -1).trim() : title, rest.join('\n').trim());
  return { at, text, tags: jrnlTags(text), starred };
}

/** The form of a date at the beginning of a line; undefined where there is none. */
function formOf(line: string): string | undefined {
  const { sign, between, seconds, half } = moment.exec(line)?.groups ?? {};
  return sign && [sign, between, seconds === undefined, half === undefined].join();
}

function momentIn(line: string): string | undefined {
  const { year, month, date, hours, minutes, seconds, half } = moment.exec(line)?.groups ?? {};
  return momentOf({ day: `${year}-${month}-${date}`, hours, minutes, seconds, half });
}

/**
 * Whether a text begins as a journal of jrnl 1 does: with a date, but without brackets.
 *
 * @example
 * isJrnl1Text('2010-06-10 15:00 A life without chocolate.') //=> true
 */
export function isJrnl1Text(text: string): boolean {
  return momentIn(text.replace(/^\ufeff?\s*/, '')) !== undefined;
}
