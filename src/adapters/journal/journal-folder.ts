// The journal as a folder of files: entries added, exchanged, moved and removed.
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { EntryFiles, Journal, ManyEntries } from '../../app/ports/journal.ts';
import { type Entry, entryPath } from '../../domain/entry/entry.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { printEntry } from '../../formats/entry/entry-markdown.ts';
import { journalIsFile, journalIsGone, unreadableFile } from '../../pages/journal/journal-refusals.ts';
import { onDisk } from './journal-files.ts';

/**
 * The journal as a folder of Markdown files.
 *
 * @param configured - The folder was named by the person: then it is never made anew when it is gone.
 */
export function journalFolder(
  folder: string,
  disk: Disk,
  codec: EntryCodec,
  { configured }: { readonly configured: boolean },
): Journal & ManyEntries & EntryFiles {
  const placeOf = (file: string): string => {
    checkFolder(folder, configured);
    return path.join(folder, onDisk(file, codec));
  };
  /** The bytes of a file, where those of its entry are as expected. */
  const fileHolding = async (file: string, expected: Uint8Array): Promise<Uint8Array | undefined> => {
    const sealed = bytesOf(placeOf(file), file);
    return sealed && sameBytes(await codec.open(sealed), expected) ? sealed : undefined;
  };
  return {
    folder,
    has: (file) => existsSync(path.join(folder, onDisk(file, codec))),
    locate: (named) => locate(folder, named, codec),
    async bytes(file) {
      const sealed = bytesOf(path.join(folder, onDisk(file, codec)), file);
      return sealed && codec.open(sealed);
    },
    async exchange(file, expected, bytes) {
      const sealed = await fileHolding(file, expected);
      return sealed !== undefined && disk.exchange(placeOf(file), sealed, await codec.seal(bytes));
    },
    move: (from, to) => disk.move(placeOf(from), placeOf(to)),
    async remove(file, expected) {
      if (expected === undefined) return disk.remove(placeOf(file));
      const sealed = await fileHolding(file, expected);
      return sealed !== undefined && disk.remove(placeOf(file), sealed);
    },
    async create(file, bytes) {
      const sealed = await codec.seal(bytes);
      const place = placeOf(file);
      try {
        disk.create(place, sealed);
        return true;
      } catch (error) {
        if (existsSync(place)) return false;
        throw error;
      }
    },
    async add(entry) {
      const file = entryPath(entry);
      const sealed = await sealedEntry(entry, codec);
      disk.create(placeOf(file), sealed);
      return file;
    },
    async addAll(entries) {
      checkFolder(folder, configured);
      const files = await Promise.all(
        entries.map(async (entry) => {
          const { dir, base: name } = path.posix.parse(onDisk(entryPath(entry), codec));
          return { dir, name, content: await sealedEntry(entry, codec) };
        }),
      );
      let added = 0;
      for (const below of new Set(files.map(({ dir }) => dir))) {
        const those = files.filter(({ dir }) => dir === below);
        added += disk.createAll(path.join(folder, below), those);
      }
      return added;
    },
  };
}

function sealedEntry(entry: Entry, { seal }: EntryCodec): Promise<Uint8Array> {
  return seal(Buffer.from(printEntry(entry)));
}

function locate(folder: string, named: string, codec: EntryCodec): string | undefined {
  const below = path.isAbsolute(named) ? path.relative(folder, named) : path.normalize(named);
  const parts = below.split(path.sep);
  if (!below.endsWith('.md') || parts.some((part) => part === '' || part.startsWith('.'))) return undefined;
  const found = lstatSync(path.join(folder, onDisk(below, codec)), { throwIfNoEntry: false });
  if (!found?.isFile() && !found?.isSymbolicLink()) return undefined;
  const above = path.dirname(below);
  const isOwn = realpathSync(path.join(folder, above)) === path.join(realpathSync(folder), above);
  return isOwn ? parts.join('/') : undefined;
}

/** @param file - What it is called in what is said about it. */
function bytesOf(place: string, file: string): Uint8Array | undefined {
  try {
    return readFileSync(place);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'ENOENT') return undefined;
    throw unreadableFile(file, String(error.code));
  }
}

/**
 * Refuses a journal folder that was named and is gone, or that is no folder.
 *
 * @returns Whether it is there. The platform's own folder may be missing until the first entry.
 * @throws CoachError saying which of these it is.
 */
export function checkFolder(folder: string, configured: boolean): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return true;
  if (found) throw journalIsFile(folder);
  if (configured) throw journalIsGone(folder);
  return false;
}
