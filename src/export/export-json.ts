// Entries as JSON, each on a line of its own.
import type { StoredEntry } from '../domain/entry/entry.ts';
import { compactJson, entryAsJson } from '../formats/entry/entry-json.ts';

/**
 * Entries as JSON Lines: each as `coach journal --json` has it, on a line of its own.
 *
 * @returns A piece for each entry.
 *
 * @example
 * [...jsonLines([{ entry, path: 'a.md' }])][0].slice(0, 30) //=> '{"format":1,"id":"k3x8m2p9qa",'
 */
export function* jsonLines(entries: Iterable<StoredEntry>): Generator<string> {
  for (const { entry, path } of entries) yield `${compactJson(entryAsJson(entry, path))}\n`;
}
