// The command coach journal: a list of entries, one of them, or all in JSON.
import { entryInList, jsonPieces } from '../../formats/entry/entry-json.ts';
import { gathered } from '../../formats/text/gathered.ts';
import { heldStream } from '../../app/journal/entry-stream.ts';
import { leftOutBy } from '../../app/journal/nothing-found.ts';
import type { EntryStream, Found } from '../../app/ports/entry-index.ts';
import type { StoredEntry } from '../../domain/entry/entry.ts';
import { ORDERS } from '../../domain/search/query.ts';
import type { Search } from '../../domain/search/search.ts';
import { screenText } from '../../pages/text/screen-text.ts';
import { asRun } from '../../pages/text/as-run.ts';
import * as say from '../../pages/journal/list-text.ts';
import type { Page } from '../../pages/text/wrap.ts';
import { type Context, dayOn } from '../context.ts';
import type { FilterOptions } from '../flags/filter-options.ts';
import { type Filters, FLAGS, readFilters, refuseUnknown } from './filters.ts';
import { entryLines } from '../../pages/journal/entry-lines.ts';
import { nameUnreadable } from './name-unreadable.ts';
import { oneAtRandom } from './one-at-random.ts';

export interface JournalOptions extends FilterOptions {
  readonly limit?: string;
  readonly sort?: string;
  readonly random?: true;
  readonly browse?: true;
  readonly plain?: true;
  readonly full?: true;
  readonly json?: true;
}

/** How many entries a list shows unless it is told otherwise; JSON is for programs and holds them all. */
const LISTED = 10;

/** So many entries are printed one by one, where that is possible, and not held where they need not be. */
const MANY = 1500;

/** Without any filter, names alone lead to fewer than these in less time than all files take to be looked at. */
const MANY_BY_NAME = 4000;

export async function listEntries(options: JournalOptions, context: Context): Promise<void> {
  if (options.browse) return browse(options, context);
  if (options.plain) throw say.plainNeedsBrowse();
  const { terminal } = context;
  const limit = limitOption(options);
  const isRelevance = sortOption(options);
  const filters = await readFilters(options, context);
  if (isRelevance && !filters.search) throw say.relevanceNeedsSearch();
  const isEachPrinted = options.json ? !options.random && !isRelevance : isPrinted(options, context);
  const stream = isEachPrinted ? await longStream(filters, limit, context) : undefined;
  if (stream && options.json) {
    printAll(firstOf(stream.inJson('newest'), limit), context);
    return nameUnreadable({ unreadable: stream.unreadable() }, context);
  }
  if (stream) return printEach(stream, { filters, limit }, options, context);
  const found = await findSome(filters, limit, isRelevance, options, context);
  const entries = found.entries.slice(0, limit);
  nameUnreadable(found, context);
  if (options.json) return printAll(entries.map(entryInList), context);
  if (entries.length === 0) return terminal.err(await nothingFound(filters, context));
  await terminal.page(await rendered(entries, filters, options, context));
  if (found.entries.length > entries.length && !options.random) {
    terminal.err(`${say.moreEntries(entries.length, isRelevance)}\n`);
  }
}

function printAll(entries: Iterable<string | Uint8Array>, { terminal }: Context): void {
  for (const piece of gathered(jsonPieces(entries))) terminal.exact(piece);
}

/** Whether each entry is printed by itself, for another program or into a file. */
function isPrinted({ json, random, sort, question }: JournalOptions, { terminal }: Context): boolean {
  return !terminal.screen && !json && !random && !question && sort !== 'relevance';
}

/**
 * All entries, or many of them, as a stream. Undefined where there are to be few, or some files cannot be understood: of these only
 * those are named that are no older than what is listed.
 */
async function longStream(
  filters: Filters,
  limit: number | undefined,
  context: Context,
): Promise<EntryStream | undefined> {
  if (limit !== undefined && limit < MANY) return undefined;
  const index = context.index();
  if (limit !== undefined && limit < MANY_BY_NAME && isUnfiltered(filters))
    return heldStream(await index.newest({ limit: limit + 1 }));
  const stream = await index.stream(filters);
  return limit !== undefined && stream.unreadable().length > 0 ? undefined : stream;
}

function isUnfiltered(filters: Filters): boolean {
  return Object.keys(filters).length === 0;
}

function* firstOf<Item>(items: Iterable<Item>, limit = Infinity): Generator<Item> {
  let count = 0;
  for (const item of items) {
    if (count++ === limit) return;
    yield item;
  }
}

/** Entries of a stream, one after the other: none is held. */
async function printEach(
  stream: EntryStream,
  { filters, limit = Infinity }: { readonly filters: Filters; readonly limit: number | undefined },
  { full }: JournalOptions,
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const { width, style } = terminal;
  const textOf = full
    ? await pageOf({ width, style }, undefined)
    : (stored: StoredEntry): string => entryLines([stored]);
  let count = 0;
  const pieces = function* pieces(): Generator<string> {
    for (const stored of firstOf(stream.entries('newest'), limit + 1)) {
      if (count++ < limit) yield screenText(`${count > 1 && full ? '\n' : ''}${textOf(stored)}`);
    }
  };
  for (const piece of gathered(pieces())) terminal.exact(piece);
  nameUnreadable({ unreadable: stream.unreadable() }, context);
  if (count === 0) return terminal.err(await nothingFound(filters, context));
  if (count > limit) terminal.err(`${say.moreEntries(limit, false)}\n`);
}

