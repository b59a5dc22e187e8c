// The reasons for which an index cannot be opened.

/** Of a folder or a pipe that stands in its place. */
export const NOT_A_FILE = 'it is not a file';

/** Of a file that SQLite did not write, or in another mode. */
export const NO_INDEX = 'it is no index';

/**
 * Of a file that SQLite refuses.
 *
 * @param code - The number that SQLite gives its error.
 *
 * @example
 * sqliteSays(11) //=> 'SQLite says 11'
 */
export function sqliteSays(code: unknown): string {
  return `SQLite says ${String(code)}`;
}
