// The command coach journal restore: what is in the trash, and back from it.
import { type Moved, moveFiles } from '../../app/editing/trash.ts';
import { homePath } from '../../domain/entry/trash-path.ts';
import * as say from '../../pages/journal/trash-text.ts';
import { oneEntryForVersion } from '../../pages/journal/version-text.ts';
import type { Context } from '../context.ts';
import { filesNamed, trashShelf, filesFound, filesOfAll, refuseGone } from './named-entries.ts';
import { chosenList } from './chosen-list.ts';
import { nameUnreadable } from './name-unreadable.ts';

export interface RestoreOptions {
  readonly all?: true;
  readonly version?: string;
}

export async function restoreEntries(
  names: readonly string[],
  { all, version }: RestoreOptions,
  context: Context,
): Promise<void> {
  if (version !== undefined) {
    const [name] = names;
    if (name === undefined || names.length > 1 || all) throw oneEntryForVersion();
    return (await import('./journal-versions.ts')).restoreVersion(name, version, context);
  }
  if (all && names.length > 0) throw say.oneWayToRestore();
  if (names.length === 0 && !all) return listTrash(context);
  // Files that cannot be understood come back, too: they were put there by name.
  const chosen = all
    ? filesFound(await context.trash().find({}), context)
    : await filesOfAll(names, (name) =>
        filesNamed(name, { ...trashShelf(context), byPathAlone: true }, context),
      );
  if (chosen.length === 0) return context.terminal.err(`${say.TRASH_EMPTY}\n`);
  const moved: Moved[] = [];
  const history = await context.history();
  try {
    await moveFiles(chosen, { kind: 'restore', wanted: homePath }, history, (one) => moved.push(one));
  } finally {
    await sayRestored(moved, chosen.length, context);
  }
  refuseGone(
    chosen,
    moved.map(({ file }) => file),
  );
}

async function listTrash(context: Context): Promise<void> {
  const { terminal } = context;
  const found = await context.trash().find({});
  nameUnreadable(found, context);
  if (found.entries.length === 0) {
    if (found.unreadable.length === 0) return terminal.err(`${say.TRASH_EMPTY}\n`);
    // A folder that cannot be read has no way back.
    if (found.unreadable.some(({ file }) => file.endsWith('.md'))) terminal.err(`${say.BACK_BY_PATH}\n`);
    return;
  }
  const list = await chosenList(found.entries, context, Infinity);
  terminal.out(terminal.screen ? `${list}\n` : list);
  terminal.err(`${say.BACK_BY_ID}\n`);
}

async function sayRestored(moved: readonly Moved[], wanted: number, context: Context): Promise<void> {
  const { terminal } = context;
  const back = moved.map(({ file, path }) => ({ path, entry: file.entry }));
  if (back.length > 0) terminal.done(await chosenList(back, context));
  terminal.err(`${say.doneText('restored', back.length, wanted)}\n`);
  for (const { path, wanted } of moved) {
    if (path !== wanted) terminal.err(`${say.besideText(wanted, path)}\n`);
  }
}
