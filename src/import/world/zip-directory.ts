// The directory at the end of a zip: which files are in it, and where.
import { cutOffZip, damagedZip, splitZip } from '../zip-refusals.ts';
import { calledBy, MEGABYTE } from './text-bytes.ts';

/** The bytes of a zip, of which only those are read that are asked for. */
export interface ZipBytes {
  readonly size: number;
  /** As many bytes from there on, or fewer where it ends. */
  readonly at: (place: number, length: number) => Buffer;
}

/** The files in a zip. There may be a million, so of each no more is held than its name and where it is told of. */
export interface ZipDirectory {
  /** Where the directory tells of a file, by its name. */
  readonly files: ReadonlyMap<string, number>;
  /** Names that two files have. */
  readonly twice: ReadonlySet<string>;
  readonly links: number;
  /** How many have a path that leads out of the zip. */
  readonly leadingOut: number;
}

/** One file in a zip, as its directory tells of it. */
export interface ZipMember {
  readonly name: string;
  readonly is: 'file' | 'link' | 'hidden' | 'outside';
  readonly isEncrypted: boolean;
  /** How it is packed, as the format counts the ways. */
  readonly method: number;
  readonly crc: number;
  /** In bytes, as it is in the zip and as it unpacks. */
  readonly packed: number;
  readonly size: number;
  /** Where it begins. */
  readonly place: number;
}

/** How the end of a zip begins, and how long it is without its comment. */
export const ENDS = 'PK\u0005\u0006';
export const ZIP_END = 22;

/** How the first of the parts of a zip begins. */
export const FIRST_PART = 'PK\u0007\u0008';

/**
 * Reads the directory of a zip.
 *
 * @param named - What the zip is called in what is said.
 * @throws CoachError where the zip is cut off, damaged, or one part of several.
 */
export function directoryOf(bytes: ZipBytes, named: string): ZipDirectory {
  const { place, size, count } = endOf(bytes, named);
  const files = new Map<string, number>();
  const twice = new Set<string>();
  const counts = { links: 0, leadingOut: 0 };
  let listed = 0;
  let window: Buffer = Buffer.alloc(0);
  let begins = place;
  let at = place;
  const ends = place + size;
  while (at < ends) {
    if (at + LONGEST_RECORD > begins + window.length && begins + window.length < ends) {
      window = bytes.at(at, Math.min(MEGABYTE, ends - at));
      begins = at;
    }
    const record = window.subarray(at - begins);
    if (!isRecord(record)) break;
    const { name, is } = fileOf(record);
    if (is === 'link') counts.links += 1;
    else if (is === 'outside') counts.leadingOut += 1;
    else if (is === 'file' && files.has(name)) twice.add(name);
    else if (is === 'file') files.set(name, at);
    listed += 1;
    at += lengthOf(record);
  }
  // Programs that do not know of zips that large count in 16 bits.
  if (at > ends || listed % 0x10000 !== count % 0x10000) throw damagedZip(named);
  return { files, twice, ...counts };
}

/**
 * Reads again what the directory tells of one file.
 *
 * @throws CoachError where it is not there any more.
 */
export function memberAt(bytes: ZipBytes, place: number, named: string): ZipMember {
  const head = bytes.at(place, USUAL_RECORD);
  if (!isRecord(head)) throw damagedZip(named);
  const record = lengthOf(head) > head.length ? bytes.at(place, lengthOf(head)) : head;
  const { name, is } = fileOf(record);
  return {
    name,
    is,
    isEncrypted: (record.readUInt16LE(8) & 1) === 1,
    method: record.readUInt16LE(10),
    crc: record.readUInt32LE(16),
    ...sizesOf(record, name, named),
  };
}

const RECORD = 46;
const USUAL_RECORD = 512;
const LONGEST_RECORD = RECORD + 3 * 0xffff;

function isRecord(bytes: Buffer): boolean {
  return bytes.length >= RECORD && bytes.readUInt32LE(0) === 0x02014b50;
}

/** A record has a name, further facts and a comment at its end. */
function lengthOf(record: Buffer): number {
  return RECORD + record.readUInt16LE(28) + record.readUInt16LE(30) + record.readUInt16LE(32);
}

/** The host that writes names with backslashes, as it has them. */
const DOS = 0;
const UNIX = 3;