/** The flags that `--browse` has no use for, as commander knows them. */
const NOT_TO_BROWSE = ['json', 'full', 'random', 'limit', 'sort'] as const;

async function browse(options: JournalOptions, context: Context): Promise<void> {
  const other = NOT_TO_BROWSE.find((name) => options[name] !== undefined);
  if (other !== undefined) throw say.notToBrowse(other);
  const prompter = await context.prompter(options.plain);
  if (!prompter) throw say.nowhereToBrowse();
  const filters = await readFilters(options, context);
  const { browseEntries } = await import('./browse.ts');
  const { count, unreadable } = await browseEntries(filters, prompter, context);
  nameUnreadable({ unreadable }, context);
  if (count === 0) context.terminal.err(await nothingFound(filters, context));
}

/** One more than is shown tells whether there are more. */
async function findSome(
  filters: Filters,
  limit: number | undefined,
  isRelevance: boolean,
  { random, full }: JournalOptions,
  context: Context,
): Promise<Found> {
  const index = context.index();
  const { question } = filters;
  const isOverTime = question !== undefined && limit === undefined && !random && !isRelevance && !full;
  if (isOverTime) return answersTo(question, await index.stream(filters));
  if (random) return oneAtRandom(filters, context);
  if (isRelevance && filters.search) {
    const stream = await index.stream(filters);
    const { mostRelevant } = await import('../../domain/search/relevance.ts');
    const entries = mostRelevant(
      stream.entries('newest'),
      filters.search,
      limit === undefined ? limit : limit + 1,
    );
    return { entries, unreadable: stream.unreadable() };
  }
  const query = limit === undefined ? filters : { ...filters, limit: limit + 1 };
  // Without any filter, names alone lead to the newest.
  return isUnfiltered(filters) && limit !== undefined ? index.newest(query) : index.find(query);
}

/** Of each entry nothing but the answer to one question: the rest is not held. */
function answersTo(question: string, stream: EntryStream): Found {
  const entries = Array.from(stream.entries('newest'), ({ entry, path }) => ({
    entry: { ...entry, answers: entry.answers.filter((one) => one.question === question) },
    path,
  }));
  return { entries, unreadable: stream.unreadable() };
}

async function nothingFound(filters: Filters, context: Context): Promise<string> {
  if (isUnfiltered(filters)) return `${asRun(say.NO_ENTRIES, context.env)}\n`;
  await refuseUnknown(filters, context);
  const parts = FLAGS.map(({ part }) => part);
  const left = await leftOutBy(filters, parts, context.index());
  const flagOf = (part: keyof Filters): string => FLAGS.find((one) => one.part === part)?.flag ?? '';
  const said = say.noMatch(left.map(({ part, entries }) => ({ flag: flagOf(part), entries })));
  if (left.length === 0) return `${said}\n`;
  const { wrap } = await import('../../pages/text/wrap.ts');
  return `${wrap(said, context.terminal.width)}\n`;
}

/** Each rendering is loaded only where it is needed: what a page needs takes longer to load than a journal to list. */
async function rendered(
  entries: readonly StoredEntry[],
  { search, question }: Filters,
  { full, random }: JournalOptions,
  context: Context,
): Promise<string> {
  const { terminal } = context;
  const page: Page = { width: terminal.width, style: terminal.style };
  const marked = terminal.screen ? search : undefined;
  if (full || random) return fullPages(entries, page, marked);
  if (question !== undefined) {
    const [{ questionPage }, { drawnPage }] = await Promise.all([
      import('../../pages/journal/question-page.ts'),
      import('../drawn-page.ts'),
    ]);
    return questionPage(question, entries, dayOn(context), drawnPage(page, context));
  }
  if (!terminal.screen) return entryLines(entries);
  const { entryList } = await import('../../pages/journal/entry-list.ts');
  if (!marked) return entryList(entries, page);
  const { contextOf } = await import('../../pages/text/marked-text.ts');
  return entryList(entries, page, (entry, columns) => contextOf(entry, marked, columns, page.style));
}

async function fullPages(
  entries: readonly StoredEntry[],
  page: Page,
  search: Search | undefined,
): Promise<string> {
  return entries.map(await pageOf(page, search)).join('\n');
}

async function pageOf(page: Page, search: Search | undefined): Promise<(stored: StoredEntry) => string> {
  const { entryPage } = await import('../../pages/journal/entry-page.ts');
  return (stored) => entryPage(stored, page, { search });
}

function sortOption({ sort = 'newest' }: JournalOptions): boolean {
  if (ORDERS.some((order) => order === sort)) return sort === 'relevance';
  throw say.notAnOrder(sort);
}

function limitOption({ limit, json, question }: JournalOptions): number | undefined {
  if (limit === undefined) return json || question !== undefined ? undefined : LISTED;
  if (limit === 'all') return undefined;
  if (/^\d{1,9}$/.test(limit) && Number(limit) > 0) return Number(limit);
  throw say.notALimit(limit);
}
