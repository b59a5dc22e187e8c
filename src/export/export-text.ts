// Entries as plain text.
import { entryPage } from '../pages/journal/entry-page.ts';
import type { StoredEntry } from '../domain/entry/entry.ts';
import { plainStyle } from '../pages/text/style.ts';

/**
 * Entries as plain text, as `coach journal --full` shows them.
 *
 * @param width - Columns of a line, at most.
 * @returns A piece for each entry.
 *
 * @example
 * [...textPages([{ entry, path: 'a.md' }], 80)][0].split('\n')[0] //=> 'When your work is closely managed'
 */
export function* textPages(entries: Iterable<StoredEntry>, width: number): Generator<string> {
  let gap = '';
  for (const exported of entries) {
    yield gap + entryPage(exported, { width, style: plainStyle });
    gap = '\n';
  }
}
