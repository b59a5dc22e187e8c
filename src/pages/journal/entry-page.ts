// One entry to read: the page of coach journal show, and how entries look where one browses.
import { longDay } from '../../domain/time/day.ts';
import { parseAt, clockTime } from '../../domain/time/moment.ts';
import type { Entry, StoredEntry } from '../../domain/entry/entry.ts';
import type { Search } from '../../domain/search/search.ts';
import { plainText, withoutBlankEnds } from '../../domain/text/plain-text.ts';
import { answerText } from '../record/answer-text.ts';
import { markedText } from '../text/marked-text.ts';
import { seatText } from '../sitting/sitting-text.ts';
import { type Page, wrap } from '../text/wrap.ts';
import { entryRows, fit, type MonthRow } from './entry-list.ts';

/** The extras that an entry may be shown with. */
export interface EntryPageExtras {
  /** Its matches are set off. */
  readonly search?: Search | undefined;
  /** The lines above an answer, by its question: what it looks back on. */
  readonly about?: ReadonlyMap<string, readonly string[]>;
  /** The lines below an answer, by its question: what became of its plan or guess. */
  readonly became?: ReadonlyMap<string, readonly string[]>;
}

/**
 * One entry to read, with all that a person added to it by hand. Days are in full: "yesterday" within what
 * was written earlier would be read as the day before that.
 *
 * @example
 * entryPage({ entry, path: '2026/11/a.md' }, page).split('\n')[1]
 * //=> '22 November 2026, 09:14 · member, about D.'
 */
export function entryPage(
  { entry, path }: { readonly entry: Entry; readonly path: string },
  { width, style }: Page,
  { search, about = new Map(), became = new Map() }: EntryPageExtras = {},
): string {
  const at = parseAt(entry.at);
  const time = at ? clockTime(at) : '';
  const facts = [
    `${longDay(entry.day)}${time === '' ? '' : `, ${time}`}`,
    seatText(entry.role, entry.about),
    entry.tags.map((tag) => `#${markedText(tag, search, style)}`).join(' '),
  ].filter((fact) => fact !== '');
  const own = (after: string | null): readonly string[] =>
    entry.extra.sections
      .filter((section) => section.after === after)
      .flatMap(({ text }) => ['', wrap(markedText(text, search, style), width)]);
  const lines = [
    style.strong(wrap(plainText(entry.title === '' ? entry.bank : entry.title), width)),
    style.dim(wrap(facts.join(' · '), width)),
    ...(entry.extra.front === ''
      ? []
      : [style.dim(wrap(markedText(entry.extra.front, search, style), width))]),
    ...own(null),
    ...entry.answers.flatMap((answer) => [
      '',
      style.dim(wrap(markedText(answer.asked, search, style), width)),
      ...(about.get(answer.question) ?? []).map((line) => style.dim(wrap(plainText(line), width, '    '))),
      wrap(markedText(withoutBlankEnds(answerText(answer, null)), search, style), width, '  '),
      ...(became.get(answer.question) ?? []).map((line) => style.dim(wrap(plainText(line), width, '  '))),
      ...own(answer.question),
    ]),
    '',
    style.dim(plainText(path)),
  ];
  return `${lines.join('\n')}\n`;
}

/** An entry as a list shows it. */
export interface EntryRow extends MonthRow {
  /** The day in full, and whom it is about. */
  readonly facts: string;
}

/** How entries look. Lists hold nothing that the person wrote. */
export interface EntryLook {
  rows(entries: readonly StoredEntry[], page: Page): readonly EntryRow[];
  /** @param marked - What it matches is set off. */
  whole(stored: StoredEntry, page: Page, marked: Search | undefined): string;
}

/** In the list as in any other, open as `coach journal show` has them. */
export const entryLook: EntryLook = {
  rows: (entries, page) =>
    entryRows(entries, page).map((row, index) => {
      const entry = entries[index]?.entry;
      const facts = entry ? [longDay(entry.day), seatText(entry.role, entry.about)] : [];
      const line = facts.filter((fact) => fact !== '').join(' · ');
      return { ...row, facts: fit(line, page.width - 1).trimEnd() };
    }),
  whole: (stored, page, marked) => entryPage(stored, page, { search: marked }),
};
