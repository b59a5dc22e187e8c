// The index as a port: it finds entries.
import type { StoredEntry } from '../../domain/entry/entry.ts';
import type { FileMistakes } from '../../domain/text/errors.ts';
import type { Query } from '../../domain/search/query.ts';

/** What was found, newest first, and the files on the way that could not be understood. */
export interface Found {
  readonly entries: readonly StoredEntry[];
  readonly unreadable: readonly FileMistakes[];
  /** No two of the entries have the same id. Where that is not said, some may. */
  readonly areSingle?: true;
}

/** What a query finds that finds nothing. */
export const NOTHING_FOUND: Found = { entries: [], unreadable: [] };

/**
 * How entries come: `newest` or `oldest` first; `months` are the oldest first, with all days of one month together, which
 * differs where a day is not that of the moment; `folders` are the newest first, with all of one folder together, which is quick
 * wherever they lie.
 */
export type StreamOrder = 'newest' | 'oldest' | 'months' | 'folders';

/** Entries that come one after the other and are not held. */
export interface EntryStream {
  /** How many come at most. */
  readonly most: number;
  /** Read anew each time. */
  entries(order: StreamOrder): Iterable<StoredEntry>;
  /** The same as `entryInList` has them, or the bytes of that; each is good until the next one comes. */
  inJson(order: StreamOrder): Iterable<string | Uint8Array>;
  /** The files on the way that could not be understood, by name: all of them once `entries` has come to its end. */
  unreadable(): readonly FileMistakes[];
}

/** Finds entries. Implementations differ in how fast they are, never in what they answer. */
export interface EntryIndex {
  /**
   * What the entries themselves say decides, in every file of the journal as it is now.
   *
   * Unreadable files are named where a quick look does not rule them out; with a limit, those that are older than all that
   * was found are not.
   *
   * @param signal - Says that the answer is no longer wanted; what takes long then gives an incomplete one soon.
   */
  find(query: Query, signal?: AbortSignal): Promise<Found>;
  /**
   * The same as `find` for several queries, in their order: each file is looked at once for all of them.
   *
   * @param newest - More queries, which come after these. They are answered as `newest` does where that is quicker.
   */
  findEach(queries: readonly Query[], newest?: readonly Query[]): Promise<readonly Found[]>;
  /**
   * The same as `find`, for what goes through all of them one after the other: they are not held, only where they are.
   *
   * What happens to the journal while they come is no part of it: an entry that is edited or goes away then comes as it was found,
   * as it is by now if it still matches, or not at all; one that is added does not come.
   */
  stream(query: Query): Promise<EntryStream>;
  /**
   * The journal as it is now, for many questions one after the other. Where that makes them quicker, the files are not looked
   * at again.
   */
  readonly snapshot?: () => Promise<EntryIndex>;
  /** Keeps nothing any longer of entries that are gone, where anything is kept. */
  readonly forget?: () => Promise<void>;
  /**
   * The newest, for what has to be quick at any size: file names lead to the entries, and what their names rule out is not
   * opened. Days, banks and ids that somebody changed inside a file are found only where its name leads to them.
   */
  newest(query: Query): Promise<Found>;
}
