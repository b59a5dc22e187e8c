// The segments of an index as a port: read and written, all at once.
import type { Segment } from './segment.ts';
import type { WrittenSegment } from './written-segment.ts';

/**
 * What passes through by the thousand: entries that are kept in a short form, files that are read, such as those of which an index is made, or files
 * that have to be opened with a key, for which there is much to reckon.
 */
export type Passing = 'entries' | 'files' | 'index' | 'sealed';

/** Where segments are kept. They are made from the files: what is lost is made anew. */
export interface SegmentStore {
  /** Those that are there and can be believed, by their folders. */
  read(): ReadonlyMap<string, Segment>;
  /**
   * Keeps some segments as they are, writes others, and takes away all the rest.
   *
   * @returns All of them.
   * @throws UnusableIndex where they cannot be written.
   */
  update(kept: readonly Segment[], written: AsyncIterable<WrittenSegment>): Promise<readonly Segment[]>;
  /** Believes the segment of a folder no longer. */
  doubt(folder: string): void;
  /**
   * Called before thousands of entries are gone through: most of what is made of each only passes through.
   *
   * @param held - So many of them are held to the end.
   */
  readonly holdLess?: (held: number, work?: Passing) => void;
}

/** An index can be neither read nor written: it is done without. */
export class UnusableIndex extends Error {}
