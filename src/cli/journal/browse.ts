// The entries of the journal, looked through on the whole screen or line by line.
import { type BrowseEnd, browseJournal, narrowedList } from '../../app/journal/browse-journal.ts';
import type { Prompter } from '../../app/ports/prompter.ts';
import type { BrowsePlace } from '../../app/ports/browser.ts';
import { CoachError, type FileMistakes, Interrupted } from '../../domain/text/errors.ts';
import { BACK_TO_LIST } from '../../pages/journal/browse-text.ts';
import { standing } from '../../pages/text/words.ts';
import type { Page } from '../../pages/text/wrap.ts';
import type { Context } from '../context.ts';
import type { Filters } from './filters.ts';
import { entryLook } from '../../pages/journal/entry-page.ts';

/**
 * Lets a person look through the entries that the filters leave, on the whole screen or line by line, and change or delete the one
 * that they read. Where the filters leave none, nothing is shown.
 *
 * @returns How many entries the list began with, and the files on the way that could not be understood.
 */
export async function browseEntries(
  filters: Filters,
  prompter: Prompter,
  context: Context,
): Promise<{ readonly count: number; readonly unreadable: readonly FileMistakes[] }> {
  const { terminal } = context;
  const page = (): Page => ({ width: terminal.width, style: terminal.style });
  let place: BrowsePlace | undefined;
  for (;;) {
    // What may take long is done before the screen is taken, where Ctrl-C ends it at once.
    const index = await (context.index().snapshot?.() ?? context.index());
    const { find, unreadable } = narrowedList(filters, index);
    const { length: count } = (await find('', new AbortController().signal)).entries;
    if (count === 0) return { count: place ? 1 : 0, unreadable: unreadable() };
    const { lineBrowser } = await import('../../app/journal/line-browser.ts');
    const browser = prompter.browser ? await prompter.browser() : lineBrowser(prompter, page);
    let end: BrowseEnd | undefined;
    try {
      end = await browseJournal(browser, find, entryLook, filters.search, place);
    } finally {
      browser.close();
    }
    if (!end) return { count, unreadable: unreadable() };
    await actOn(end, prompter, context);
    ({ place } = end);
  }
}

/** As the commands of their own do it; what goes wrong is told, and one goes on looking. */
async function actOn({ act, opened }: BrowseEnd, prompter: Prompter, context: Context): Promise<void> {
  // The keyboard is listened to once.
  const asked: Context = { ...context, prompter: () => Promise.resolve(prompter) };
  try {
    if (act === 'edit') await (await import('./journal-edit.ts')).editEntry(opened.path, {}, asked);
    else await (await import('./journal-delete.ts')).deleteEntries([opened.path], {}, asked);
  } catch (error) {
    if (!(error instanceof CoachError) || error instanceof Interrupted) throw error;
    prompter.say([standing(error.message), error.hint].filter(Boolean).join('\n'));
  }
  await prompter.line(BACK_TO_LIST);
}
