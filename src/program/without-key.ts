// The index and the drafts of a journal that is gone on with unread: they hold nothing then.
import type { EntryIndex } from '../app/ports/entry-index.ts';
import { NOTHING_FOUND } from '../app/ports/entry-index.ts';
import type { Drafts } from '../app/ports/journal.ts';
import type { JournalKeys } from '../app/ports/keys.ts';

type Reading = () => Pick<JournalKeys, 'isWithout'>;

/**
 * Finds nothing while the journal is gone on with unread, and otherwise asks for the passphrase before it tells anything.
 *
 * @param remove - Takes away what is kept of it: while it is locked, nothing less can be forgotten.
 */
export function indexUnlessUnread(
  index: EntryIndex,
  keys: () => Pick<JournalKeys, 'isWithout' | 'identity' | 'pin' | 'state'>,
  remove: () => void,
): EntryIndex {
  // What is kept of entries may be known without opening one of them.
  const opened = async (): Promise<EntryIndex> => {
    if (keys().isWithout) return emptyIndex;
    if (keys().pin() !== undefined) await keys().identity();
    return index;
  };
  return {
    find: async (query, signal) => (await opened()).find(query, signal),
    findEach: async (queries, newest) => (await opened()).findEach(queries, newest),
    stream: async (query) => (await opened()).stream(query),
    newest: async (query) => (await opened()).newest(query),
    snapshot: async () => {
      const one = await opened();
      return one.snapshot ? one.snapshot() : one;
    },
    forget: async () => {
      if (keys().pin() !== undefined && (await keys().state()) === 'locked') remove();
      else await index.forget?.();
    },
  };
}

/** None is waiting while the journal is gone on with unread. */
export function draftsUnlessUnread(drafts: Drafts, keys: Reading): Drafts {
  return { ...drafts, waiting: async () => (keys().isWithout ? [] : drafts.waiting()) };
}

const emptyIndex: EntryIndex = {
  find: () => Promise.resolve(NOTHING_FOUND),
  findEach: (queries, newest = []) => Promise.resolve([...queries, ...newest].map(() => NOTHING_FOUND)),
  newest: () => Promise.resolve(NOTHING_FOUND),
  stream: () => Promise.resolve({ most: 0, entries: () => [], inJson: () => [], unreadable: () => [] }),
};
