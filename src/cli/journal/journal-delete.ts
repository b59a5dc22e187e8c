// The command coach journal delete: entries into the trash, or gone for ever.
import { type ChosenFile, type Moved, moveFiles, removeFiles } from '../../app/editing/trash.ts';
import { pruneHistory } from '../../app/history/keeping.ts';
import { splitCopies } from '../../app/journal/copies.ts';
import { countingEntries } from '../../domain/entry/copies.ts';
import { type Entry, TRASH } from '../../domain/entry/entry.ts';
import { versionsOf } from '../../domain/history/version.ts';
import { trashPath } from '../../domain/entry/trash-path.ts';
import { entryIn } from '../../domain/record/followed-items.ts';
import { plainText } from '../../domain/text/plain-text.ts';
import { NothingNamed } from '../../pages/journal/named-refusals.ts';
import * as say from '../../pages/journal/trash-text.ts';
import { versionsGone } from '../../pages/journal/version-text.ts';
import { FOREVER } from '../../pages/sitting/safety-notes.ts';
import { wrap } from '../../pages/text/wrap.ts';
import { MOVING } from '../../pages/text/progress-text.ts';
import type { Context } from '../context.ts';
import { recorderOf } from '../recorder.ts';
import { slowProgress } from '../slow-progress.ts';
import type { FilterOptions } from '../flags/filter-options.ts';
import { type Filters, readFilters, refuseUnknown } from './filters.ts';
import { filesNamed, journalShelf, trashShelf, filesFound, filesOfAll, refuseGone } from './named-entries.ts';
import { chosenList } from './chosen-list.ts';
import { nameUnreadable } from './name-unreadable.ts';

export interface DeleteOptions extends FilterOptions {
  readonly all?: true;
  readonly forever?: true;
  readonly trash?: true;
  readonly yes?: true;
}

export async function deleteEntries(
  names: readonly string[],
  options: DeleteOptions,
  context: Context,
): Promise<void> {
  const { terminal } = context;
  const chosen = await choose(names, options, context);
  if (chosen.length > 0 && !(await deleteChosen(chosen, options, context)))
    return terminal.err(`${say.NOTHING_DELETED}\n`);
  if (options.forever && options.all && !options.trash) await nameTrash(context);
}

/** @returns False where the person says no. */
async function deleteChosen(
  chosen: readonly ChosenFile[],
  options: DeleteOptions,
  context: Context,
): Promise<boolean> {
  const { terminal } = context;
  if (terminal.screen) terminal.out(`${await chosenList(chosen, context)}\n`);
  if (options.forever) terminal.err(`${wrap(FOREVER, terminal.width)}\n`);
  if (!options.yes && !(await isWanted(chosen, options, context))) return false;
  await (options.forever ? removeAll(chosen, context) : moveAll(chosen, context));
  return true;
}

/** @throws UsageError unless entries are chosen in exactly one way. */
async function choose(
  names: readonly string[],
  options: DeleteOptions,
  context: Context,
): Promise<readonly ChosenFile[]> {
  const { all, trash, forever, yes: _, ...flags } = options;
  if (trash && !forever) throw say.trashOnlyForever();
  const filterCount = Object.keys(flags).filter((flag) => flag !== 'color').length;
  const ways = Number(names.length > 0) + Number(filterCount > 0) + Number(all ?? false);
  if (ways > 1) throw say.oneWayToDelete();
  if (names.length > 0) return filesOfAll(names, (name) => filesCalled(name, options, context));
  if (ways === 0 && !trash) throw say.nothingToDelete();
  return filesMatching(filterCount > 0 ? await readFilters(options, context) : undefined, options, context);
}

/** For ever, what is not in the journal is looked for in the trash. */
async function filesCalled(
  name: string,
  { trash, forever }: DeleteOptions,
  context: Context,
): Promise<readonly ChosenFile[]> {
  if (trash) return filesNamed(name, { ...trashShelf(context), byPathAlone: true }, context);
  try {
    return await filesNamed(name, { ...journalShelf(context), byPathAlone: true }, context);
  } catch (error) {
    if (!(error instanceof NothingNamed)) throw error;
    const inTrash = await filesInTrash(name, context);
    if (inTrash.length === 0) throw error;
    if (forever) return inTrash;
    throw say.inTrashAlready(name);
  }
}

async function filesInTrash(name: string, context: Context): Promise<readonly ChosenFile[]> {
  try {
    return await filesNamed(name, { ...trashShelf(context), byPathAlone: true }, context);
  } catch (error) {
    if (error instanceof NothingNamed) return [];
    throw error;
  }
}

