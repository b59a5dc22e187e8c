// Looking through the journal line by line.
import { ENTRY_QUESTION, listQuestion, newestText, NO_MATCH } from '../../pages/journal/browse-text.ts';
import type { Page } from '../../pages/text/wrap.ts';
import type { Browser, PageAnswer } from '../ports/browser.ts';
import type { EntryRow } from '../../pages/journal/entry-page.ts';
import type { Prompter } from '../ports/prompter.ts';

/** A list that is read aloud is short. */
const READ_OUT = 20;

/** What is typed below an entry. */
const KEYS: Readonly<Record<string, PageAnswer>> = { q: 'leave', e: 'edit', d: 'delete' };

/** Of the number before an entry. */
const NUMBER_COLUMNS = 4;

/**
 * Looks through entries line by line, for screen readers and simple terminals: words narrow, numbers open.
 *
 * @example
 * const asked = { say: () => {}, line: async () => 'q' };
 * await lineBrowser(asked, () => page).read(() => 'An entry.') //=> 'leave'
 */
export function lineBrowser({ say, line }: Pick<Prompter, 'say' | 'line'>, page: () => Page): Browser {
  return {
    async choose({ typed: start }, find, look) {
      let typed = start;
      for (;;) {
        const { entries, more } = await find(typed, new AbortController().signal);
        const shown = entries.slice(0, READ_OUT);
        const { width, style } = page();
        const rows = look.rows(shown, { width: width - NUMBER_COLUMNS, style });
        const rest = more || shown.length < entries.length ? [newestText(shown.length)] : [];
        say(shown.length === 0 ? NO_MATCH : [...rows.flatMap(numbered), ...rest].join('\n'));
        const answer = await line(listQuestion(typed));
        const opened = /^\s*\d+\s*$/.test(answer) ? shown[Number(answer) - 1] : undefined;
        if (opened) return { typed, opened };
        if (answer.trim() === '' && typed === '') return undefined;
        typed = answer.trim() === '' ? '' : answer;
      }
    },
    async read(text) {
      say(text(page()).trimEnd());
      const answer = await line(ENTRY_QUESTION);
      return KEYS[answer.trim().toLowerCase()] ?? 'back';
    },
    close: () => undefined,
  };
}

/** The row of an entry with its number, below its month where that is another than that of the one before. */
function numbered({ heading, row }: EntryRow, index: number, rows: readonly EntryRow[]): readonly string[] {
  const line = `${index + 1}.`.padEnd(NUMBER_COLUMNS) + row;
  return rows[index - 1]?.heading === heading ? [line] : [heading, line];
}
