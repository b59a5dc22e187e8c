// The two sides of a sync, and what both were like when they were last the same.
import { readEntryName } from '../domain/entry/entry.ts';
import type { TreeFiles } from './git-answers.ts';
import { wasDecryptedHere } from './key-rule.ts';
import { differing, inBothForms, type Oid, type Tree } from './merge-plan.ts';
import type { Commit, FolderFiles, SyncedFolder, SyncRepository } from './sync-ports.ts';
import { SyncStop } from './sync-stop.ts';
import { entryAt, entryOf } from './synced-path.ts';

export interface Sides {
  /** Undefined where nothing was ever sent. */
  readonly commit: Commit | undefined;
  /** The other side as it was last seen, and as it was when both were last the same. */
  readonly seen: Commit | undefined;
  readonly last: Commit | undefined;
  /** Somebody has begun the history of the other side anew, with the entries as they were then. */
  readonly isBegunAnew: boolean;
  readonly base: Pick<TreeFiles, 'entries' | 'keys'>;
  readonly there: TreeFiles;
  readonly here: FolderFiles;
  /** The same with what is left alone. */
  readonly found: FolderFiles;
  /** What was changed there and is left alone: its path, and its text when both were last the same. */
  readonly missed: ReadonlyMap<string, Oid | undefined>;
  /** Whether a file is left alone on both sides. */
  readonly isLeft: (path: string) => boolean;
  /** Whether a file is an entry in this journal, or was until it was decrypted. */
  readonly isKnown: (path: string) => boolean;
}

const EMPTY: TreeFiles = { entries: new Map(), keys: new Map(), strange: [] };

/**
 * Looks at both sides.
 *
 * @param isAnewFine - The other side may have been begun anew, or emptied.
 * @throws SyncStop where it was, and is not fine.
 *
 * @example
 * (await lookAt(false, syncPorts)).commit //=> undefined
 */
export async function lookAt(
  isAnewFine: boolean,
  {
    repository,
    folder,
    pinned,
  }: {
    readonly repository: SyncRepository;
    readonly folder: SyncedFolder;
    readonly pinned: string | undefined;
  },
): Promise<Sides> {
  const commit = await repository.fetch();
  const [seen, last] = [await repository.recall('seen'), await repository.recall('base')];
  const { isLost: isAnew, isBegunAnew } = await pastOf(commit, seen, repository);
  if (isAnew && !isAnewFine) throw new SyncStop(commit === undefined ? 'remote-empty' : 'remote-rewritten');
  const base = last === undefined || isAnew ? EMPTY : await repository.files(last);
  const there = commit === undefined ? EMPTY : commit === last ? base : await repository.files(commit);
  if ((last === undefined || isAnew) && isForeign(there))
    throw new SyncStop('no-journal', { paths: there.strange });
  const found = folder.files();
  const isOver = wasDecryptedHere(pinned, base, found);
  let inClear: ReadonlySet<string> | undefined;
  const isInClear = (path: string): boolean =>
    pinned === undefined && (inClear ??= new Set([...found.entries.keys()].map(entryAt))).has(entryAt(path));
  const isKnown = (path: string): boolean => {
    if (folder.isKnown(path)) return true;
    const wasSealed = found.entries.has(path) ? undefined : base.entries.get(path);
    if (wasSealed === undefined || wasSealed !== there.entries.get(path)) return false;
    // A sync that has stopped since may have seen that the key is gone there, and not sent what is in clear here.
    return isOver || isInClear(path);
  };
  const isLeft = leftAlone([...there.strange, ...found.unfit, ...halvesOf(found, folder)], { isKnown });
  const entries = (files: Tree): Tree => new Map([...files].filter(([path]) => !isLeft(path)));
  return {
    commit,
    seen,
    last,
    isBegunAnew,
    base: { ...base, entries: entries(base.entries) },
    there: { ...there, entries: entries(there.entries) },
    here: { ...found, entries: entries(found.entries) },
    found,
    missed: new Map(
      differing(base.entries, there.entries).flatMap((path) =>
        isLeft(path) ? [[path, base.entries.get(path)] as const] : [],
      ),
    ),
    isLeft,
    isKnown,
  };
}

/** A host puts some files into a new repository: what they are about, a licence, what git is to ignore. */
const USUAL = 3;

/** Whether what is there is something other than a journal, such as the code of a project or a folder of notes. */
function isForeign({ entries, keys, strange }: TreeFiles): boolean {
  const isEntry = (path: string): boolean =>
    readEntryName(entryOf(path.slice(path.lastIndexOf('/') + 1))) !== undefined;
  if (strange.length === 0 || strange.length + entries.size <= USUAL || keys.size > 0) return false;
  return ![...entries.keys()].some(isEntry);
}

/** Whether what was seen of the other side is lost there, and whether somebody has begun its history anew. */
async function pastOf(
  commit: Commit | undefined,
  seen: Commit | undefined,
  repository: Pick<SyncRepository, 'isFrom' | 'replacedBy'>,
): Promise<{ readonly isLost: boolean; readonly isBegunAnew: boolean }> {
  if (seen === undefined || seen === commit) return { isLost: false, isBegunAnew: false };
  if (commit === undefined) return { isLost: true, isBegunAnew: false };
  if (await repository.isFrom(commit, seen)) return { isLost: false, isBegunAnew: false };
  const before = await repository.replacedBy(commit);
  const isLost = before === undefined || !(await repository.isFrom(before, seen));
  return { isLost, isBegunAnew: before !== undefined };
}

/**
 * The files in clear that are still there of entries that are sealed.
 *
 * @example
 * halvesOf({ entries: new Map([['a.md', '1'], ['a.md.age', '9']]) }, syncPorts.folder) //=> ['a.md']
 */
export function halvesOf(
  { entries }: Pick<FolderFiles, 'entries'>,
  { isKnown }: Pick<SyncedFolder, 'isKnown'>,
): readonly string[] {
  return inBothForms(new Map([...entries].filter(([path]) => isKnown(path))));
}

/**
 * Tells what is left alone on both sides: with a folder, all that is below it.
 *
 * @example
 * leftAlone(['2025'], syncPorts.folder)('2025/a.md') //=> true
 */
export function leftAlone(
  paths: readonly string[],
  folder: Pick<SyncedFolder, 'isKnown'>,
): (path: string) => boolean {
  const those = new Set(paths);
  return (path) => {
    if (!folder.isKnown(path)) return true;
    if (those.size === 0) return false;
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
      if (those.has(path.slice(0, end))) return true;
    return false;
  };
}
