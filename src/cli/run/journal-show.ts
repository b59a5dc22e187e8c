import type { Found } from '../../app/ports.ts';
import { type Day, today } from '../../domain/calendar.ts';
import { readEntryName } from '../../domain/entry.ts';
import { UsageError } from '../../domain/errors.ts';
import { nearest } from '../../domain/nearest.ts';
import type { Query } from '../../domain/query.ts';
import { dayEnds } from '../../domain/settings.ts';
import { oneLine } from '../../domain/text.ts';
import { parsePeriod } from '../../domain/time-words.ts';
import { entryAsJson, printJson } from '../../formats/entry-json.ts';
import type { Page } from '../../formats/style.ts';
import type { Context } from '../context.ts';
import { entryPage } from '../render/entry-page.ts';
import { nameUnreadable } from '../render/unreadable.ts';

/** A misspelt id is looked for among this many of the newest entries. */
const RECENT = 100;

export async function showEntries(
  which: string,
  { json }: { readonly json?: true },
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const day = today(context.clock(), dayEnds(context.settings()));
  const found = await findNamed(showQuery(which, day), context);
  nameUnreadable(found, context);
  const { entries } = found;
  if (entries.length === 0) throw await nothingToShow(which, day, context);
  const isId = showQuery(which, day).id !== undefined;
  const ids = new Set(entries.map(({ entry }) => entry.id));
  if (isId && ids.size > 1) {
    throw new UsageError(`"${oneLine(which)}" begins ${ids.size} ids`, {
      hint: `One of ${Array.from(ids).slice(0, 8).join(', ')}`,
    });
  }
  if (json) return terminal.out(printJson(entries.map(({ entry, path }) => entryAsJson(entry, path))));
  const page: Page = { width: terminal.width, style: terminal.style };
  terminal.out(entries.map((stored) => entryPage(stored, day, page)).join('\n'));
  const [first] = entries;
  if (isId && entries.length > 1 && first) {
    terminal.err(`There are ${entries.length} files with the id ${first.entry.id}, and they differ.\n`);
  }
}

/** Names of files lead to an entry quickly; where they do not, what the files say does. */
async function findNamed(query: Query, { index }: Context): Promise<Found> {
  if (query.since !== undefined) return index().find(query);
  const found = await index().newest(query);
  return found.entries.length > 0 || query.id === undefined ? found : index().find(query);
}

function showQuery(which: string, day: Day): Query {
  const word = which.trim().toLowerCase();
  if (word === 'last') return { limit: 1 };
  const period = parsePeriod(word, day);
  // Four digits may be a year or the beginning of an id; a journal is asked for by id far more often.
  if (period && !/^\d{4}$/.test(word)) return { since: period.from, until: period.to };
  return { id: readEntryName(which.split('/').at(-1) ?? '')?.id ?? word };
}

async function nothingToShow(which: string, day: Day, context: Context): Promise<UsageError> {
  const query = showQuery(which, day);
  if (query.limit === 1)
    return new UsageError('there is no entry yet', { hint: 'coach reflect begins the first.' });
  if (query.id === undefined) {
    const days = query.since === query.until ? query.since : `${query.since} to ${query.until}`;
    return new UsageError(`there is no entry on ${days}`, { hint: 'coach journal lists the newest ones.' });
  }
  const { entries } = await context.index().newest({ limit: RECENT });
  const beginnings = entries.map(({ entry }) => entry.id.slice(0, which.length));
  const near = nearest(which, ['last', 'today', 'yesterday', ...(which.length < 3 ? [] : beginnings)]);
  const known = 'Name it as "last", a day, or the beginning of an id from: coach journal';
  return new UsageError(`there is no entry "${oneLine(which)}"`, {
    hint: near === undefined ? known : `Did you mean ${near}?`,
  });
}
