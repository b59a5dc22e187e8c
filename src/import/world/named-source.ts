// A file, a folder or a zip of this machine, or bytes that were piped in, to import from.
import { isUtf8 } from 'node:buffer';
import path from 'node:path';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync, type PathLike } from 'node:fs';
import { headOf, whileOpen } from '../../adapters/machine/opened-file.ts';
import type { Passing } from '../../app/index/segment-store.ts';
import { spareMemory } from '../../adapters/machine/spare-memory.ts';
import type { ImportSource, SourceLine } from '../source.ts';
import { oddSource, tooLargeText, unreadableSource } from '../source-refusals.ts';
import { calledBy, decode, decodeMarked, isWide, LARGEST_TEXT, linesOf, MEGABYTE } from './text-bytes.ts';
import { ZIP_END } from './zip-directory.ts';
import { endsAsZip, isZip, zipSource } from './zip-source.ts';

const CHUNK = 2 ** 16;

/**
 * A file, a folder or a zip from which entries are imported. Nothing is written; the files in a zip are unpacked in memory.
 *
 * @param into - What the journal is made of.
 * @throws CoachError where it is not there or cannot be read.
 */
export function importSource(named: string, into: Passing = 'files'): ImportSource {
  spareMemory(into);
  const found = inWords(named, () => statSync(named));
  if (found.isDirectory()) return folderSource(named);
  if (!found.isFile()) throw oddSource(named);
  const head = inWords(named, () => headOf(named, 4));
  const at = (place: number, length: number): Buffer => bytesAt(named, place, length);
  const isLastPart = found.size > ZIP_END && endsAsZip(at(found.size - ZIP_END, ZIP_END));
  return isZip(head) || isLastPart ? zipSource({ size: found.size, at }, named) : fileSource(named);
}

/**
 * Bytes that were piped in. They are held in memory, so that nothing of them is on the disk.
 *
 * @param named - What they are called in what is said.
 */
export function pipedSource(piped: Buffer, named: string): ImportSource {
  if (isZip(piped)) {
    const at = (place: number, length: number): Buffer => piped.subarray(place, place + length);
    return zipSource({ size: piped.length, at }, named);
  }
  const bytes = isWide(piped) ? Buffer.from(decode(piped, named)) : piped;
  return {
    shape: 'file',
    names: () => [named],
    head: () => bytes.subarray(0, MEGABYTE),
    text: () => decode(bytes, named),
    markedText: () => decodeMarked(bytes, named),
    lines: () => linesOf([bytes], named),
  };
}

/** The beginning of a file, in UTF-8. */
function headIn(file: PathLike, name: string): Buffer {
  const head = inWords(name, () => headOf(file, MEGABYTE));
  return isWide(head) ? Buffer.from(textOf(file, name)).subarray(0, MEGABYTE) : head;
}

function linesIn(file: PathLike, name: string): Generator<SourceLine> {
  const isDecoded = isWide(inWords(name, () => headOf(file, 2)));
  return linesOf(isDecoded ? [Buffer.from(textOf(file, name))] : chunksOf(file, name), name);
}

function fileSource(file: string): ImportSource {
  const name = path.basename(file);
  return {
    shape: 'file',
    names: () => [name],
    head: () => headIn(file, name),
    text: () => textOf(file, name),
    markedText: () => markedTextOf(file, name),
    lines: () => linesIn(file, name),
  };
}

function folderSource(folder: string): ImportSource {
  let items: FolderItems | undefined;
  const itemsOf = (): FolderItems => (items ??= inWords(folder, () => itemsIn(folder)));
  const placeOf = (name: string): PathLike => itemsOf().places.get(name) ?? path.join(folder, name);
  return {
    shape: 'folder',
    names: () => itemsOf().files,
    links: () => itemsOf().links,
    head: (name) => headIn(placeOf(name), name),
    text: (name) => textOf(placeOf(name), name),
    markedText: (name) => markedTextOf(placeOf(name), name),
    lines: (name) => linesIn(placeOf(name), name),
  };
}

interface FolderItems {
  readonly files: readonly string[];
  readonly links: number;
  /** Of files whose names are bytes that are no text. */
  readonly places: ReadonlyMap<string, Buffer>;
}

/** Hidden files and folders are left out, and links are not followed. */
function itemsIn(top: string): FolderItems {
  const files: string[] = [];
  const places = new Map<string, Buffer>();
  let links = 0;
  const look = (folder: Buffer, below: string): void => {
    const found = readdirSync(folder, { withFileTypes: true, encoding: 'latin1' })
      .filter(({ name }) => !name.startsWith('.'))
      .map((item) => ({ item, bytes: Buffer.from(item.name, 'latin1') }))
      .map(({ item, bytes }) => ({ item, bytes, called: calledBy(bytes) }))
      .sort((one, other) => (one.called < other.called ? -1 : 1));
    for (const { item, bytes, called } of found) {
      const name = below === '' ? called : `${below}/${called}`;
      const place = Buffer.concat([folder, Buffer.from(path.sep), bytes]);
      if (item.isDirectory()) look(place, name);
      else if (item.isSymbolicLink()) links += 1;
      else if (item.isFile()) {
        files.push(name);
        if (!isUtf8(place)) places.set(name, place);
      }
    }
  };
  look(Buffer.from(top), '');
  return { files, links, places };
}

/** Some bytes in the middle of a file, or fewer where it ends. */
function bytesAt(file: string, place: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  const read = (handle: number): number => {
    let held = 0;
    while (held < length) {
      const more = readSync(handle, bytes, held, length - held, place + held);
      if (more === 0) break;
      held += more;
    }
    return held;
  };
  return bytes.subarray(
    0,
    inWords(file, () => whileOpen(file, 'r', read)),
  );
}

/** Each chunk takes the place of the one before. */
function* chunksOf(file: PathLike, name: string): Generator<Buffer> {
  const handle = inWords(name, () => openSync(file, 'r'));
  try {
    const chunk = Buffer.alloc(CHUNK);
    for (;;) {
      const length = inWords(name, () => readSync(handle, chunk));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

function textOf(file: PathLike, name: string): string {
  return decode(bytesIn(file, name), name);
}

function markedTextOf(file: PathLike, name: string): string {
  return decodeMarked(bytesIn(file, name), name);
}

function bytesIn(file: PathLike, name: string): Buffer {
  const { size } = inWords(name, () => statSync(file));
  if (size > LARGEST_TEXT) throw tooLargeText(name);
  return inWords(name, () => readFileSync(file));
}

/**
 * Does something with a file, and says in words why it cannot be read.
 *
 * @param named - What the file is called in what is said.
 * @throws CoachError where the system refuses.
 */
function inWords<Value>(named: string, act: () => Value): Value {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw unreadableSource(named, String(error.code), error);
  }
}
