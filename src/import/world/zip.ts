// The JSON files in a zip, unpacked in memory.
import { crc32 } from 'node:zlib';
import { unzipSync, type UnzipFileInfo } from 'fflate';
import { CoachError } from '../../domain/text/errors.ts';
import { damagedZip, encryptedZip, harmfulZip, oddlyPacked, twiceInZip } from '../source-refusals.ts';

const MEGABYTE = 2 ** 20;
const LARGEST_TEXT = 400 * MEGABYTE;
/** Text shrinks to a tenth when it is packed; a zip made to fill the memory shrinks to a thousandth. */
const STEEPEST = 200;
const MOST_JOURNALS = 100;

/** The ways of packing that are opened: not at all, and deflate. */
const OPENED: readonly number[] = [0, 8];

/**
 * The JSON files in a zip, by their names in it, unpacked in memory.
 *
 * @param packed - All of the zip, pictures and all.
 * @param named - What it is called in what is said.
 * @throws CoachError for a zip that is damaged, encrypted or packed in a way that is not known here, that holds two files of one
 * name, or that is made to fill the memory.
 */
export function jsonIn(packed: Uint8Array, named: string): ReadonlyMap<string, Uint8Array> {
  try {
    return unpacked(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength), named);
  } catch (cause) {
    if (cause instanceof CoachError) throw cause;
    throw damagedZip(named, { cause });
  }
}

function unpacked(packed: Buffer, file: string): ReadonlyMap<string, Uint8Array> {
  const directory = directoryOf(packed);
  const taken = new Map<string, ZipFile>();
  let place = 0;
  let total = 0;
  const filter = (info: UnzipFileInfo): boolean => {
    const { name, originalSize } = info;
    const entry = directory[place++];
    if (!/\.json$/i.test(name) || /(?:^|\/)(?:__MACOSX|\.)/.test(name)) return false;
    if (!entry) throw new RangeError(`${name} is not in the directory`);
    refuseUnreadable(info, entry, file);
    if (taken.has(name)) throw twiceInZip(file, name);
    taken.set(name, entry);
    total += originalSize;
    if (taken.size > MOST_JOURNALS || total > LARGEST_TEXT || isSteep(info)) throw harmfulZip(file);
    return true;
  };
  const texts = new Map(Object.entries(unzipSync(packed, { filter })));
  for (const [name, { crc }] of taken) {
    if (crc32(texts.get(name) ?? '') !== crc) throw damagedZip(file, { name });
  }
  return texts;
}

function refuseUnreadable(
  { name, compression }: UnzipFileInfo,
  { isEncrypted }: ZipFile,
  file: string,
): void {
  if (isEncrypted) throw encryptedZip(file, name);
  if (!OPENED.includes(compression)) throw oddlyPacked(file, name);
}

function isSteep({ size, originalSize }: UnzipFileInfo): boolean {
  return originalSize > MEGABYTE && originalSize > size * STEEPEST;
}

/** One file in the directory of a zip, as far as fflate does not tell of it. */
interface ZipFile {
  readonly isEncrypted: boolean;
  readonly crc: number;
}

/**
 * The directory at the end of a zip, in its order, which is also that in which fflate asks for the files.
 *
 * @throws RangeError where it leads out of the zip.
 */
function directoryOf(zip: Buffer): readonly ZipFile[] {
  const files: ZipFile[] = [];
  let { at, count } = beginning(zip);
  for (; count > 0 && zip.readUInt32LE(at) === 0x02014b50; count -= 1) {
    files.push({ isEncrypted: (zip.readUInt16LE(at + 8) & 1) === 1, crc: zip.readUInt32LE(at + 16) });
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

function beginning(zip: Buffer): { readonly at: number; readonly count: number } {
  const end = zip.lastIndexOf('PK\u0005\u0006', -22, 'latin1');
  const at = zip.readUInt32LE(end + 16);
  const count = zip.readUInt16LE(end + 10);
  const isLarge = end >= 20 && zip.readUInt32LE(end - 20) === 0x07064b50;
  if (!isLarge) return { at, count };
  const large = Number(zip.readBigUInt64LE(end - 12));
  return { at: Number(zip.readBigUInt64LE(large + 48)), count: Number(zip.readBigUInt64LE(large + 32)) };
}
