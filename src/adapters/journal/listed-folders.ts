// The folders of a journal, listed, unless they are known to be as they were.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { areSameStamps, keptStamps } from '../../app/journal/kept-stamps.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { FileStamp, JournalFiles, ListedFolder, Listing } from '../../app/ports/journal-files.ts';
import { nameMeant, SEALED, TRASH } from '../../domain/entry/entry.ts';
import { unreadableFolder } from '../../pages/journal/journal-refusals.ts';
import { keyIsUnknown } from '../../pages/journal/lock-refusals.ts';
import { codeOf } from '../machine/system-errors.ts';

type Known = Parameters<JournalFiles['folders']>[0];

/** Folders outside the order of years and months first, as their files may be of any time, then month by month. */
export function* foldersNewestFirst(root: string, codec: EntryCodec, known: Known): Generator<ListedFolder> {
  const top = listed(root, '', codec, known);
  yield top;
  for (const name of top.folders) {
    if (name !== TRASH && !isYear(name)) yield* foldersBelow(root, name, codec, known);
  }
  for (const year of top.folders.filter(isYear).toReversed()) {
    const inYear = listed(root, year, codec, known);
    yield inYear;
    for (const name of inYear.folders) {
      if (!isMonth(name)) yield* foldersBelow(root, `${year}/${name}`, codec, known);
    }
    for (const month of inYear.folders.filter(isMonth).toReversed())
      yield* foldersBelow(root, `${year}/${month}`, codec, known);
  }
}

const isYear = (name: string): boolean => /^\d{4}$/.test(name);
const isMonth = (name: string): boolean => /^\d{2}$/.test(name);

/** A folder and those below it, at any depth. */
export function* foldersBelow(
  root: string,
  folder: string,
  codec: EntryCodec,
  known?: Known,
): Generator<ListedFolder> {
  const found = listed(root, folder, codec, known);
  yield found;
  for (const name of found.folders) yield* foldersBelow(root, `${folder}/${name}`, codec, known);
}

function listed(root: string, below: string, codec: EntryCodec, known: Known): ListedFolder {
  if (!known) return { path: below, stamp: NO_STAMP, ...list(root, below, codec) };
  // What happens while it is listed changes the stamp that it has afterwards.
  const stamp = folderStamp(path.join(root, below));
  const before = known(below);
  if (before && areSameStamps(stamp, before.stamp)) return { path: below, isKnown: true, ...before };
  const { hasOddities, ...found } = list(root, below, codec);
  return { path: below, stamp: hasOddities ? NO_STAMP : stamp, ...found };
}

/** Like no other. */
export const NO_STAMP = keptStamps([undefined], 0);

/**
 * The stamp of a folder. Whoever adds, renames or removes anything in it changes it, where the system keeps the times of folders. Disks
 * that tell times to whole milliseconds or worse, as sticks do, may not: there a folder has a stamp that is like no other.
 */
function folderStamp(folder: string): Float64Array {
  const takenAt = Date.now();
  const stamp = stampOf(folder);
  return stamp && !Number.isInteger(stamp.ctimeMs) ? keptStamps([stamp], takenAt) : NO_STAMP;
}

/** What is in a folder, hidden things left out. */
interface Listed extends Omit<Listing, 'stamp'> {
  /** It cannot be read, or there are links, which may lead to something else by and by. */
  readonly hasOddities: boolean;
}

/** The name that a folder has in itself. */
export const ITSELF = '.';

/**
 * The Markdown files and the folders of a folder, each in the order of their names; hidden ones are left out.
 *
 * A folder below the journal that cannot be read, a link in the place of a year or a month, and an entry under another ending stand
 * among the files: nobody would know otherwise that there may be entries in them. As files they cannot be read, and so they are named.
 */
function list(root: string, below: string, { nameOf }: EntryCodec): Listed {
  const folder = path.join(root, below);
  const items = itemsOf(folder);
  if (typeof items === 'string') {
    if (below === '') throw unreadableFolder(folder, items);
    return { names: [ITSELF], folders: [], hasOddities: true };
  }
  const names: string[] = [];
  const folders: string[] = [];
  const passedOver: string[] = [];
  let hasOddities = false;
  let isOther = false;
  for (const item of items) {
    hasOddities ||= item.isSymbolicLink();
    const name = nameOf(item.name);
    if (item.name.startsWith('.')) {
      if (item.isFile() && nameMeant(item.name) !== undefined) passedOver.push(item.name);
    } else if (item.isDirectory()) folders.push(item.name);
    else if (name !== undefined) {
      isOther ||= name !== item.name;
      // Anything but a file, such as a pipe, might never answer.
      if (item.isFile() || (item.isSymbolicLink() && isNoOddity(path.join(folder, item.name))))
        names.push(name);
    } else if (item.name.endsWith(SEALED)) throw keyIsUnknown();
    else if (item.isSymbolicLink() && (isYear(item.name) || isMonth(item.name))) names.push(item.name);
    else if (item.isFile() && nameMeant(item.name) !== undefined) passedOver.push(item.name);
  }
  for (const name of passedOver) if (!names.includes(nameMeant(name) ?? '')) names.push(name);
  // While a journal is being encrypted, an entry may be there in both forms.
  return { names: (isOther ? [...new Set(names)] : names).sort(), folders: folders.sort(), hasOddities };
}

/** Whether a link leads neither to a pipe nor to a device, as far as anybody can tell. */
function isNoOddity(link: string): boolean {
  try {
    const found = statSync(link, { throwIfNoEntry: false });
    return found === undefined || found.isFile() || found.isDirectory();
  } catch {
    return true;
  }
}

/** @returns The code of the system where it refuses. */
function itemsOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const code = codeOf(error);
    if (code === '') throw error;
    // Under a name that is no text nothing is found.
    if (code === 'ENOENT' && folder.includes('\ufffd')) return 'name';
    return code === 'ENOENT' ? [] : code;
  }
}

/** Undefined for a file that went away since it was listed, or that leads nowhere. A link is stamped as what it leads to. */
export function stampOf(file: string): FileStamp | undefined {
  try {
    return statSync(file, QUIETLY);
  } catch {
    return undefined;
  }
}

const QUIETLY = { throwIfNoEntry: false } as const;
