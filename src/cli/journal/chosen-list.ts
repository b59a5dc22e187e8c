// A list of files that something is done to.
import { type StoredEntry, newestFirst } from '../../domain/entry/entry.ts';
import type { ChosenFile } from '../../app/editing/trash.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { entryLines } from '../../pages/journal/entry-lines.ts';
import { moreFiles, newestOf } from '../../pages/journal/trash-text.ts';
import type { Context } from '../context.ts';

/** As many files are listed on a screen before something is done to all of them. */
const LISTED = 10;

/**
 * Files that were chosen: on a screen as the journal is listed, after their number where not all are shown; for another
 * program a line each. Files that cannot be understood come last, by their paths.
 *
 * @param most - At most this many are listed on a screen.
 */
export async function chosenList(
  chosen: readonly ChosenFile[],
  { terminal }: Context,
  most = LISTED,
): Promise<string> {
  const entries = chosen
    .flatMap(({ entry, path }): StoredEntry[] => (entry ? [{ entry, path }] : []))
    .toSorted((one, other) => newestFirst(one.entry, other.entry));
  const others = chosen.filter(({ entry }) => !entry).map(({ path }) => plainText(path));
  if (!terminal.screen) return entryLines(entries) + others.map((path) => `\t\t\t\t\t${path}\n`).join('');
  const { entryList } = await import('../../pages/journal/entry-list.ts');
  const shown = entries.slice(0, most);
  const count = entries.length > most ? `${newestOf(most, entries.length)}\n\n` : '';
  const list = entryList(shown, terminal);
  const left = others.slice(0, most).map((path) => `  ${path}\n`);
  const more = others.length > most ? `${moreFiles(others.length - most)}\n` : '';
  return count + list + left.join('') + more;
}
