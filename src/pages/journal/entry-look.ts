// The look of entries where one browses: a row of a list, and one of them whole.
import type { StoredEntry } from '../../domain/entry/entry.ts';
import type { Search } from '../../domain/search/search.ts';
import { longDay } from '../../domain/time/day-words.ts';
import { seatText } from '../sitting/sitting-text.ts';
import type { Page } from '../text/screen.ts';
import { entryRows, fit, type MonthRow } from './entry-list.ts';
import { entryPage } from './entry-page.ts';

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
