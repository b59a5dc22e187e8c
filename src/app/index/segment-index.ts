// An index that is kept in segments, one for each folder of the journal.
import { heldStream, isHeld } from '../journal/entry-stream.ts';
import { newestEntries } from '../journal/newest-entries.ts';
import { scanIndex } from '../journal/scan-index.ts';
import { asksForWords } from '../journal/unread-line.ts';
import type { EntryIndex } from '../ports/entry-index.ts';
import { asksForAll, type Query } from '../../domain/search/query.ts';
import { type JournalFiles, NotReady } from '../ports/journal-files.ts';
import { type SegmentStore, UnusableIndex } from './segment-store.ts';
import type { Progress } from '../ports/terminal.ts';
import { FEW, type Need, refreshed } from './refresh.ts';
import { DamagedSegment, type Reused, type Segment } from './segment.ts';
import { askedFromFiles } from './asked-from-files.ts';
import { streamFrom } from './segment-stream.ts';
import { findIn, findUnread } from './take-matching.ts';

/** So often somebody else may write what is being read before the files are looked through instead. */
const ATTEMPTS = 3;

/** With more files than these it is worth the time that it takes to hold less. */
const MANY = 4000;

/**
 * Finds entries with an index that is brought up to date at each question. It is derived from the files: what of it cannot be
 * believed is made anew, and one that cannot be written is done without.
 *
 * @param progress - Called while many files are read.
 * @param few - So many files that changed are understood at once. Of more, a search looks at the words first.
 * @param isSealed - Texts of files have to be got ready, which nobody can do while a stream is read: what it will read is looked at before.
 *
 * @example
 * (await segmentIndex(store, files, () => {}).find({ limit: 1 })).entries.length //=> 1
 */
export function segmentIndex(
  store: SegmentStore,
  files: JournalFiles,
  progress: Progress,
  few = FEW,
  isSealed = false,
): EntryIndex {
  const scan = scanIndex(files);
  /** The same, for who goes through all entries, and perhaps holds them. */
  const thrifty = (areHeld: boolean): SegmentStore => ({
    ...store,
    read() {
      const known = store.read();
      let count = 0;
      for (const { minutes } of known.values()) count += minutes.length;
      if (count > MANY) store.holdLess?.(areHeld ? count : 0);
      return known;
    },
  });
  const indexOf = (known?: readonly Segment[]): EntryIndex => {
    const asked = async <Answer>(
      act: (segments: readonly Segment[]) => Promise<Answer> | Answer,
      without: () => Promise<Answer>,
      { need = 'all', from = store }: { readonly need?: Need; readonly from?: SegmentStore } = {},
    ): Promise<Answer> => {
      let held = known;
      let segments: readonly Segment[] = [];
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        try {
          segments = held ?? (await refreshed(from, files, progress, { need, few }));
          return await act(segments);
        } catch (error) {
          if (error instanceof UnusableIndex) return without();
          if (error instanceof NotReady) {
            // The same are asked again, as a look at the files lets go of what it has read; others would be wanted next, one by one.
            held = segments;
            await files.prepare([error.path, ...askedFromFiles(segments)]);
            attempt--;
            continue;
          }
          if (!(error instanceof DamagedSegment)) throw error;
          held = undefined;
          store.doubt(error.folder);
        }
      }
      return without();
    };
    const find: EntryIndex['find'] = async (query, signal) => {
      const without = async () => scan.find(query, signal);
      const soon =
        !known && asksForWords(query)
          ? await asked((segments) => findUnread(segments, query, files), without, { need: 'words' })
          : undefined;
      const from = goesThroughAll(query) ? thrifty(true) : store;
      return soon ?? asked((segments) => findIn(segments, query, files), without, { from });
    };
    return {
      // To open a few files takes longer than to look through what is known of all.
      newest: known && isSealed ? find : (query) => newestEntries(files, query),
      find,
      findEach: (queries, newest = []) =>
        asked(
          (segments) => [...queries, ...newest].map((query) => findIn(segments, query, files)),
          () => scan.findEach(queries, newest),
        ),
      stream: async (query) =>
        isHeld(query)
          ? heldStream(await find(query))
          : asked(
              (segments) => {
                if (isSealed) checkEntries(segments);
                return streamFrom(segments, query, files);
              },
              () => scan.stream(query),
              { from: thrifty(false) },
            ),
    };
  };
  return {
    ...indexOf(),
    async snapshot() {
      try {
        return indexOf(await refreshed(store, files, progress, { need: 'all', few }));
      } catch (error) {
        if (error instanceof UnusableIndex || error instanceof DamagedSegment) return indexOf();
        throw error;
      }
    },
  };
}

/** Whether every entry is asked for, one by one. */
function goesThroughAll(query: Query): boolean {
  return query.limit === undefined && query.open === undefined && asksForAll(query);
}

/** @throws DamagedSegment */
function checkEntries(segments: readonly Segment[]): void {
  const room: Reused = { bytes: new Uint8Array() };
  for (const segment of segments) segment.part('entries', room);
}
