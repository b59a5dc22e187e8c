// The run of coach insights.
import { wordingsOf } from '../wordings.ts';
import { insightsOf } from '../../domain/record/insight.ts';
import { printJson } from '../../formats/entry/entry-json.ts';
import { type Context, dayOn } from '../../cli/context.ts';
import type { FilterOptions } from '../../cli/flags/filter-options.ts';
import { readFilters } from '../../cli/journal/filters.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { drawnPage } from '../../cli/drawn-page.ts';
import { plainStyle } from '../../pages/text/style.ts';
import { knownJournal } from './known-journal.ts';

export interface InsightsOptions extends Pick<FilterOptions, 'about' | 'role' | 'since' | 'until'> {
  readonly words?: true;
  readonly json?: true;
}

/** Tells what ratings, guesses and plans show so far. */
export async function tellInsights(options: InsightsOptions, context: Context): Promise<void> {
  const { terminal } = context;
  const { json, words = false, ...filterOptions } = options;
  const filters = await readFilters(filterOptions, context);
  const day = dayOn(context);
  const { entries, banks, knowledge, followedUp } = await knownJournal(context, day);
  const insights = insightsOf(entries, filters, knowledge, day, followedUp);
  if (json) {
    const { insightsAsJson } = await import('../insight-json.ts');
    return terminal.exact(printJson(insightsAsJson(insights, wordingsOf(banks, true).nameOf)));
  }
  const { insightsPage, nothingYet } = await import('../insights-page.ts');
  const { width, screen, style } = terminal;
  const page = drawnPage({ width, style: screen ? style : plainStyle }, context);
  const text = insightsPage(insights, wordingsOf(banks, words), day, page);
  if (text !== '') return terminal.page(text);
  const isChosen = Object.keys(filters).length > 0;
  terminal.out(`${wrap(nothingYet(insights.entries, isChosen), width)}\n`);
}
