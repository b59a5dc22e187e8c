// Looking through the journal: a list that is narrowed by typing, and one entry of it.
import type { FileMistakes } from '../../domain/text/errors.ts';
import { isWithin, narrowSearch } from '../../domain/search/narrow-search.ts';
import type { EntrySearch, Query } from '../../domain/search/query.ts';
import type { Search } from '../../domain/search/search.ts';
import type { Browser, BrowsePlace, FindListed, Listed, PageAnswer } from '../ports/browser.ts';
import type { EntryLook } from '../../pages/journal/entry-page.ts';
import type { StoredEntry } from '../../domain/entry/entry.ts';
import type { EntryIndex } from '../ports/entry-index.ts';

/** A list holds so many entries; who looks for another one types to narrow it. */
const LISTED = 100;

/** A list of entries that is narrowed by typing. */
export interface NarrowedList {
  readonly find: FindListed;
  /** The files on the way that could not be understood. */
  readonly unreadable: () => readonly FileMistakes[];
}

/**
 * A list of the entries that a query asks for, to be narrowed by typing. What an earlier answer is known to hold is looked
 * for there, without asking the index.
 *
 * @example
 * (await narrowedList({ role: 'manager' }, index).find('ask', new AbortController().signal)).entries.length //=> 1
 */
export function narrowedList(query: Query, index: EntryIndex): NarrowedList {
  const known = new Map<string, { readonly narrow: EntrySearch | undefined; readonly listed: Listed }>();
  const unreadable = new Map<string, FileMistakes>();
  const ask = async (narrow: EntrySearch | undefined, signal: AbortSignal): Promise<Listed> => {
    const asked: Query = { ...query, ...(narrow && { narrow }), limit: LISTED + 1 };
    // Without any filter, names alone lead to the newest.
    const isAll = narrow === undefined && Object.keys(query).length === 0;
    const found = await (isAll ? index.newest(asked) : index.find(asked, signal));
    for (const mistakes of found.unreadable) unreadable.set(mistakes.file, mistakes);
    return { entries: found.entries.slice(0, LISTED), more: found.entries.length > LISTED };
  };
  return {
    unreadable: () => [...unreadable.values()],
    async find(typed, signal) {
      const narrow = narrowSearch(typed);
      const key = JSON.stringify([narrow?.wanted, narrow?.unwanted]);
      const before = known.get(key);
      if (before) return before.listed;
      const wider = [...known.values()].find(
        (one) => !one.listed.more && isWithin(narrow ?? NOTHING, one.narrow ?? NOTHING),
      );
      const listed = wider
        ? { entries: wider.listed.entries.filter(({ entry }) => narrow?.matches(entry)), more: false }
        : await ask(narrow, signal);
      if (!signal.aborted) known.set(key, { narrow, listed });
      return listed;
    },
  };
}

const NOTHING: Search = { wanted: [], unwanted: [] };

/** An entry that is to be changed or deleted, and the place in the list to come back to. */
export interface BrowseEnd {
  readonly act: Extract<PageAnswer, 'edit' | 'delete'>;
  readonly opened: StoredEntry;
  readonly place: BrowsePlace;
}

/**
 * Lets somebody look through a list and read entries of it, until they leave. After an entry the list is as it was.
 *
 * @param searched - What all entries of the list were searched for; set off on the page, with what is typed.
 * @returns What is to be done with an entry; undefined when the person leaves.
 * @throws Interrupted on Ctrl-C.
 *
 * @example
 * const leaving = { choose: async () => undefined, read: async () => 'leave', close: () => {} };
 * await browseJournal(leaving, async () => ({ entries: [], more: false }), {}) //=> undefined
 */
export async function browseJournal(
  browser: Browser,
  find: FindListed,
  look: EntryLook,
  searched?: Search,
  start: BrowsePlace = { typed: '' },
): Promise<BrowseEnd | undefined> {
  let place = start;
  for (;;) {
    const chosen = await browser.choose(place, find, look);
    if (!chosen) return undefined;
    const { typed, opened } = chosen;
    const wanted = [...(searched?.wanted ?? []), ...(narrowSearch(typed)?.wanted ?? [])];
    const marked = wanted.length === 0 ? undefined : { wanted, unwanted: [] };
    const answer = await browser.read((page) => look.whole(opened, page, marked));
    place = { typed, path: opened.path };
    if (answer === 'leave') return undefined;
    if (answer !== 'back') return { act: answer, opened, place };
  }
}
