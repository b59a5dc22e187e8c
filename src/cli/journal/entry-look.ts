// The look of entries where one browses: a row of a list, and one of them whole.
import type { EntryLook } from '../../pages/journal/entry-look.ts';
import { longDay } from '../../domain/time/day-words.ts';
import { entryPage } from '../../pages/journal/entry-page.ts';
import { seatText } from '../../pages/sitting/sitting-text.ts';
import { entryRows, fit } from '../../pages/journal/entry-list.ts';

/** How entries look where one browses: in the list as in any other, open as `coach journal show` has them. */
export function entryLook(): EntryLook {
  return {
    rows: (entries, page) =>
      entryRows(entries, page).map((row, index) => {
        const entry = entries[index]?.entry;
        const facts = entry ? [longDay(entry.day), seatText(entry.role, entry.about)] : [];
        const line = facts.filter((fact) => fact !== '').join(' · ');
        return { ...row, facts: fit(line, page.width - 1).trimEnd() };
      }),
    whole: (stored, page, marked) => entryPage(stored, page, { search: marked }),
  };
}
