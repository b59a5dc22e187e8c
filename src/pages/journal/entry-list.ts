// Entries in a list, by month: the page of coach journal.
import stringWidth from 'fast-string-width';
import type { StoredEntry, Entry } from '../../domain/entry/entry.ts';
import { monthTitle, weekdayAndDay } from '../../domain/time/day.ts';
import { parseAt, clockTime } from '../../domain/time/moment.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import type { Page } from '../text/wrap.ts';
import { aboutOf } from './entry-lines.ts';

/** The fewest characters of an id that are shown; more where two on the same screen begin alike. */
const SHORTEST_ID = 4;

/** Lines of context stand under the time. */
const CONTEXT_INDENT = ' '.repeat(10);

/** Below this width there is no room for whom an entry is about. */
const WIDTH_FOR_ABOUT = 60;

/** The row of an entry, and the month that stands above it. */
export interface MonthRow {
  readonly heading: string;
  readonly row: string;
}

/**
 * Entries for a screen, by month, newest first: day, time, title, whom it is about, and the beginning of the id. Never
 * the person's words, since somebody may be looking over their shoulder, but for a line around what they searched for.
 *
 * @param contextOf - That line, at most so many columns wide.
 *
 * @example
 * entryList([{ entry, path: '2026/11/a.md' }], page).split('\n')[0] //=> 'November 2026'
 */
export function entryList(
  entries: readonly StoredEntry[],
  page: Page,
  contextOf?: (entry: Entry, columns: number) => string | undefined,
): string {
  const { width, style } = page;
  let month = '';
  const lines = entryRows(entries, page).flatMap(({ heading, row }, index) => {
    const above = heading === month ? [] : [...(month === '' ? [] : ['']), style.strong(heading)];
    month = heading;
    const entry = entries[index]?.entry;
    const context = entry && contextOf?.(entry, width - CONTEXT_INDENT.length - 2);
    return [...above, `  ${row}`.trimEnd(), ...(context === undefined ? [] : [CONTEXT_INDENT + context])];
  });
  return lines.map((line) => `${line}\n`).join('');
}

/**
 * The rows of a list of entries, each two columns narrower than the page.
 *
 * @example
 * entryRows([{ entry, path: '2026/11/a.md' }], { ...page, width: 40 })[0]?.row
 * //=> 'Sun 22  09:14  When your work i…  k3x8'
 */
export function entryRows(entries: readonly StoredEntry[], { width, style }: Page): readonly MonthRow[] {
  const length = idLength(entries.map(({ entry }) => entry.id));
  const aboutRoom =
    width < WIDTH_FOR_ABOUT
      ? 0
      : entries.reduce((room, { entry }) => Math.min(12, Math.max(room, stringWidth(aboutOf(entry)))), 0);
  const room = width - 2 - 6 - 2 - 5 - 2 - 2 - length - (aboutRoom > 0 ? aboutRoom + 2 : 0);
  const titleRoom = Math.max(8, Math.min(60, room));
  return entries.map(({ entry }) => {
    const at = parseAt(entry.at);
    const parts = [
      style.dim(weekdayAndDay(entry.day).padEnd(6)),
      style.dim((at ? clockTime(at) : '').padEnd(5)),
      fit(plainText(entry.title === '' ? entry.bank : entry.title), titleRoom),
      ...(aboutRoom > 0 ? [fit(aboutOf(entry), aboutRoom)] : []),
      style.dim(entry.id.slice(0, length)),
    ];
    return { heading: monthTitle(entry.day), row: parts.join('  ') };
  });
}

function idLength(ids: readonly string[]): number {
  const unique = new Set(ids);
  for (let length = SHORTEST_ID; length < 10; length++) {
    if (new Set(Array.from(unique, (id) => id.slice(0, length))).size === unique.size) return length;
  }
  return 10;
}

/**
 * A text in exactly so many columns, cut with an ellipsis where it is longer.
 *
 * @example
 * fit('A free page', 8) //=> 'A free …'
 */
export function fit(text: string, columns: number): string {
  let shown = text;
  while (stringWidth(shown) > columns) {
    shown = `${Array.from(shown.replace(/…$/u, '')).slice(0, -1).join('')}…`;
  }
  return shown + ' '.repeat(columns - stringWidth(shown));
}
