// The Markdown files of a journal folder: listed, stamped and read.
import path from 'node:path';
import { keepStamp, unlikeStamps } from '../../app/journal/kept-stamps.ts';
import type { FileStamp, JournalFiles, ListedFolder } from '../../app/ports/journal-files.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import { nameMeant, pathIn, TRASH } from '../../domain/entry/entry.ts';
import { FileMistakes } from '../../domain/text/errors.ts';
import { unreadableFile } from '../../pages/journal/journal-refusals.ts';
import { isLink, isThere } from '../machine/regular-file.ts';
import { foldersBelow, foldersNewestFirst, ITSELF, NO_STAMP, stampOf } from './listed-folders.ts';

/**
 * The Markdown files of a journal folder, as they are on disk now. Nothing is kept from one call to the next.
 *
 * A folder that is not there yet holds no files. Links to folders are not followed: they may lead round in a circle.
 *
 * @throws CoachError where a folder cannot be read; FileMistakes where a file cannot.
 */
export function journalFiles(root: string, codec: EntryCodec): JournalFiles {
  return {
    folders: (known) => foldersNewestFirst(root, codec, known),
    stamps(folder, names) {
      const takenAt = Date.now();
      const kept = unlikeStamps(names.length);
      // What the system tells of a file is let go of at once: a long journal has a hundred thousand.
      fromWithin(path.join(root, folder), names, (file, at) => {
        keepStamp(kept, at, stampOfFirst(codec.places(file)), takenAt);
      });
      return kept;
    },
    prepare: (paths) => codec.prepare(paths),
    release: (paths) => codec.release?.(paths),
    read(file) {
      const named = file.endsWith(`/${ITSELF}`) ? path.posix.dirname(file) : file;
      const text = textOf(named, path.join(root, firstPlace(file, codec)), codec);
      if (text instanceof FileMistakes) throw text;
      return text;
    },
    texts: (folder, names) =>
      fromWithin(path.join(root, folder), names, (file, at) =>
        textOf(pathOf(folder, names[at] ?? ''), firstPlace(file, codec), codec),
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
    isLink(path.join(root, TRASH))
      ? [{ path: '', names: [TRASH], folders: [], stamp: NO_STAMP }]
      : foldersBelow(root, TRASH, codec);
  return { ...journalFiles(root, codec), folders };
}

/** What a file of a folder is called below the journal. */
function pathOf(folder: string, name: string): string {
  return name === ITSELF ? folder : pathIn(folder, name);
}

/** What is not called as entries are is not read as one, whatever it holds. */
function textOf(named: string, file: string, codec: EntryCodec): string | FileMistakes | undefined {
  if (named.endsWith('.md') || nameMeant(path.posix.basename(named)) === undefined)
    return codec.text(named, file);
  return unreadableFile(named, isLeftIn(named) ? 'ending' : 'placeholder');
}

const isLeftIn = (name: string): boolean => /\.(?:markdown|md|txt)$/i.test(name);

/** The stamp of the first that is there. */
function stampOfFirst(files: readonly string[]): FileStamp | undefined {
  let stamp: FileStamp | undefined;
  for (let at = 0; stamp === undefined && at < files.length; at++) stamp = stampOf(files[at] ?? '');
  return stamp;
}

/**
 * Where the file of an entry is, in full: where it is found, or else where it would be.
 *
 * @param root - The folder below which its path is.
 */
export function onDisk(root: string, file: string, codec: Pick<EntryCodec, 'places'>): string {
  const places = codec.places(file);
  const found = places.length === 1 ? undefined : places.find((one) => isThere(path.join(root, one)));
  return path.join(root, found ?? firstPlace(file, codec));
}

function firstPlace(file: string, { places }: Pick<EntryCodec, 'places'>): string {
  return places(file)[0] ?? file;
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
  look: (file: string, at: number) => Value,
): readonly Value[] {
  const before = names.length < FEW ? undefined : enter(folder);
  if (before === undefined) return names.map((name, at) => look(path.join(folder, name), at));
  try {
    return names.map(look);
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
