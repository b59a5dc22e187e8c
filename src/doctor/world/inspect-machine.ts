// The files and processes of this machine, looked at without changing anything.
import fs from 'node:fs';
import { decodedText, likelyEncoding, shownText } from '../../domain/text/bytes.ts';
import { readRegular } from '../../adapters/machine/regular-file.ts';
import type { EntryCodec } from '../../app/ports/entry-codec.ts';
import { CoachError, FileMistakes } from '../../domain/text/errors.ts';
import type { ClosedFile, SystemAnswer, Inspection, FileKind, FileText, FileLook } from '../inspection.ts';
import { openSwaps } from './open-swaps.ts';
import { holderOf, lives, thisProcess } from '../../adapters/machine/processes.ts';

/** The file system and the processes of this machine, as far as doctor asks about them. */
export type MachineInspection = Omit<
  Inspection,
  | 'at'
  | 'banks'
  | 'environment'
  | 'versions'
  | 'index'
  | 'full'
  | 'lostReminders'
  | 'outOfStep'
  | 'refusal'
  | 'sealed'
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
      if ('refused' in sealed) return sealed;
      const opened = await openOrClosed(() => open(sealed.value, file));
      return 'closed' in opened ? opened : { value: textOf(opened.value) };
    },
    nameOf,
    mayWrite: (folder) => 'value' in answered(() => fs.accessSync(folder, fs.constants.W_OK)),
    freeBytes(place) {
      const found = answered(() => fs.statfsSync(place));
      return 'value' in found ? found.value.bavail * found.value.bsize : undefined;
    },
    openSwaps,
    lives,
    holder: (holder) => holderOf(holder, self),
  };
}

async function openOrClosed<Value>(
  open: () => Promise<Value>,
): Promise<{ readonly value: Value } | ClosedFile> {
  try {
    return { value: await open() };
  } catch (error) {
    if (error instanceof FileMistakes)
      return { closed: 'for-good', reason: error.mistakes.map(({ message }) => message).join(' ') };
    if (error instanceof CoachError) return { closed: 'locked' };
    throw error;
  }
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
