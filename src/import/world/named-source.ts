// A file, a folder or a zip of this machine, or bytes that were piped in, to import from.
import path from 'node:path';
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync, type PathLike } from 'node:fs';
import { spareMemory } from '../../adapters/machine/spare-memory.ts';
import { headOf } from '../../adapters/machine/opened-file.ts';
import { decodedText, likelyEncoding } from '../../domain/text/bytes.ts';
import { notUtf8 } from '../../pages/machine/file-refusals.ts';
import type { ImportSource, SourceLine } from '../source.ts';
import { oddSource, tooLargeText, tooLongLine, unreadableSource, tooLargeZip } from '../source-refusals.ts';
import { jsonIn } from './zip.ts';

const MEGABYTE = 2 ** 20;
/** A text larger than this would not fit into one string of Node. */
const LARGEST_TEXT = 400 * MEGABYTE;
/** A zip is read as a whole. */
const LARGEST_ZIP = 1024 * MEGABYTE;
const CHUNK = 2 ** 16;

/**
 * A file, a folder or a zip from which entries are imported. Nothing is written; of a zip only the JSON files in it are read,
 * in memory.
 *
 * @throws CoachError where it is not there or cannot be read.
 */
export function importSource(named: string): ImportSource {
  spareMemory();
  const found = inWords(named, () => statSync(named));
  if (found.isDirectory()) return folderSource(named);
  if (!found.isFile()) throw oddSource(named);
  const head = inWords(named, () => headOf(named, 4));
  if (!isZip(head)) return fileSource(named);
  if (found.size > LARGEST_ZIP) throw tooLargeZip(named);
  return zipSource(() => inWords(named, () => readFileSync(named)), named);
}

/**
 * Bytes that were piped in. They are held in memory, so that nothing of them is on the disk.
 *
 * @param named - What they are called in what is said.
 */
export function pipedSource(piped: Buffer, named: string): ImportSource {
  if (isZip(piped)) return zipSource(() => piped, named);
  const bytes = isWide(piped) ? Buffer.from(decode(piped, named)) : piped;
  return {
    shape: 'file',
    names: () => [named],
    head: () => bytes.subarray(0, MEGABYTE),
    text: () => decode(bytes, named),
    lines: () => linesOf([bytes], named),
  };
}

function isZip(bytes: Buffer): boolean {
  return bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';
}

/** UTF-16 that says so, as some programs of Windows write it. */
function isWide(bytes: Uint8Array): boolean {
  return likelyEncoding(bytes) === 'utf-16';
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
    lines: () => linesIn(file, name),
  };
}

function folderSource(folder: string): ImportSource {
  let items: ReadonlyMap<string, FolderItem> | undefined;
  const itemsOf = (): ReadonlyMap<string, FolderItem> =>
    (items ??= inWords(folder, () => new Map(itemsBelow(Buffer.from(folder), ''))));
  const placeOf = (name: string): PathLike => itemsOf().get(name)?.place ?? path.join(folder, name);
  return {
    shape: 'folder',
    names: () => namesOf(itemsOf(), 'file'),
    links: () => namesOf(itemsOf(), 'link').length,
    head: (name) => headIn(placeOf(name), name),
    text: (name) => textOf(placeOf(name), name),
    lines: (name) => linesIn(placeOf(name), name),
  };
}

interface FolderItem {
  readonly place: PathLike;
  readonly is: 'file' | 'link';
}

function namesOf(items: ReadonlyMap<string, FolderItem>, kind: FolderItem['is']): readonly string[] {
  return Array.from(items).flatMap(([name, { is }]) => (is === kind ? [name] : []));
}

/** Hidden files and folders are left out, and links are not followed. A name may be bytes that are no text. */
function itemsBelow(folder: Buffer, below: string): readonly (readonly [string, FolderItem])[] {
  const found = readdirSync(folder, { withFileTypes: true, encoding: 'latin1' })
    .filter(({ name }) => !name.startsWith('.'))
    .map((item) => ({ item, bytes: Buffer.from(item.name, 'latin1') }))
    .map(({ item, bytes }) => ({ item, bytes, called: calledBy(bytes) }))
    .sort((one, other) => (one.called < other.called ? -1 : 1));
  return found.flatMap(({ item, bytes, called }): readonly (readonly [string, FolderItem])[] => {
    const name = below === '' ? called : `${below}/${called}`;
    const place = Buffer.concat([folder, Buffer.from(path.sep), bytes]);
    if (item.isDirectory()) return itemsBelow(place, name);
    if (item.isSymbolicLink()) return [[name, { place, is: 'link' }]];
    return item.isFile() ? [[name, { place, is: 'file' }]] : [];
  });
}

/** What a file is called: its name, or where that is no text, its bytes as an address has them. */
function calledBy(name: Buffer): string {
  if (isUtf8(name)) return name.toString();
  return Array.from(name, (byte) =>
    byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase()}`,
  ).join('');
}

function zipSource(packed: () => Uint8Array, named: string): ImportSource {
  let opened: ReadonlyMap<string, Uint8Array> | undefined;
  const open = (): ReadonlyMap<string, Uint8Array> => (opened ??= jsonIn(packed(), named));
  const bytes = (name: string): Uint8Array => open().get(name) ?? new Uint8Array();
  return {
    shape: 'zip',
    names: () => [...open().keys()].toSorted(),
    head: (name) => Buffer.from(bytes(name).subarray(0, MEGABYTE)),
    text: (name) => decode(bytes(name), name),
    lines: () => [],
  };
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
  const { size } = inWords(name, () => statSync(file));
  if (size > LARGEST_TEXT) throw tooLargeText(name);
  const bytes = inWords(name, () => readFileSync(file));
  return decode(bytes, name);
}

function decode(bytes: Uint8Array, name: string): string {
  const text = decodedText(bytes);
  if (text === undefined) throw notUtf8(name, likelyEncoding(bytes));
  return text.replace(/^\ufeff/, '');
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

const LARGEST_LINE = 64 * 2 ** 20;

/**
 * The lines of a text of any length, of which a few are held at once.
 *
 * @param chunks - Its bytes; each chunk is done with when the next one is asked for.
 */
function* linesOf(chunks: Iterable<Buffer>, name: string): Generator<SourceLine> {
  let parts: Buffer[] = [];
  let held = 0;
  let number = 0;
  for (const chunk of chunks) {
    const end = chunk.lastIndexOf(10);
    if (end >= 0) {
      const whole = chunk.subarray(0, end);
      for (const text of wholeLines(parts.length === 0 ? whole : Buffer.concat([...parts, whole])))
        yield { number: ++number, text };
      parts = [];
      held = 0;
    }
    const rest = Buffer.from(chunk.subarray(end + 1));
    held += rest.length;
    if (held > LARGEST_LINE) throw tooLongLine(name, number + 1);
    parts.push(rest);
  }
  if (held > 0) yield { number: ++number, text: utf8(Buffer.concat(parts)) };
}

/** Lines of which the last has no end. They are made text together, and one by one only where some are not UTF-8. */
function* wholeLines(bytes: Buffer): Generator<string | undefined> {
  const all = isUtf8(bytes) ? bytes.toString() : undefined;
  if (all !== undefined && !all.includes('\ufeff')) {
    yield* all.split('\n');
    return;
  }
  for (let from = 0; from <= bytes.length;) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    yield utf8(bytes.subarray(from, to));
    from = to + 1;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes, without a byte order mark; undefined where they are not UTF-8. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
