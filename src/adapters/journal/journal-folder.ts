// The journal as a folder of files: entries added, exchanged, moved and removed.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { EntryFiles, Journal, ManyEntries } from '../../app/ports/journal.ts';
import { entryPath, TRASH } from '../../domain/entry/entry.ts';
import { homePath } from '../../domain/entry/trash-path.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { printEntry } from '../../formats/entry/entry-markdown.ts';
import { unreadableFile } from '../../pages/journal/journal-refusals.ts';
import { isLink, isThere, readRegular, seen } from '../machine/regular-file.ts';
import { codeOf } from '../machine/system-errors.ts';
import { leftByExport, sweep } from '../machine/unfinished-files.ts';
import { linkOnTheWay, placesIn } from './entry-place.ts';
import { onDisk } from './journal-files.ts';
import type { JournalPlace } from './journal-place.ts';

/** The journal as a folder of Markdown files. */
export function journalFolder(
  { folder, check, written }: JournalPlace,
  disk: Disk,
  codec: EntryCodec,
): Journal & ManyEntries & EntryFiles {
  const placeOf = placesIn({ folder, check }, codec);
  /** The bytes of a file, where those of its entry are as expected. */
  const fileHolding = async (file: string, expected: Uint8Array): Promise<Uint8Array | undefined> => {
    const sealed = bytesOf(placeOf(file), file);
    return sealed && sameBytes(await codec.open(sealed, file), expected) ? sealed : undefined;
  };
  /** What was killed while it wrote an entry has left the text of it, beside it or where it stood before it went to the trash. */
  const sweepAround = (file: string): void => {
    for (const one of file.startsWith(`${TRASH}/`) ? [file, homePath(file)] : [file]) {
      const names = codec.places(one).map((place) => path.basename(place));
      sweep(path.join(folder, path.dirname(one)), leftByExport(new Set(names)));
    }
  };
  return {
    folder,
    pathOf: codec.pathOf,
    has: (file) => [file, codec.pathOf(file)].some((one) => isThere(onDisk(folder, one, codec))),
    leadsTo(file) {
      const place = onDisk(folder, file, codec);
      return isLink(place) ? realPlace(place) : undefined;
    },
    locate: (named) => locate(folder, named, codec),
    async bytes(file) {
      const sealed = bytesOf(onDisk(folder, file, codec), file);
      return sealed && codec.open(sealed, file);
    },
    async remove(file, expected) {
      if (expected === undefined) {
        const isGone = disk.remove(placeOf(file));
        sweepAround(file);
        return isGone;
      }
      const sealed = await fileHolding(file, expected);
      return sealed !== undefined && disk.remove(placeOf(file), sealed);
    },
    async add(entry) {
      const file = codec.pathOf(entryPath(entry));
      const sealed = await codec.seal(Buffer.from(printEntry(entry)));
      disk.create(placeOf(file), sealed);
      written();
      return file;
    },
    async addAll(entries) {
      const files = await Promise.all(
        entries.map(async ({ path: file, bytes }) => {
          const content = await codec.seal(bytes);
          return { path: codec.placeFor(codec.pathOf(file), content), content };
        }),
      );
      // One of each folder: none of the folders may be a link.
      for (const one of new Map(entries.map((file) => [path.dirname(file.path), file.path])).values())
        placeOf(one);
      const added = await disk.createAll(folder, files);
      written();
      return added;
    },
  };
}

function locate(folder: string, named: string, codec: EntryCodec): string | undefined {
  const below = path.isAbsolute(named) ? path.relative(folder, named) : path.normalize(named);
  const parts = below.split(path.sep);
  if (!below.endsWith('.md') || parts.some((part) => part === '' || part.startsWith('.'))) return undefined;
  const found = seen(onDisk(folder, below, codec));
  if (!found?.isFile() && !found?.isSymbolicLink()) return undefined;
  const file = parts.join('/');
  return linkOnTheWay(folder, file) === undefined ? file : undefined;
}

/** Undefined where a link leads nowhere. */
function realPlace(link: string): string | undefined {
  try {
    return realpathSync(link);
  } catch {
    return undefined;
  }
}

/** @param file - What it is called in what is said about it. */
function bytesOf(place: string, file: string): Uint8Array | undefined {
  try {
    return readRegular(place);
  } catch (error) {
    if (codeOf(error) === '') throw error;
    throw unreadableFile(file, codeOf(error));
  }
}
