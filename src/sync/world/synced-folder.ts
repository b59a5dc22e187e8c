// The folder of the journal as it is synced: its files as they lie on the disk.
import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Disk } from '../../app/ports/disk.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { RawFile } from '../../app/ports/history.ts';
import { pathIn } from '../../domain/entry/entry.ts';
import { stampOf } from '../../adapters/journal/listed-folders.ts';
import { printOffered } from '../../formats/sealing/offered-key.ts';
import { KEY_FOLDER } from '../../adapters/sealing/key-folder.ts';
import { isThere, readRegular } from '../../adapters/machine/regular-file.ts';
import { spareMemory } from '../../adapters/machine/spare-memory.ts';
import { codeOf } from '../../adapters/machine/system-errors.ts';
import { cannotRead } from '../../pages/machine/file-refusals.ts';
import type { Oid } from '../merge-plan.ts';
import type { FolderFiles, SyncedFolder } from '../sync-ports.ts';
import { isKeyFile, isSealed, isSynced, LARGEST } from '../synced-path.ts';
import { type FolderMarks, isAsMarked, keepMarks, type FileMark, markOf, readMarks } from './folder-marks.ts';

/** The world of such a folder. */
export interface FolderWorld {
  readonly folder: string;
  /** The file in which marks of its files are kept. */
  readonly marks: string;
  readonly codec: EntryCodec;
  readonly disk: Pick<Disk, 'create' | 'remove' | 'replace'>;
  /** Where the key of the other side is laid ready. */
  readonly offered: string;
  readonly raw: (bytes: Uint8Array) => RawFile;
}

export function syncedFolder({ folder, marks, codec, disk, offered, raw }: FolderWorld): SyncedFolder {
  const read = (file: string): Uint8Array | undefined => readRegular(path.join(folder, file));
  let known: FolderMarks | undefined;
  return {
    files() {
      const before = (known ??= readMarks(marks));
      const { marked, ...files } = filesOf(folder, before);
      known = marked;
      if (marked.size !== before.size || [...marked].some(([file, mark]) => mark !== before.get(file)))
        keepMarks(marks, marked);
      return files;
    },
    read(file) {
      const bytes = read(file);
      return bytes && { ...raw(bytes), oid: oidOf(bytes) };
    },
    addKey: (file, bytes) => disk.create(path.join(folder, file), bytes),
    offerKey(key) {
      if (key) {
        const [sealed, recipients = ''] = [textOf(key.sealed), key.recipients && textOf(key.recipients)];
        disk.replace(offered, printOffered({ journal: folder, sealed, recipients }));
      } else if (isThere(offered)) disk.remove(offered);
    },
    remove(file, oid) {
      const bytes = read(file);
      return bytes !== undefined && oidOf(bytes) === oid && disk.remove(path.join(folder, file), bytes);
    },
    isKnown: (file) => codec.nameOf(path.posix.basename(file)) !== undefined,
    raw,
  };
}

/** Whether any entry is in a folder, its trash included. @throws CoachError where it cannot be read. */
export function holdsEntries(folder: string): boolean {
  for (const { file } of itemsBelow(folder, '')) if (isEntryName(file)) return true;
  return false;
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

/** To spare memory takes time, which matters more for fewer files. */
const MANY = 3000;

/** The files as they are now. Those that are as they were marked are not read. */
function filesOf(folder: string, before: FolderMarks): FolderFiles & { readonly marked: FolderMarks } {
  const entries = new Map<string, Oid>();
  const keys = new Map<string, Oid>();
  const unfit: string[] = [];
  const marked = new Map<string, FileMark>();
  const put = (file: string, files: Map<string, Oid>): void => {
    if (entries.size === MANY) spareMemory();
    const place = `${folder}/${file}`;
    const takenAt = Date.now();
    const stamp = stampOf(place);
    const mark = before.get(file);
    if (mark && stamp && isAsMarked(mark, stamp)) {
      marked.set(file, mark);
      files.set(file, mark[1]);
      return;
    }
    try {
      const bytes = readRegular(place);
      if (bytes && bytes.length <= LARGEST) {
        const oid = oidOf(bytes);
        files.set(file, oid);
        const fresh = stamp && markOf(file, oid, stamp, takenAt);
        if (fresh) marked.set(file, fresh);
      } else if (bytes) unfit.push(file);
    } catch (error) {
      if (codeOf(error) === '') throw error;
      unfit.push(file);
    }
  };
  for (const { file, isFile } of itemsBelow(folder, '')) {
    if (isFile && isSynced(file)) put(file, entries);
    // A link, or a name that not each system can hold.
    else if (!isFile || isEntryName(file)) unfit.push(file);
  }
  for (const name of namesOf(path.join(folder, KEY_FOLDER))) {
    const file = pathIn(KEY_FOLDER, name);
    if (isKeyFile(file)) put(file, keys);
  }
  return { entries, keys, unfit, marked };
}

function isEntryName(file: string): boolean {
  return file.endsWith('.md') || isSealed(file);
}

interface Item {
  readonly file: string;
  /** Otherwise a link, or something odd. */
  readonly isFile: boolean;
}

/** All that is not hidden. @throws CoachError where a folder cannot be read: what is in it would seem to be gone. */
function* itemsBelow(root: string, below: string): Generator<Item> {
  for (const item of itemsOf(path.join(root, below))) {
    if (item.name.startsWith('.')) continue;
    const file = pathIn(below, item.name);
    if (item.isDirectory()) yield* itemsBelow(root, file);
    else yield { file, isFile: item.isFile() };
  }
}

function itemsOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) === 'ENOENT' && !isThere(folder)) return [];
    throw cannotRead(folder, codeOf(error), error);
  }
}

function namesOf(folder: string): readonly string[] {
  return itemsOf(folder).map(({ name }) => name);
}

/** As git names a text. */
function oidOf(bytes: Uint8Array): Oid {
  return hash('sha1', Buffer.concat([Buffer.from(`blob ${bytes.length}\0`), bytes]), 'hex');
}
