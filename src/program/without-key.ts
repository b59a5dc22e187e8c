// The index and the drafts of an encrypted journal that is used unread: nothing is found in them.
import { indexOfNothing } from '../app/journal/index-of-nothing.ts';
import type { EntryIndex } from '../app/ports/entry-index.ts';
import type { Drafts } from '../app/ports/journal.ts';
import type { JournalKeys } from '../app/ports/keys.ts';

/**
 * Finds nothing while somebody goes on without the key, and otherwise asks for the passphrase before it tells anything.
 *
 * @param remove - Takes away what is kept of it: while it is locked, nothing less can be forgotten.
 */
export function indexUnlessUnread(
  index: EntryIndex,
  keys: Pick<JournalKeys, 'isWithout' | 'identity' | 'state'>,
  remove: () => void,
): EntryIndex {
  // What is kept of entries may be known without opening one of them.
  const opened = async (): Promise<EntryIndex> => {
    if (keys.isWithout) return indexOfNothing;
    await keys.identity();
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
      if ((await keys.state()) === 'locked') remove();
      else await index.forget?.();
    },
  };
}

/** None is waiting while somebody goes on without the key. */
export function draftsUnlessUnread(drafts: Drafts, keys: () => Pick<JournalKeys, 'isWithout'>): Drafts {
  return { ...drafts, waiting: async () => (keys().isWithout ? [] : drafts.waiting()) };
}
