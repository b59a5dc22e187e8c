// Entries for another program, a line each.
import type { StoredEntry } from '../../domain/entry/stored-entry.ts';
import type { Entry } from '../../domain/entry/entry.ts';
import { plainText } from '../../domain/text/plain-text.ts';

/** Entries for another program: a line each, fields between tabs. */
export function entryLines(entries: readonly StoredEntry[]): string {
  return entries
    .map(
      ({ entry, path }) =>
        `${[entry.at, entry.id, entry.bank, entry.role ?? '', aboutOf(entry), plainText(path)].join('\t')}\n`,
    )
    .join('');
}

/** Whom an entry is about, fit for a screen. */
export function aboutOf({ about }: Entry): string {
  return plainText(about ?? '');
}
