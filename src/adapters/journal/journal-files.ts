// The Markdown files of a journal folder: listed, stamped and read.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FileStamp, JournalFiles, ListedFolder } from '../../app/ports/journal-files.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import { nameMeant, pathIn, SEALED, TRASH } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { journalIsNewer, unreadableFile, unreadableFolder } from '../../pages/journal/journal-refusals.ts';
import { isLink } from '../machine/regular-file.ts';
import { codeOf } from '../machine/system-errors.ts';

/**
 * The Markdown files of a journal folder, as they are on disk now. Nothing is kept from one call to the next.
 *
 * A folder that is not there yet holds no files. Links to folders are not followed: they may lead round in a circle.
 *
 * @throws CoachError where a folder cannot be read; FileMistakes where a file cannot.
 */
export function journalFiles(root: string, codec: EntryCodec): JournalFiles {
  const fileOf = (path: string): string => onDisk(path, codec);
  return {
    folders: () => foldersNewestFirst(root, codec),
    stamps: (folder, names) => ({
      takenAt: Date.now(),
      stamps: fromWithin(path.join(root, folder), names, (file) => stampOf(fileOf(file))),
    }),
    prepare: (paths) => codec.prepare(paths),
    read(file) {
      const named = file.endsWith(`/${ITSELF}`) ? path.posix.dirname(file) : file;
      const text = textOf(named, path.join(root, fileOf(file)), codec);
      if (text instanceof FileMistakes) throw text;
      return text;
    },
    texts: (folder, names) =>
      fromWithin(path.join(root, folder), names, (file, name) =>
        textOf(name === ITSELF ? folder : pathIn(folder, name), fileOf(file), codec),
      ),
  };
}

/**
 * The Markdown files in the trash of a journal; their paths begin with it. A link in its place stands there as a file of its own,
 * which cannot be read.
 *
 * @throws As `journalFiles` does.
 */
export function trashFiles(root: string, codec: EntryCodec): JournalFiles {
  const folders = (): Iterable<ListedFolder> =>
    isLink(path.join(root, TRASH)) ? [{ path: '', names: [TRASH] }] : foldersBelow(root, TRASH, codec);
  return { ...journalFiles(root, codec), folders };
}

/** What is not called as entries are is not read as one, whatever it holds. */
function textOf(named: string, file: string, codec: EntryCodec): string | FileMistakes | undefined {
  if (named.endsWith('.md') || nameMeant(path.posix.basename(named)) === undefined)
    return codec.text(named, file);
  return unreadableFile(named, isLeftIn(named) ? 'ending' : 'placeholder');
}

const isLeftIn = (name: string): boolean => /\.(?:markdown|md|txt)$/i.test(name);

/** Folders outside the order of years and months first, as their files may be of any time, then month by month. */
function* foldersNewestFirst(root: string, codec: EntryCodec): Generator<ListedFolder> {
  const top = list(root, '', codec);
  yield { path: '', names: top.names };
  for (const name of top.folders) {
    if (name !== TRASH && !isYear(name)) yield* foldersBelow(root, name, codec);
  }
  for (const year of top.folders.filter(isYear).toReversed()) {
    const inYear = list(root, year, codec);
    yield { path: year, names: inYear.names };
    for (const name of inYear.folders) {
      if (!isMonth(name)) yield* foldersBelow(root, `${year}/${name}`, codec);
    }
    for (const month of inYear.folders.filter(isMonth).toReversed())
      yield* foldersBelow(root, `${year}/${month}`, codec);
  }
}

/**
 * Where the file of an entry is on the disk, by its path; any other path stays.
 *
 * @example
 * onDisk('2026/11/a.md', { ...plainCodec, suffix: '.md.age' }) //=> '2026/11/a.md.age'
 */
export function onDisk(path: string, { suffix }: Pick<EntryCodec, 'suffix'>): string {
  return suffix === '.md' ? path : path.replace(/\.md$/, suffix);
}

const isYear = (name: string): boolean => /^\d{4}$/.test(name);
const isMonth = (name: string): boolean => /^\d{2}$/.test(name);

/** A folder and those below it, at any depth. */
function* foldersBelow(root: string, folder: string, codec: EntryCodec): Generator<ListedFolder> {
  const { names, folders } = list(root, folder, codec);
  yield { path: folder, names };
  for (const name of folders) yield* foldersBelow(root, `${folder}/${name}`, codec);
}

/** What is in a folder, hidden things left out. */
interface Listed {
  readonly names: readonly string[];
  readonly folders: readonly string[];
}

/** The name that a folder has in itself. */
const ITSELF = '.';

/**
 * The Markdown files and the folders of a folder, each in the order of their names; hidden ones are left out.
 *
 * A folder below the journal that cannot be read, a link in the place of a year or a month, and an entry under another ending stand
 * among the files: nobody would know otherwise that there may be entries in them. As files they cannot be read, and so they are named.
 */
function list(root: string, below: string, { suffix }: EntryCodec): Listed {
  const folder = path.join(root, below);
  const items = itemsOf(folder);
  if (typeof items === 'string') {
    if (below === '') throw unreadableFolder(folder, items);
    return { names: [ITSELF], folders: [] };
  }
  const names: string[] = [];
  const folders: string[] = [];
  const passedOver: string[] = [];
  for (const item of items) {
    if (item.name.startsWith('.')) {
      if (item.isFile() && nameMeant(item.name) !== undefined) passedOver.push(item.name);
    } else if (item.isDirectory()) folders.push(item.name);
    else if (item.name.endsWith(suffix)) {
      // Anything but a file, such as a pipe, might never answer.
      if (item.isFile() || (item.isSymbolicLink() && isNoOddity(path.join(folder, item.name))))
        names.push(`${item.name.slice(0, -suffix.length)}.md`);
    } else if (item.name.endsWith(SEALED)) throw journalIsNewer(root);
    else if (item.isSymbolicLink() && (isYear(item.name) || isMonth(item.name))) names.push(item.name);
    else if (item.isFile() && nameMeant(item.name) !== undefined) passedOver.push(item.name);
  }
  for (const name of passedOver) if (!names.includes(nameMeant(name) ?? '')) names.push(name);
  return { names: names.sort(), folders: folders.sort() };
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

/**
 * Does something with each file of a folder. From within the folder the system has one name to look up in place of a path, which
 * takes a fifth of the time off. A place that cannot be come back to is not left.
 *
 * @param look - Given what to call the file by, from where one is.
 */
function fromWithin<Value>(
  folder: string,
  names: readonly string[],
  look: (file: string, name: string) => Value,
): readonly Value[] {
  const before = names.length < FEW ? undefined : enter(folder);
  if (before === undefined) return names.map((name) => look(path.join(folder, name), name));
  try {
    return names.map((name) => look(name, name));
  } finally {
    process.chdir(before);
  }
}

/** For so few files it is not worth the way. */
const FEW = 4;

/** @returns Where one was before; undefined where one is still there. */
function enter(folder: string): string | undefined {
  try {
    const before = process.cwd();
    process.chdir(folder);
    return before;
  } catch {
    // It was removed by somebody, or may not be entered.
    return undefined;
  }
}

/** Undefined for a file that went away since it was listed, or that leads nowhere. A link is stamped as what it leads to. */
function stampOf(file: string): FileStamp | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
