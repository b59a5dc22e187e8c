// Zips made by hand, to be as odd as no program makes them, or larger than the memory.
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** One file in such a zip. What is not said is as it should be. */
export interface OddFile {
  readonly name: string | Buffer;
  readonly text?: string | Buffer;
  /** So many zeros in place of a text, that are never written. */
  readonly hole?: number;
  /** 0 is stored, 8 is deflated. */
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly packed?: number;
  /** 0 is MS-DOS, 3 is Unix. */
  readonly host?: number;
  readonly mode?: number;
  /** Its sizes and its place are told in 64 bits. */
  readonly isLarge?: boolean;
  readonly place?: number;
}

export interface OddEnd {
  readonly comment?: string;
  readonly count?: number;
  readonly part?: number;
  /** The directory is told of in 64 bits. */
  readonly isLarge?: boolean;
}

interface Piece {
  readonly at: number;
  readonly bytes: Buffer;
}

const FULL = 0xffffffff;

/** The bytes of a zip. */
export function zipOf(files: readonly OddFile[], end: OddEnd = {}): Buffer {
  const { pieces, size } = piecesOf(files, end);
  const zip = Buffer.alloc(size);
  for (const { at, bytes } of pieces) bytes.copy(zip, at);
  return zip;
}

/** Writes a zip that may be larger than the disk: nobody writes its holes. */
export function writeZip(path: string, files: readonly OddFile[], end: OddEnd = {}): void {
  const { pieces, size } = piecesOf(files, end);
  const handle = openSync(path, 'w');
  ftruncateSync(handle, size);
  for (const { at, bytes } of pieces) writeSync(handle, bytes, 0, bytes.length, at);
  closeSync(handle);
}

function piecesOf(
  files: readonly OddFile[],
  end: OddEnd,
): { readonly pieces: readonly Piece[]; readonly size: number } {
  const pieces: Piece[] = [];
  const records: Buffer[] = [];
  let at = 0;
  const put = (bytes: Buffer): void => {
    pieces.push({ at, bytes });
    at += bytes.length;
  };
  for (const file of files) {
    const text = Buffer.from(file.text ?? '');
    const { hole = 0, method = 0, host = 3, mode = 0o100644 } = file;
    const data = method === 8 ? deflateRawSync(text) : text;
    const name = Buffer.from(file.name);
    const told = {
      crc: file.crc ?? crc32(text),
      packed: file.packed ?? (hole || data.length),
      size: file.size ?? (hole || text.length),
      place: file.place ?? at,
    };
    const isLarge = file.isLarge ?? Math.max(told.packed, told.size, told.place) >= FULL;
    const shared = numbers([20, 2], [file.flags ?? 0x800, 2], [method, 2], [0, 4], [told.crc, 4]);
    const sizes = isLarge ? [FULL, FULL] : [told.packed, told.size];
    const lengths = numbers([sizes[0] ?? 0, 4], [sizes[1] ?? 0, 4], [name.length, 2]);
    put(Buffer.concat([numbers([0x04034b50, 4]), shared, lengths, numbers([0, 2]), name]));
    put(data);
    at += hole;
    const extra = isLarge
      ? numbers(
          [0x5455, 2],
          [1, 2],
          [3, 1],
          [1, 2],
          [24, 2],
          [told.size, 8],
          [told.packed, 8],
          [told.place, 8],
        )
      : Buffer.alloc(0);
    records.push(
      numbers([0x02014b50, 4], [20, 1], [host, 1]),
      shared,
      lengths,
      numbers([extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [mode, 2], [isLarge ? FULL : told.place, 4]),
      name,
      extra,
    );
  }
  const place = at;
  put(Buffer.concat(records));
  const size = at - place;
  const count = end.count ?? files.length;
  const isLarge = end.isLarge ?? (place >= FULL || count > 0xffff);
  if (isLarge) {
    const ends = at;
    put(
      numbers(
        [0x06064b50, 4],
        [44, 8],
        [45, 2],
        [45, 2],
        [0, 4],
        [0, 4],
        [count, 8],
        [count, 8],
        [size, 8],
        [place, 8],
      ),
    );
    put(numbers([0x07064b50, 4], [0, 4], [ends, 8], [1, 4]));
  }
  const comment = Buffer.from(end.comment ?? '');
  const counts = isLarge
    ? numbers([0xffff, 2], [0xffff, 2])
    : numbers([count % 0x10000, 2], [count % 0x10000, 2]);
  const where = isLarge ? numbers([FULL, 4], [FULL, 4]) : numbers([size, 4], [place, 4]);
  put(
    Buffer.concat([
      numbers([0x06054b50, 4], [end.part ?? 0, 2], [end.part ?? 0, 2]),
      counts,
      where,
      numbers([comment.length, 2]),
      comment,
    ]),
  );
  return { pieces, size: at };
}

/** Numbers of so many bytes each, the lowest first. */
function numbers(...told: readonly (readonly [number, number])[]): Buffer {
  const bytes = Buffer.alloc(told.reduce((sum, [, length]) => sum + length, 0));
  let at = 0;
  for (const [number, length] of told) {
    if (length === 8) bytes.writeBigUInt64LE(BigInt(number), at);
    else bytes.writeUIntLE(number, at, length);
    at += length;
  }
  return bytes;
}
