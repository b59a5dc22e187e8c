// The entries of the journal, looked through on the whole screen or line by line.
import { browseJournal, narrowedList } from '../../app/journal/browse-journal.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import type { FileMistakes } from '../../domain/text/errors.ts';
import type { Page } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';
import type { Filters } from './filters.ts';
import { entryLook } from '../../pages/journal/entry-page.ts';

/**
 * Lets a person look through the entries that the filters leave: on the whole screen, or line by line. Where they leave none,
 * nothing is shown.
 *
 * @returns How many entries the list began with, and the files on the way that could not be understood.
 */
export async function browseEntries(
  filters: Filters,
  prompter: Prompter,
  context: Context,
): Promise<{ readonly count: number; readonly unreadable: readonly FileMistakes[] }> {
  const { terminal } = context;
  // What may take long is done before the screen is taken, where Ctrl-C ends it at once.
  const index = await (context.index().snapshot?.() ?? context.index());
  const { find, unreadable } = narrowedList(filters, index);
  const { length: count } = (await find('', new AbortController().signal)).entries;
  if (count === 0) return { count, unreadable: unreadable() };
  const page = (): Page => ({ width: terminal.width, style: terminal.style });
  const { lineBrowser } = await import('../../app/journal/line-browser.ts');
  const browser = prompter.browser ? await prompter.browser() : lineBrowser(prompter, page);
  try {
    await browseJournal(browser, find, entryLook, filters.search);
  } finally {
    browser.close();
  }
  return { count, unreadable: unreadable() };
}
