// The files in a zip, unpacked piece by piece.
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { damagedZip, encryptedInZip, harmfulInZip, oddlyPacked, tooMuchInZip } from '../zip-refusals.ts';
import { LARGEST_TEXT, MEGABYTE } from './text-bytes.ts';
import type { ZipBytes, ZipMember } from './zip-directory.ts';

const LOCAL_HEADER = 30;
/** At its steepest this unpacks to 32 MB. */
const CHUNK = 2 ** 15;
const STORED = 0;
const DEFLATED = 8;

/**
 * The bytes of a file in a zip, piece by piece. They are checked at the end: the size, and the checksum.
 *
 * @param named - What the zip is called in what is said.
 * @throws CoachError where it cannot be unpacked, or is not what was packed.
 */
export function* unpacked(bytes: ZipBytes, member: ZipMember, named: string): Generator<Buffer> {
  const { name, method, crc, size } = member;
  if (member.isEncrypted) throw encryptedInZip(name);
  if (method !== STORED && method !== DEFLATED) throw oddlyPacked(name);
  let held = 0;
  let check = 0;
  const pieces = packedPieces(bytes, member, named);
  for (const piece of method === STORED ? pieces : inflated(pieces, name, named)) {
    held += piece.length;
    // What unpacks to more than it says is not unpacked farther.
    if (held > size) throw damagedZip(named, { name });
    check = crc32(piece, check);
    yield piece;
  }
  if (held !== size || check !== crc) throw damagedZip(named, { name });
}

function* packedPieces(
  bytes: ZipBytes,
  { name, packed, place }: ZipMember,
  named: string,
): Generator<Buffer> {
  const header = bytes.at(place, LOCAL_HEADER);
  if (header.length < LOCAL_HEADER || header.readUInt32LE(0) !== 0x04034b50)
    throw damagedZip(named, { name });
  const begins = place + LOCAL_HEADER + header.readUInt16LE(26) + header.readUInt16LE(28);
  const ends = begins + packed;
  if (ends > bytes.size) throw damagedZip(named, { name });
  for (let at = begins; at < ends; at += CHUNK) yield bytes.at(at, Math.min(CHUNK, ends - at));
}

function* inflated(pieces: Iterable<Buffer>, name: string, named: string): Generator<Buffer> {
  let out: Buffer[] = [];
  const inflate = new Inflate((piece) => {
    out.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
  });
  for (const piece of pieces) {
    try {
      inflate.push(piece);
    } catch (cause) {
      throw damagedZip(named, { name, cause });
    }
    yield* out;
    out = [];
  }
}

/** Text shrinks to a tenth when it is packed; what is made to fill the memory shrinks to a thousandth. */
const STEEPEST = 200;
/** Something that is small may well be the same over and over. */
const STEEP_FROM = 64 * MEGABYTE;

/**
 * Refuses a file in a zip that is made to fill the memory.
 *
 * @throws CoachError where it is.
 */
export function refuseSteep({ name, packed, size }: ZipMember): void {
  if (size > STEEP_FROM && size > packed * STEEPEST) throw harmfulInZip(name);
}

/**
 * Refuses a file in a zip that is too large to be held as one text.
 *
 * @param before - The sizes of those that were unpacked before.
 * @throws CoachError where it is.
 */
export function refuseLarge({ name, size }: ZipMember, before: number): void {
  if (before + size > LARGEST_TEXT) throw tooMuchInZip(name);
}
