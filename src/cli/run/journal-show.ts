import { today } from '../../domain/calendar.ts';
import { dayEnds } from '../../domain/settings.ts';
import { entryAsJson, printJson } from '../../formats/entry-json.ts';
import { entryPage } from '../../formats/entry-page.ts';
import type { Page } from '../../formats/style.ts';
import type { Context } from '../context.ts';
import { findNamed, journalShelf, namedQuery } from '../named-entries.ts';

export async function showEntries(
  which: string,
  { json }: { readonly json?: true },
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const day = today(context.clock(), dayEnds(context.settings()));
  const { entries } = await findNamed(which, journalShelf(context), context);
  if (json) return terminal.out(printJson(entries.map(({ entry, path }) => entryAsJson(entry, path))));
  const page: Page = { width: terminal.width, style: terminal.style };
  terminal.out(entries.map((stored) => entryPage(stored, day, page)).join('\n'));
  const [first] = entries;
  if (namedQuery(which, day).id !== undefined && entries.length > 1 && first) {
    terminal.err(`There are ${entries.length} files with the id ${first.entry.id}, and they differ.\n`);
  }
}
