// Entries for another program, a line each.
import type { StoredEntry, Entry } from '../../domain/entry/entry.ts';
import { plainText } from '../../domain/text/plain-text.ts';

/**
 * Entries for another program: a line each, fields between tabs.
 *
 * @example
 * entryLines([{ entry, path: '2026/11/a.md' }])
 * //=> '2026-11-22T09:14:05+01:00\tk3x8m2p9qa\tmember\tmember\tD.\t2026/11/a.md\n'
 */
export function entryLines(entries: readonly StoredEntry[]): string {
  return entries
    .map(
      ({ entry, path }) =>
        `${[entry.at, entry.id, entry.bank, entry.role ?? '', aboutOf(entry), inRow(path)].join('\t')}\n`,
    )
    .join('');
}

/** A name with a tab or a line feed in it would break its row; JSON has it as it is. */
function inRow(path: string): string {
  return plainText(path).replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}

/**
 * The person or team that an entry is about, fit for a screen.
 *
 * @example
 * aboutOf({ about: null }) //=> ''
 */
export function aboutOf({ about }: Pick<Entry, 'about'>): string {
  return plainText(about ?? '');
}
