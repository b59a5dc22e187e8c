// An index brought up to what the files are now.
import { FileMistakes } from '../../domain/text/errors.ts';
import { readEntryName } from '../../domain/entry/entry.ts';
import { type FolderText, folderTexts } from '../journal/folder-texts.ts';
import { areSameStamps, isUnsettled, stampAt } from '../journal/kept-stamps.ts';
import { parseEntryFile } from '../journal/parse-entry-file.ts';
import { unreadLine } from '../journal/unread-line.ts';
import type { JournalFiles, ListedFolder } from '../ports/journal-files.ts';
import type { SegmentStore } from './segment-store.ts';
import type { Progress } from '../ports/terminal.ts';
import { areSameFiles, keptEntry, type KeptFile, NOTHING_KEPT } from './kept-file.ts';
import { keptFiles, segmentOfFolder, type WrittenSegment } from './written-segment.ts';
import { type Segment, UNREAD } from './segment.ts';

/** A folder as it is now. */
interface FolderNow extends ListedFolder {
  /** Of its files. */
  readonly stamps: Float64Array;
}

/** What somebody needs of the files: all that they say, or only their words, to look for some of them. */
export type Need = 'all' | 'words';

/** So many files are understood at once, whatever is needed of them. */
export const FEW = 100;

/** With more files than these it is worth the time that it takes to hold less. */
const VERY_MANY = 4000;

/**
 * Brings the index up to what the journal's files are now. Only files that changed are read. Where only their words are needed, many
 * of them are not understood before somebody needs more.
 *
 * @throws DamagedSegment; UnusableIndex
 *
 * @example
 * (await refreshed(store, files, () => {}, { need: 'all', few: FEW })).length //=> 1
 */
export async function refreshed(
  store: SegmentStore,
  files: JournalFiles,
  progress: Progress,
  { need, few }: { readonly need: Need; readonly few: number },
): Promise<readonly Segment[]> {
  const known = store.read();
  const same: Segment[] = [];
  const differing: FolderNow[] = [];
  for (const listed of files.folders((path) => known.get(path)?.listing())) {
    const now = { ...listed, stamps: files.stamps(listed.path, listed.names) };
    const before = known.get(listed.path);
    if (before && isAsBefore(now, before, need)) same.push(before);
    else differing.push(now);
  }
  if (differing.length === 0 && same.length === known.size) return same;
  const total = differing.reduce((sum, { names }) => sum + names.length, 0);
  if (total > VERY_MANY) store.holdLess?.(0, 'index');
  const given = total > few ? need : 'all';
  let done = 0;
  const count = (): void => progress(++done, total);
  return store.update(same, written(differing, known, { files, need: given, count }, same));
}

/** What a folder is written with. */
interface Writing {
  readonly files: JournalFiles;
  readonly need: Need;
  /** Called for each file. */
  count(): void;
}

/** @param same - Is given those that turn out to say what they said before: stamps that are like no other are not written again and again. */
async function* written(
  differing: readonly FolderNow[],
  known: ReadonlyMap<string, Segment>,
  writing: Writing,
  same: Segment[],
): AsyncGenerator<WrittenSegment> {
  for (const now of differing) {
    const before = known.get(now.path);
    const filesBefore = before && keptFiles(before);
    const kept = await keptOf(now, before, filesBefore, writing);
    const isAlike =
      before !== undefined &&
      areSameNames(now.names, before.names) &&
      areSameNames(now.folders, before.folders) &&
      areSameFiles(kept, [...(filesBefore?.values() ?? [])]) &&
      [now.stamp, now.stamps].every((numbers, at) => isSame(numbers, [before.stamp, before.stamps][at]));
    if (isAlike) same.push(before);
    else yield segmentOfFolder(now.path, now, now.stamps, kept);
  }
}

function isSame(numbers: Float64Array, before: Float64Array | undefined): boolean {
  return numbers.length === before?.length && numbers.every((one, at) => Object.is(one, before[at]));
}

/** Whether nothing changed in a folder, nor anything that makes the next look at it quicker. */
function isAsBefore(now: FolderNow, before: Segment, need: Need): boolean {
  return (
    (need === 'words' || !before.kinds.includes(UNREAD)) &&
    areSameStamps(now.stamps, before.stamps) &&
    (isUnsettled(now.stamp) || areSameStamps(now.stamp, before.stamp)) &&
    (now.isKnown === true ||
      (areSameNames(now.names, before.names) && areSameNames(now.folders, before.folders)))
  );
}

function areSameNames(names: readonly string[], before: readonly string[]): boolean {
  return names.length === before.length && names.every((name, at) => name === before[at]);
}

/** What is kept of the files of a folder, in the order of their names. */
async function keptOf(
  { path, names, stamps }: FolderNow,
  before: Segment | undefined,
  filesBefore: ReadonlyMap<string, KeptFile> | undefined,
  { files, need, count }: Writing,
): Promise<readonly KeptFile[]> {
  const now = new Map<string, KeptFile>();
  for (const name of before ? unchangedIn(before, names, stamps) : []) {
    const kept = filesBefore?.get(name);
    if (kept && (need === 'words' || kept.kind !== 'unread')) now.set(name, kept);
  }
  const changed = names.filter((name) => !now.has(name));
  for await (const some of folderTexts(path, changed, files)) {
    for (const { name, path: file, text } of some) {
      // What was in the way may be gone by the next time, and the file is the same.
      if (typeof text !== 'string') stampAt(stamps, names.indexOf(name)).fill(NaN);
      const line = need === 'words' && typeof text === 'string' ? unreadLine(text) : undefined;
      now.set(name, line === undefined ? await understood(text, file) : { kind: 'unread', line });
      count();
    }
    files.release?.(some.map((one) => one.path));
  }
  return names.map((name) => now.get(name) ?? NOTHING_KEPT);
}

/** The names of files that are as they were. */
function unchangedIn(before: Segment, names: readonly string[], stamps: Float64Array): readonly string[] {
  const stampBefore = new Map(before.names.map((name, at) => [name, stampAt(before.stamps, at)]));
  return names.filter((name, at) => {
    const stamp = stampBefore.get(name);
    return stamp !== undefined && areSameStamps(stampAt(stamps, at), stamp);
  });
}

async function understood(text: FolderText['text'], path: string): Promise<KeptFile> {
  if (text === undefined) return NOTHING_KEPT;
  try {
    if (text instanceof FileMistakes) throw text;
    const isNamed = readEntryName(path.slice(path.lastIndexOf('/') + 1)) !== undefined;
    const entry = await parseEntryFile(text, path, isNamed);
    return entry ? keptEntry({ entry, path }) : NOTHING_KEPT;
  } catch (error) {
    if (!(error instanceof FileMistakes)) throw error;
    return { kind: 'mistaken', mistakes: error.mistakes };
  }
}
