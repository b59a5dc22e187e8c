// A zip to import from, of which only the parts are read that are asked for.
import type { ImportSource } from '../source.ts';
import { twiceInZip } from '../zip-refusals.ts';
import { decode, decodeMarked, isWide, linesOf, MEGABYTE } from './text-bytes.ts';
import { refuseLarge, refuseSteep, unpacked } from './zip.ts';
import {
  directoryOf,
  ENDS,
  FIRST_PART,
  memberAt,
  ZIP_END,
  type ZipBytes,
  type ZipDirectory,
  type ZipMember,
} from './zip-directory.ts';

/**
 * Whether bytes begin as a zip does, or the first of the parts of one.
 *
 * @param bytes - The first four, or more.
 */
export function isZip(bytes: Buffer): boolean {
  return ['PK\u0003\u0004', FIRST_PART].includes(bytes.subarray(0, 4).toString('latin1'));
}

/**
 * Whether bytes end as a zip does, as the last of the parts of one, which begins in the middle of a file.
 *
 * @param bytes - The last `ZIP_END`.
 */
export function endsAsZip(bytes: Buffer): boolean {
  return bytes.length === ZIP_END && bytes.toString('latin1').startsWith(ENDS);
}

/**
 * A zip as a folder of the files in it. It may be of any size: its directory is read, and those files that are asked for, in
 * memory. The texts of them all together have a limit.
 *
 * @param named - What it is called in what is said.
 */
export function zipSource(bytes: ZipBytes, named: string): ImportSource {
  let opened: ZipDirectory | undefined;
  const directory = (): ZipDirectory => (opened ??= directoryOf(bytes, named));
  const member = (name: string): ZipMember => {
    if (directory().twice.has(name)) throw twiceInZip(name);
    return memberAt(bytes, directory().files.get(name) ?? bytes.size, named);
  };
  const sizes = new Map<string, number>();
  let total = 0;
  const whole = (name: string): Buffer => {
    const found = member(name);
    refuseSteep(found);
    if (!sizes.has(name)) {
      refuseLarge(found, total);
      total += found.size;
      sizes.set(name, found.size);
    }
    const text = Buffer.alloc(found.size);
    let held = 0;
    for (const piece of unpacked(bytes, found, named)) held += piece.copy(text, held);
    return text;
  };
  const begun = (name: string): Buffer => beginning(unpacked(bytes, member(name), named));
  const inUtf8 = (name: string): Buffer => Buffer.from(decode(whole(name), name));
  return {
    shape: 'zip',
    names: () => [...directory().files.keys()].toSorted(),
    links: () => directory().links,
    leadingOut: () => directory().leadingOut,
    head: (name) => {
      const head = begun(name);
      return isWide(head) ? inUtf8(name).subarray(0, MEGABYTE) : head;
    },
    text: (name) => decode(whole(name), name),
    markedText: (name) => decodeMarked(whole(name), name),
    lines: (name) => {
      if (isWide(begun(name))) return linesOf([inUtf8(name)], name);
      const found = member(name);
      refuseSteep(found);
      return linesOf(unpacked(bytes, found, named), name);
    },
  };
}

function beginning(pieces: Iterable<Buffer>): Buffer {
  const held: Buffer[] = [];
  let length = 0;
  for (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length >= MEGABYTE) break;
  }
  return Buffer.concat(held).subarray(0, MEGABYTE);
}
