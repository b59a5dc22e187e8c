// The row that an index keeps of an entry.
import { isInOwnPlace } from '../../domain/entry/copies.ts';
import { placeInTime, type StoredEntry } from '../../domain/entry/entry.ts';
import { itemsIn } from '../../domain/record/followed-items.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';

/** What an index keeps of an entry beside itself: its place among others, and what it says of plans and guesses. */
export interface IndexRow {
  /** Whole minutes since 1970 of the moment it is about; they put the rows in order. */
  readonly minute: number;
  /** References to its own plans and guesses. */
  readonly plans: readonly string[];
  /** References to what it closes, and to what it gives another date. */
  readonly closes: readonly string[];
  readonly moves: readonly string[];
  /** Whether what it closes is closed whatever copies elsewhere there are. */
  readonly counts: boolean;
}

/**
 * What an index keeps of an entry beside itself.
 *
 * @example
 * indexRow({ ...stored, path: 'a copy.md' }).counts //=> false
 */
export function indexRow(stored: StoredEntry): IndexRow {
  const { entry } = stored;
  const spoken = resolutionsIn(entry);
  return {
    minute: Math.floor(placeInTime(entry) / 60_000),
    plans: itemsIn(entry).map(({ reference }) => reference),
    closes: spoken.flatMap(({ reference, moves }) => (moves === undefined ? [reference] : [])),
    moves: spoken.flatMap(({ reference, moves }) => (moves === undefined ? [] : [reference])),
    counts: spoken.length > 0 && isInOwnPlace(stored),
  };
}
