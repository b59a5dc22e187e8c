// An index that finds nothing: of a journal that cannot be read now.
import { type EntryIndex, NOTHING_FOUND } from '../ports/entry-index.ts';
import { heldStream } from './entry-stream.ts';

/** Finds nothing, whatever is asked. */
export const indexOfNothing: EntryIndex = {
  find: async () => NOTHING_FOUND,
  findEach: async (queries, newest = []) => [...queries, ...newest].map(() => NOTHING_FOUND),
  stream: async () => heldStream(NOTHING_FOUND),
  newest: async () => NOTHING_FOUND,
};
