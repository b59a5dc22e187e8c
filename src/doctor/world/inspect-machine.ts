// The files and processes of this machine, looked at without changing anything.
import fs from 'node:fs';
import { decodedText, likelyEncoding, shownText } from '../../domain/text/bytes.ts';
import { readRegular } from '../../adapters/machine/regular-file.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import type { SystemAnswer, Inspection, FileKind, FileText, FileLook } from '../inspection.ts';
import { holderOf, lives, thisProcess } from '../../adapters/machine/processes.ts';

/** The file system and the processes of this machine, as far as doctor asks about them. */
export type MachineInspection = Omit<
  Inspection,
  'at' | 'banks' | 'environment' | 'versions' | 'index' | 'full' | 'lostReminders' | 'refusal'
>;

/** Looks at this machine, and through a codec at entries. Nothing is opened but to be read. */
export function inspectMachine({ nameOf, open }: EntryCodec): MachineInspection {
  const me = process.getuid?.();
  const self = thisProcess();
  return {
    hasModes: me !== undefined,
    look: (place) => answered(() => seenOf(fs.lstatSync(place), me)),
    follow: (place) => answered(() => seenOf(fs.statSync(place), me)),
    list: (folder) => answered(() => fs.readdirSync(folder).sort()),
    read(file) {
      const bytes = bytesOf(file);
      return 'refused' in bytes ? bytes : { value: textOf(bytes.value) };
    },
    async open(file) {
      const sealed = bytesOf(file);
      return 'refused' in sealed ? sealed : { value: textOf(await open(sealed.value, file)) };
    },
    nameOf,
    mayWrite: (folder) => 'value' in answered(() => fs.accessSync(folder, fs.constants.W_OK)),
    freeBytes(place) {
      const found = answered(() => fs.statfsSync(place));
      return 'value' in found ? found.value.bavail * found.value.bsize : undefined;
    },
    lives,
    holder: (holder) => holderOf(holder, self),
  };
}

function bytesOf(file: string): SystemAnswer<Uint8Array> {
  const read = answered(() => readRegular(file));
  if ('refused' in read) return read;
  return read.value ? { value: read.value } : { refused: 'ENOENT' };
}

function textOf(bytes: Uint8Array): FileText {
  const text = decodedText(bytes);
  return text === undefined
    ? { text: shownText(bytes), unread: { encoding: likelyEncoding(bytes) } }
    : { text };
}

function seenOf(stats: fs.Stats, me: number | undefined): FileLook {
  const { size, mtimeMs, ctimeMs, ino, mode, uid, dev } = stats;
  return {
    size,
    mtimeMs,
    ctimeMs,
    ino,
    kind: kindOf(stats),
    mode: mode & 0o777,
    isMine: me === undefined || uid === me,
    device: dev,
    takenAt: Date.now(),
  };
}

function kindOf(stats: fs.Stats): FileKind {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'folder';
  return stats.isSymbolicLink() ? 'link' : 'other';
}

/** A refusal of the system has a code; anything else is a bug, and stays one. */
function answered<Value>(ask: () => Value): SystemAnswer<Value> {
  try {
    return { value: ask() };
  } catch (error) {
    if (error instanceof Error && 'code' in error) return { refused: String(error.code) };
    throw error;
  }
}
