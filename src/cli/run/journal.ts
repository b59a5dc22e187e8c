import type { StoredEntry } from '../../app/ports.ts';
import { type Day, today } from '../../domain/calendar.ts';
import { tagFrom } from '../../domain/entry.ts';
import { UsageError } from '../../domain/errors.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Query } from '../../domain/query.ts';
import { dayEnds } from '../../domain/settings.ts';
import { oneLine } from '../../domain/text.ts';
import { entryAsJson, printJson } from '../../formats/entry-json.ts';
import type { Page } from '../../formats/style.ts';
import type { Context } from '../context.ts';
import { entryLines } from '../render/entry-lines.ts';
import { nameUnreadable } from '../render/unreadable.ts';
import { roleOption } from '../role-option.ts';
import { aboutNeedsName } from '../said.ts';

export interface JournalOptions {
  readonly limit?: string;
  readonly bank?: readonly string[];
  readonly role?: string;
  /** True: given without a value, so that it is asked for. */
  readonly about?: string | true;
  readonly tag?: readonly string[];
  readonly since?: string;
  readonly until?: string;
  readonly full?: true;
  readonly json?: true;
}

/** How many entries a list shows unless it is told otherwise; JSON is for programs and holds them all. */
const LISTED = 10;

export async function listEntries(options: JournalOptions, context: Context): Promise<void> {
  const { terminal } = context;
  const day = today(context.clock(), dayEnds(context.settings()));
  const query = await queryFrom(options, day, context);
  // One more than is shown tells whether there are older ones.
  const { limit } = query;
  const found = await context.index().find(limit === undefined ? query : { ...query, limit: limit + 1 });
  const entries = found.entries.slice(0, limit);
  nameUnreadable(found, context);
  if (options.json)
    return terminal.out(printJson(entries.map(({ entry, path }) => entryAsJson(entry, path))));
  if (entries.length === 0) {
    const filtered = Object.keys(options).some((key) => !['limit', 'full'].includes(key));
    return terminal.err(
      filtered ? 'No entries match.\n' : 'No entries yet. coach reflect begins the first.\n',
    );
  }
  terminal.out(await rendered(entries, options, day, context));
  if (found.entries.length > entries.length) {
    terminal.err(`The newest ${entries.length}. Older ones: --limit all\n`);
  }
}

/** Each rendering is loaded only where it is needed: what a page needs takes longer to load than a journal to list. */
async function rendered(
  entries: readonly StoredEntry[],
  { full }: JournalOptions,
  day: Day,
  { terminal }: Context,
): Promise<string> {
  const page: Page = { width: terminal.width, style: terminal.style };
  if (full) {
    const { entryPage } = await import('../render/entry-page.ts');
    return entries.map((stored) => entryPage(stored, day, page)).join('\n');
  }
  if (!terminal.screen) return entryLines(entries);
  return (await import('../render/entry-list.ts')).entryList(entries, page);
}

async function queryFrom(options: JournalOptions, day: Day, context: Context): Promise<Query> {
  const { bank, tag } = options;
  const role = roleOption(options.role);
  const since = (await periodOption('--since', options.since, day))?.from;
  const until = (await periodOption('--until', options.until, day))?.to;
  const limit = limitOption(options);
  for (const name of bank ?? []) await checkBank(name, context);
  const about = await aboutOption(options, context);
  return {
    ...(bank && { banks: bank }),
    ...(role && { role }),
    ...(about !== undefined && { about }),
    ...(tag && { tags: tag.map(tagFrom) }),
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    ...(limit !== undefined && { limit }),
  };
}

async function aboutOption({ about }: JournalOptions, context: Context): Promise<string | undefined> {
  if (about !== true) return about;
  const prompter = await context.prompter();
  if (!prompter) throw aboutNeedsName();
  return prompter.line('About whom or what?');
}

/** A bank that is gone may still have entries. */
async function checkBank(name: string, { banks, index }: Context): Promise<void> {
  const known = banks.list().map((bank) => bank.name);
  if (known.includes(name)) return;
  const { entries } = await index().find({ banks: [name], limit: 1 });
  if (entries.length > 0) return;
  const near = nearest(name, known);
  throw new UsageError(`there is no question bank "${oneLine(name)}"`, {
    hint: near === undefined ? `The banks are ${known.join(', ')}.` : `Did you mean ${near}?`,
  });
}

function limitOption({ limit, json }: JournalOptions): number | undefined {
  if (limit === undefined) return json ? undefined : LISTED;
  if (limit === 'all') return undefined;
  if (/^\d{1,9}$/.test(limit) && Number(limit) > 0) return Number(limit);
  throw new UsageError(`"${oneLine(limit)}" is not a limit`, { hint: 'Write a number from 1, or "all".' });
}

async function periodOption(
  flag: string,
  words: string | undefined,
  day: Day,
): Promise<{ readonly from: Day; readonly to: Day } | undefined> {
  if (words === undefined) return undefined;
  const { parsePeriod } = await import('../../domain/time-words.ts');
  const period = parsePeriod(words, day);
  if (period) return period;
  throw new UsageError(`"${oneLine(words)}" is not a day for ${flag}`, {
    hint: 'Write it as YYYY-MM-DD, 2026-11, 2026-W47, "yesterday", "last monday" or "last month".',
  });
}
