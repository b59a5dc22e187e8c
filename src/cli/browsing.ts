import { browseJournal, narrowedList } from '../app/browse-journal.ts';
import { today } from '../domain/calendar.ts';
import { CoachError } from '../domain/errors.ts';
import { dayEnds } from '../domain/settings.ts';
import type { Page } from '../formats/style.ts';
import type { Context } from './context.ts';
import { type FilterOptions, type Filters, readFilters } from './filters.ts';
import { entryLook } from './render/entry-look.ts';
import { nameUnreadable } from './render/unreadable.ts';

/**
 * Lets a person look through the entries that the filters leave: on the whole screen, or line by line.
 *
 * @param nothingFound - What to say where the filters leave none.
 * @throws CoachError without a terminal.
 */
export async function browseEntries(
  options: FilterOptions & { readonly plain?: true },
  context: Context,
  nothingFound: (filters: Filters) => Promise<string>,
): Promise<void> {
  const { terminal } = context;
  const prompter = await context.prompter(options.plain);
  if (!prompter) {
    throw new CoachError('there is no terminal to browse in', {
      hint: 'Search and list instead: coach journal --search "the client*"',
    });
  }
  const filters = await readFilters(options, context);
  const { find, unreadable } = narrowedList(filters, context.index());
  const all = await find('', new AbortController().signal);
  if (all.entries.length === 0) {
    nameUnreadable({ entries: [], unreadable: unreadable() }, context);
    return terminal.err(await nothingFound(filters));
  }
  // Before the screen is taken, so that Ctrl-C ends it at once.
  await context.index().prepare?.();
  const page = (): Page => ({ width: terminal.width, style: terminal.style });
  const { lineBrowser } = await import('../app/line-browser.ts');
  const browser = prompter.browser ? await prompter.browser() : lineBrowser(prompter, page);
  try {
    const day = today(context.clock(), dayEnds(context.settings()));
    await browseJournal(browser, find, entryLook(day), filters.search);
  } finally {
    browser.close();
    nameUnreadable({ entries: [], unreadable: unreadable() }, context);
  }
}
