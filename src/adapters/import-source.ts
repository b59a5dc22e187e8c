import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import type { ImportSource } from '../app/read-source.ts';
import { CoachError } from '../domain/errors.ts';
import { inWords } from './import/in-words.ts';
import { linesOf } from './import/lines.ts';
import { jsonIn } from './import/zip.ts';

const MEGABYTE = 2 ** 20;
/** A text larger than this would not fit into one string of Node. */
const LARGEST_TEXT = 400 * MEGABYTE;

/**
 * A file, a folder or a zip from which entries are imported. Nothing is written; of a zip only the JSON files in it are read,
 * in memory.
 *
 * @throws CoachError where it is not there or cannot be read.
 */
export function importSource(named: string): ImportSource {
  const found = inWords(named, () => statSync(named));
  if (found.isDirectory()) return folderSource(named);
  if (!found.isFile()) throw new CoachError(`cannot read ${named}: it is neither a file nor a folder`);
  const head = inWords(named, () => headOf(named, 4));
  return head.toString('latin1').startsWith('PK\u0003\u0004')
    ? zipSource(named, found.size)
    : fileSource(named);
}

function fileSource(file: string): ImportSource {
  const name = path.basename(file);
  return {
    shape: 'file',
    names: () => [name],
    head: () => inWords(name, () => headOf(file, MEGABYTE)),
    text: () => textOf(file, name),
    lines: () => linesOf(file, name),
  };
}

function folderSource(folder: string): ImportSource {
  const placeOf = (name: string): string => path.join(folder, name);
  let items: readonly FolderItem[] | undefined;
  const itemsOf = (): readonly FolderItem[] => (items ??= inWords(folder, () => itemsBelow(folder, '')));
  return {
    shape: 'folder',
    names: () => namesOf(itemsOf(), 'file'),
    links: () => namesOf(itemsOf(), 'link').length,
    head: (name) => inWords(name, () => headOf(placeOf(name), MEGABYTE)),
    text: (name) => textOf(placeOf(name), name),
    lines: (name) => linesOf(placeOf(name), name),
  };
}

interface FolderItem {
  readonly name: string;
  readonly is: 'file' | 'link';
}

function namesOf(items: readonly FolderItem[], kind: FolderItem['is']): readonly string[] {
  return items.filter(({ is }) => is === kind).map(({ name }) => name);
}

/** Hidden files and folders are left out, and links are not followed. */
function itemsBelow(folder: string, below: string): readonly FolderItem[] {
  const found = readdirSync(path.join(folder, below), { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
  return found.flatMap((item): readonly FolderItem[] => {
    const name = below === '' ? item.name : `${below}/${item.name}`;
    if (item.isDirectory()) return itemsBelow(folder, name);
    if (item.isSymbolicLink()) return [{ name, is: 'link' }];
    return item.isFile() ? [{ name, is: 'file' }] : [];
  });
}

function zipSource(file: string, size: number): ImportSource {
  let opened: ReadonlyMap<string, Uint8Array> | undefined;
  const open = (): ReadonlyMap<string, Uint8Array> => (opened ??= jsonIn(file, size));
  const bytes = (name: string): Uint8Array => open().get(name) ?? new Uint8Array();
  return {
    shape: 'zip',
    names: () => [...open().keys()].toSorted(),
    head: (name) => Buffer.from(bytes(name).subarray(0, MEGABYTE)),
    text: (name) => decode(bytes(name), name),
    lines: () => [],
  };
}

function headOf(file: string, length: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(length);
    return head.subarray(0, readSync(handle, head, 0, length, 0));
  } finally {
    closeSync(handle);
  }
}

function textOf(file: string, name: string): string {
  const { size } = inWords(name, () => statSync(file));
  if (size > LARGEST_TEXT) {
    throw new CoachError(`${name} is larger than 400 MB, too large to be read as a whole`, {
      hint: 'Import it in parts, or as lines of JSON, which may be of any number.',
    });
  }
  return decode(
    inWords(name, () => readFileSync(file)),
    name,
  );
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new CoachError(`${name} is not UTF-8 text`, {
      hint: 'Turn it into UTF-8 first, for example: iconv -f latin1 -t utf-8',
    });
  }
}
