// Entries of Daylio, from the table that it exports.
import { isDay } from '../../domain/time/day.ts';
import { type ForeignEntry, type SourceItem, titled } from '../foreign-entry.ts';
import { type HtmlText, htmlText, isHtml } from '../html/html-text.ts';
import { writtenDay } from '../notes/written-day.ts';
import { type TableRow, unknownColumns } from './table-row.ts';

/** The columns that only a table of Daylio has together. */
export const DAYLIO_KNOWN_BY = ['weekday', 'time', 'mood', 'activities'] as const;

/** The columns without which there is no entry. The oldest tables have `year` in the place of `full_date`. */
export const DAYLIO_NEEDS = ['time', 'mood'] as const;

const KNOWN = new Set([
  'full_date',
  'year',
  'date',
  'weekday',
  'time',
  'mood',
  'activities',
  'scales',
  'note_title',
  'note',
]);

/** The cells that stand in the text under a name of their own. */
const NAMED = [
  ['mood', 'Mood'],
  ['activities', 'Activities'],
  ['scales', 'Scales'],
] as const;

/**
 * Reads one row of Daylio's table. A mood is a word and no number, since everybody names their moods: it stands in the text, and so
 * do the activities, which are tags as well. Notes of newer versions are HTML.
 *
 * @example
 * const cells = new Map([['full_date', '2026-11-22'], ['time', '9:14 pm'], ['mood', 'good'], ['note', 'Rain.']]);
 * readDaylioRow({ place: 'daylio.csv:2', cells }).foreign //=> { at: '2026-11-22T21:14:00', text: 'Mood: good\n\nRain.', … }
 */
export function readDaylioRow(row: TableRow): SourceItem {
  if ('mistake' in row) return row;
  const { place, cells } = row;
  const cell = (column: string): string => cells.get(column)?.trim() ?? '';
  const dated = dayOf(cell);
  if ('mistake' in dated) return { place, ...dated };
  const time = timeOf(cell('time'));
  if (time === undefined) return { place, mistake: 'expected a "time" such as 21:14 or 9:14 pm' };
  const note = noteOf(cell('note'));
  if (!note) return { place, mistake: 'the HTML in "note" is nested too deep' };
  const facts = NAMED.filter(([column]) => cell(column) !== '').map(([column, name]) => {
    const words = column === 'activities' ? activitiesIn(cell(column)).join(', ') : cell(column);
    return `${name}: ${words}`;
  });
  const foreign: ForeignEntry = {
    at: `${dated.day}T${time}`,
    text: titled(titled(cell('note_title'), facts.join('\n')), note.text),
    tags: activitiesIn(cell('activities')),
    lost: [...note.lost, ...unknownColumns(cells, KNOWN)],
  };
  return { place, foreign };
}

/**
 * Reads Daylio's table, row by row.
 *
 * @example
 * [...readDaylioTable(() => [{ place: 'a.csv:2', mistake: 'expected 8 cells, not 7' }])].length //=> 1
 */
export function* readDaylioTable(rows: () => Iterable<TableRow>): Generator<SourceItem> {
  for (const row of rows()) yield readDaylioRow(row);
}

function activitiesIn(cell: string): readonly string[] {
  return cell
    .split('|')
    .map((activity) => activity.trim())
    .filter((activity) => activity !== '');
}

function noteOf(note: string): HtmlText | undefined {
  if (isHtml(note)) return htmlText(note);
  return /&(?:amp|lt|gt|quot|nbsp|#\d+);/.test(note)
    ? htmlText(note.replaceAll('\n', '<br>'))
    : { text: note, lost: [] };
}

/** `full_date`, or `year` and `date` (`18 May`, `7 września`) where there is none. @returns What is wrong, where it is no day. */
function dayOf(cell: (column: string) => string): { readonly day: string } | { readonly mistake: string } {
  const full = cell('full_date');
  const year = cell('year');
  if (full !== '' || year === '') {
    return isDay(full)
      ? { day: full }
      : {
          mistake: `expected a "full_date" such as 2026-11-22; if a spreadsheet has changed the dates, import the file as Daylio exported it`,
        };
  }
  const written = writtenDay(`${cell('date')} ${year}`) ?? writtenDay(`${year}年${cell('date')}`);
  return written && 'at' in written && written.rest === ''
    ? { day: written.at }
    : { mistake: 'expected a "date" such as 18 May and a "year"' };
}

const clock = /^(\d{1,2})[:.](\d\d)(?:[:.]\d\d)?$/;
const morning = /a\.? ?m\.?|午前|上午|오전|π\. ?μ\.|öö|^ص|ص$/iu;
const evening = /p\.? ?m\.?|午後|下午|오후|μ\. ?μ\.|ös|^م|م$/iu;

/** A time of 24 hours, or of twice twelve, which begin with 0 in Japan. */
function timeOf(cell: string): string | undefined {
  const words = cell.replace(/[\s\u200e\u200f]+/g, ' ');
  const half = evening.test(words) ? 12 : morning.test(words) ? 0 : undefined;
  const [, hours, minutes] = clock.exec(words.replace(half === 12 ? evening : morning, '').trim()) ?? [];
  if (hours === undefined || Number(minutes) > 59) return undefined;
  const said = Number(hours);
  if (said > (half === undefined ? 23 : 12)) return undefined;
  const hour = half === undefined ? said : (said % 12) + half;
  return `${String(hour).padStart(2, '0')}:${minutes}:00`;
}
