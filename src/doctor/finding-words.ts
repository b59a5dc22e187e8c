/** How a finding is told. */
export interface FindingText {
  /** What was found. */
  readonly what: (count: number) => string;
  /** What that puts at risk; empty for what puts nothing at risk. */
  readonly risk: string;
  /** What mends it; empty where there is nothing to mend. */
  readonly mend: string;
}

// How many of what, as a sentence begins with it: `files(2)` is '2 files'.
export const files = (count: number): string => (count === 1 ? 'One file' : `${count} files`);
export const entries = (count: number): string => (count === 1 ? 'One entry' : `${count} entries`);
export const drafts = (count: number): string => (count === 1 ? 'One draft' : `${count} drafts`);
export const folders = (count: number): string => (count === 1 ? 'One folder' : `${count} folders`);

/**
 * The form of a word that goes with a number.
 *
 * @example
 * is(2, 'was', 'were') //=> 'were'
 */
export const is = (count: number, one = 'is', more = 'are'): string => (count === 1 ? one : more);