/** The files that flags choose; without any, everything. */
async function filesMatching(
  filters: Filters | undefined,
  { trash }: DeleteOptions,
  context: Context,
): Promise<readonly ChosenFile[]> {
  const { terminal } = context;
  const index = trash ? context.trash() : context.index();
  const listed = await index.find(filters ?? {});
  // What is in the trash was put there by name, and goes with it.
  if (trash && !filters) {
    const files = filesFound(listed, context);
    if (files.length === 0) terminal.err(`${say.TRASH_EMPTY}\n`);
    return files;
  }
  nameUnreadable(listed, context);
  if (listed.entries.length === 0) {
    if (filters) await refuseUnknown(filters, context);
    terminal.err(`${say.nothingChosen(filters !== undefined)}\n`);
  }
  if (!filters) return listed.entries;
  const { counting, copies } = await splitCopies(listed.entries, index);
  for (const { path } of copies) terminal.err(`${say.copyStays(path)}\n`);
  return counting;
}

async function isWanted(
  chosen: readonly ChosenFile[],
  { forever, trash }: DeleteOptions,
  context: Context,
): Promise<boolean> {
  const count = chosen.length;
  const prompter = await context.prompter();
  if (!prompter) throw say.nobodyToAsk(count, forever ?? false);
  const quoting = trash ? [] : await entriesQuoting(chosen, context);
  if (!forever) return prompter.choose(say.askToMove(count, quoting), say.MOVE_CHOICES);
  const typed = await prompter.line(say.askForever(count, quoting));
  return typed.trim().toLowerCase() === 'forever';
}

/** The entries that stay and look back on one that goes, the newest first: what became of a plan holds its words. */
async function entriesQuoting(chosen: readonly ChosenFile[], context: Context): Promise<readonly Entry[]> {
  const ids = new Set(chosen.flatMap(({ entry }) => entry?.id ?? []));
  const looksBack = ({ answers }: Entry): boolean =>
    answers.some(({ closes, continues }) =>
      [closes, continues].some((reference) => reference !== undefined && ids.has(entryIn(reference))),
    );
  const [only, ...more] = ids;
  if (only === undefined) return [];
  const found = await context.index().find(more.length === 0 ? { looksBackOn: only } : {});
  return countingEntries(found.entries).filter((entry) => !ids.has(entry.id) && looksBack(entry));
}

async function moveAll(chosen: readonly ChosenFile[], context: Context): Promise<void> {
  // No id begins so: no entry is opened.
  const { unreadable } = await context.trash().newest({ id: 'u', limit: 1 });
  const whole = unreadable.find(({ file }) => file === TRASH);
  if (whole) throw whole;
  const moved: Moved[] = [];
  const { history, keeping, now } = await recorderOf(context);
  const progress = slowProgress(MOVING, context.terminal);
  progress(0, chosen.length);
  try {
    await moveFiles(chosen, { kind: 'delete', wanted: trashPath }, history, (one) => {
      progress(moved.push(one), chosen.length);
    });
    pruneHistory(history, keeping, now);
  } finally {
    progress(chosen.length, chosen.length);
    const files = moved.map(({ file, path }) => ({ ...file, path }));
    await sayDone('moved', files, chosen.length, context);
  }
  const [first, ...more] = moved;
  if (first !== undefined)
    context.terminal.err(`${say.backText(more.length > 0 ? undefined : nameInTrash(first))}\n`);
  refuseGone(
    chosen,
    moved.map(({ file }) => file),
  );
}

/** The id, unless another file in the trash has it, too. */
function nameInTrash({ file: { entry }, path, wanted }: Moved): string {
  return entry && path === wanted ? entry.id : `"${plainText(path)}"`;
}

async function removeAll(chosen: readonly ChosenFile[], context: Context): Promise<void> {
  const removed: ChosenFile[] = [];
  const staying: string[] = [];
  try {
    await removeFiles(chosen, context.journal(), (one, stays) => {
      removed.push(one);
      if (stays !== undefined) staying.push(say.textStays(one.path, stays));
    });
  } finally {
    await sayDone('deleted', removed, chosen.length, context);
    for (const line of staying) context.terminal.err(`${line}\n`);
    await context.index().forget?.();
    await forgetVersions(removed, context);
  }
  refuseGone(chosen, removed);
}

/** What is kept of entries that are gone for ever goes with them. */
async function forgetVersions(removed: readonly ChosenFile[], context: Context): Promise<void> {
  const history = await context.history();
  const kept = history.versions();
  if (kept.length === 0) return;
  const named = removed.flatMap(({ path, entry, twins = [] }) =>
    [path, ...twins].map((one) => ({ path: one, id: entry?.id })),
  );
  const gone = versionsOf(kept, named);
  history.forget(gone);
  if (gone.length > 0) context.terminal.err(`${versionsGone(gone.length)}\n`);
}

/** Another program is told what was done, and not what was to be done. */
async function sayDone(
  did: 'moved' | 'deleted',
  done: readonly ChosenFile[],
  wanted: number,
  context: Context,
): Promise<void> {
  const { terminal } = context;
  if (!terminal.screen) terminal.done(await chosenList(done, context));
  terminal.err(`${say.doneText(did, done.length, wanted)}\n`);
}

async function nameTrash(context: Context): Promise<void> {
  const { entries, unreadable } = await context.trash().find({});
  const count = entries.length + unreadable.length;
  if (count > 0) context.terminal.err(`${say.trashHolds(count)}\n`);
}