function fileOf(record: Buffer): Pick<ZipMember, 'name' | 'is'> {
  const host = record.readUInt8(5);
  const written = calledBy(record.subarray(RECORD, RECORD + record.readUInt16LE(28)));
  const slashed = host === DOS ? written.replaceAll('\\', '/') : written;
  const name = slashed.replace(/^(?:\.\/+)+/, '').replace(/\p{Cc}/gu, encodeURIComponent);
  const mode = host === UNIX ? record.readUInt16LE(40) : 0;
  if (/^(?:[\\/]|[a-z]:)|(?:^|[\\/])\.\.(?:[\\/]|$)/i.test(name)) return { name, is: 'outside' };
  if (name.endsWith('/') || /(?:^|\/)(?:\.|__MACOSX\/)/.test(name)) return { name, is: 'hidden' };
  return { name, is: (mode & 0o170000) === 0o120000 ? 'link' : 'file' };
}

/** Stands where a size or a place needs more than 32 bits, and is told farther behind. */
const TOLD_BEHIND = 0xffffffff;

function sizesOf(record: Buffer, name: string, named: string): Pick<ZipMember, 'packed' | 'size' | 'place'> {
  let behind = largeSizes(record);
  const number = (at: number): number => {
    const small = record.readUInt32LE(at);
    if (small !== TOLD_BEHIND) return small;
    if (behind.length < 8) throw damagedZip(named, { name });
    const large = Number(behind.readBigUInt64LE(0));
    behind = behind.subarray(8);
    return large;
  };
  // In the order in which those are that are told behind.
  const [size, packed, place] = [number(24), number(20), number(42)];
  return { size, packed, place };
}

/** The sizes and the place of a file that need 64 bits. */
function largeSizes(record: Buffer): Buffer {
  const begins = RECORD + record.readUInt16LE(28);
  let extra = record.subarray(begins, begins + record.readUInt16LE(30));
  while (extra.length >= 4) {
    const length = extra.readUInt16LE(2);
    if (extra.readUInt16LE(0) === 1) return extra.subarray(4, 4 + length);
    extra = extra.subarray(4 + length);
  }
  return extra.subarray(0, 0);
}

interface ZipEnd {
  readonly place: number;
  readonly size: number;
  readonly count: number;
}

const LONGEST_COMMENT = 0xffff;
const LARGE_END = 56;
const LOCATOR = 20;

/** Where the directory begins, and how large it is: told at the end of the zip, before its comment. */
function endOf(bytes: ZipBytes, named: string): ZipEnd {
  const tail = bytes.at(
    Math.max(0, bytes.size - ZIP_END - LONGEST_COMMENT - LOCATOR),
    ZIP_END + LONGEST_COMMENT + LOCATOR,
  );
  const at = endIn(tail);
  if (at === undefined) {
    const isPart = bytes.at(0, FIRST_PART.length).toString('latin1') === FIRST_PART;
    throw isPart ? splitZip(named) : cutOffZip(named);
  }
  const ends = bytes.size - tail.length + at;
  const end = tail.subarray(at);
  const large = at >= LOCATOR && tail.readUInt32LE(at - LOCATOR) === 0x07064b50;
  const found = large
    ? largeEnd(bytes, tail.subarray(at - LOCATOR, at), named)
    : { place: end.readUInt32LE(16), size: end.readUInt32LE(12), count: end.readUInt16LE(10) };
  if (!large && end.readUInt16LE(4) !== 0) throw splitZip(named);
  if (found.place + found.size > ends) throw damagedZip(named);
  return found;
}

/** The last that goes on just to the end with its comment; or the last, where something follows that is not of the zip. */
function endIn(tail: Buffer): number | undefined {
  const places: number[] = [];
  for (let at = tail.length - ZIP_END; at >= 0; at -= 1) {
    at = tail.lastIndexOf(ENDS, at, 'latin1');
    if (at < 0) break;
    places.push(at);
  }
  return places.find((at) => at + ZIP_END + tail.readUInt16LE(at + 20) === tail.length) ?? places[0];
}

function largeEnd(bytes: ZipBytes, locator: Buffer, named: string): ZipEnd {
  if (locator.readUInt32LE(16) > 1) throw splitZip(named);
  const end = bytes.at(Number(locator.readBigUInt64LE(8)), LARGE_END);
  if (end.length < LARGE_END || end.readUInt32LE(0) !== 0x06064b50) throw damagedZip(named);
  const [count, size, place] = [32, 40, 48].map((at) => Number(end.readBigUInt64LE(at)));
  return { place: place ?? 0, size: size ?? 0, count: count ?? 0 };
}
