// A row of a table, with its cells by the names of their columns.
import type { Lost } from '../foreign-entry.ts';

/** A row of a table, or what is wrong with it. */
export type TableRow =
  | { readonly place: string; readonly cells: ReadonlyMap<string, string> }
  | { readonly place: string; readonly mistake: string };

/**
 * The columns of a row that are not among those that are known, and have something in them.
 *
 * @example
 * unknownColumns(new Map([['mood', 'good'], ['weather', 'rain']]), new Set(['mood'])) //=> ['the column "weather"']
 */
export function unknownColumns(
  cells: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): readonly Lost[] {
  return Array.from(cells)
    .filter(([column, cell]) => !known.has(column) && cell.trim() !== '')
    .map(([column]): Lost => `the column "${column}"`);
}
