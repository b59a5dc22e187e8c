// The flags that choose entries, understood as a query.
import type { Day } from '../../domain/time/day.ts';
import { tagFrom } from '../../domain/entry/entry.ts';
import type { EntrySearch, Query } from '../../domain/search/query.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import * as say from '../../pages/journal/filter-refusals.ts';
import { type Context, dayOn } from '../context.ts';
import { aboutAsked } from '../flags/about-asked.ts';
import { roleOption } from '../flags/role-option.ts';
import { aboutNeedsName } from '../flags/sitting-options.ts';
import type { FilterOptions } from '../flags/filter-options.ts';

/** A query as the flags make it. */
export type Filters = Omit<Query, 'id' | 'open' | 'outline' | 'limit' | 'narrow'>;

/** The flag that each part of a query was given with. */
export const FLAGS: readonly { readonly part: keyof Filters; readonly flag: string }[] = [
  { part: 'search', flag: '--search' },
  { part: 'banks', flag: '--bank' },
  { part: 'role', flag: '--role' },
  { part: 'about', flag: '--about' },
  { part: 'tags', flag: '--tag' },
  { part: 'question', flag: '--question' },
  { part: 'since', flag: '--since' },
  { part: 'until', flag: '--until' },
  { part: 'onThisDay', flag: '--on-this-day' },
];

/**
 * Understands the flags that choose entries. Words that are asked for are asked once all the others are understood.
 *
 * @throws UsageError for what means nothing: a day or a role that is none, words without a letter, days the wrong way round.
 */
export async function readFilters(options: FilterOptions, context: Context): Promise<Filters> {
  const day = (): Day => dayOn(context);
  const { bank, tag, question, onThisDay } = options;
  const role = roleOption(options.role);
  const since = (await periodOption('--since', options.since, day))?.from;
  const until = (await periodOption('--until', options.until, day))?.to;
  if (since !== undefined && until !== undefined && since > until) throw say.daysReversed(since, until);
  const about = await aboutOption(options, context);
  const search = await searchOption(options, context);
  return {
    ...(search && { search }),
    ...(bank && { banks: bank }),
    ...(role && { role }),
    ...(about !== undefined && { about }),
    ...(tag && { tags: tag.map(tagFrom) }),
    ...(question !== undefined && { question }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(onThisDay && { onThisDay: day() }),
  };
}

async function aboutOption({ about }: FilterOptions, context: Context): Promise<string | undefined> {
  if (about === true) return aboutAsked(context);
  if (about !== undefined && oneLine(about) === '') throw aboutNeedsName();
  return about;
}

async function searchOption({ search }: FilterOptions, context: Context): Promise<EntrySearch | undefined> {
  if (search === undefined) return undefined;
  const { entrySearch } = await import('../../domain/search/entry-search.ts');
  const found = entrySearch(search === true ? await askForWords(context) : search);
  if (found.wanted.length + found.unwanted.length > 0) return found;
  throw say.nothingToSearch();
}

async function askForWords(context: Context): Promise<string> {
  const prompter = await context.prompter();
  if (!prompter) throw say.searchNeedsWords();
  return prompter.line(say.ASK_FOR_WORDS);
}

/**
 * Where nothing was found: refuses a bank or a question that is none. One that is gone may still have entries.
 *
 * @throws UsageError with the near one.
 */
export async function refuseUnknown(
  { banks: named = [], question }: Filters,
  context: Context,
): Promise<void> {
  const { banks, index } = context;
  const known = banks.list().map((bank) => bank.name);
  for (const name of named) {
    if (known.includes(name) || (await index().find({ banks: [name], limit: 1 })).entries.length > 0)
      continue;
    // It says which bank was meant.
    await banks.load(name);
  }
  if (question === undefined || (await index().find({ question, limit: 1 })).entries.length > 0) return;
  const { bankAsking } = await import('../../app/sitting/setting-up.ts');
  await bankAsking(question, banks);
}

async function periodOption(
  flag: string,
  words: string | undefined,
  day: () => Day,
): Promise<{ readonly from: Day; readonly to: Day } | undefined> {
  if (words === undefined) return undefined;
  const { parsePeriod } = await import('../../domain/time/typed-period.ts');
  const period = parsePeriod(words, day());
  if (period) return period;
  throw say.notDays(words, flag);
}
