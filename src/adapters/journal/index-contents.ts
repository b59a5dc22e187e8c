// The file of an index that tells of all its segments.
import fs from 'node:fs';
import path from 'node:path';
import {
  type AboutAsJson,
  numbersOf,
  type OpenOutlines,
  type ToldSegment,
} from '../../app/index/written-segment.ts';
import { DamagedSegment, type Segment } from '../../app/index/segment.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import {
  bytesOf,
  FIRST_LINE_LENGTH,
  joinedNumbers,
  layoutIn,
  printIndex,
  readIndex,
} from '../../formats/index/index-bytes.ts';
import type { FileToPut } from '../machine/unfinished-files.ts';
import type { IndexCipher } from './index-cipher.ts';
import type { IndexPlace } from './index-place.ts';
import { putMarked, readMarkedBeginning } from './marked-file.ts';
import { CONTENTS } from './segment-names.ts';

/** What an index tells of a segment. */
export interface About extends AboutAsJson {
  /** The file with its parts, in the folder of the index, and how that begins: no two that were ever written begin alike. */
  readonly file: string;
  readonly opening: string;
  /** Of its parts, its names and its outlines, in bytes. */
  readonly lengths: readonly number[];
  readonly namesLength: number;
  readonly outlinesLength: number;
}

/** What is written down of a segment. */
export interface Written extends ToldSegment {
  readonly about: About;
  /** As `SegmentAbout` has them. */
  readonly outlines: () => Uint8Array;
  readonly open: OpenOutlines;
}

/** The same in the head of an index. */
interface InHead extends About {
  /** The places of entries that may hold something open, or speak of what may be. */
  readonly open: readonly number[];
  readonly openLength: number;
}

/** The head of an index. */
interface Head {
  /** All that it depends on beside its format. */
  readonly madeFor: string;
  readonly folders: readonly InHead[];
}

/** Why an index is not believed, or is none. */
export type NoContents = 'absent' | 'outdated' | 'damaged';

/**
 * All that is written down of segments.
 *
 * @param opened - Makes a segment of it: what cannot be made one is damaged.
 */
export function readContents(
  place: IndexPlace,
  opened: (written: Written) => Segment,
): readonly Segment[] | NoContents {
  const file = path.join(place.folder, CONTENTS);
  const found = place.cipher ? openedContents(file, place.cipher) : plainContents(file);
  if (!found) return fs.existsSync(file) ? 'outdated' : 'absent';
  if (typeof found === 'string') return found;
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- nobody has touched it since coach wrote it
  const head = found.head as Head;
  if (head.madeFor !== place.madeFor) return 'outdated';
  try {
    return writtenIn(head, found)?.map(opened) ?? 'damaged';
  } catch (error) {
    // A disk may give back other bytes than it was given.
    if (error instanceof TypeError) return 'damaged';
    throw error;
  }
}

/** What was read of an index. */
interface Read extends Exclude<ReturnType<typeof readIndex>, string> {
  /** Where in it outlines are. */
  readonly outlines: { readonly from: number; readonly length: number };
  /** Some of its bytes; undefined where they cannot be had any more. */
  readonly more: (from: number, length: number) => Uint8Array | undefined;
}

/** The outlines are read when they are wanted. */
function plainContents(file: string): Read | 'outdated' | 'damaged' | undefined {
  let layout: ReturnType<typeof layoutIn> = 'damaged';
  const found = readMarkedBeginning(file, FIRST_LINE_LENGTH, (line) => {
    layout = layoutIn(line);
    return typeof layout === 'string' ? line.length : layout.outlines;
  });
  return found && readFrom(found.bytes, layout, found.size, found.more);
}

/** Encrypted contents are one piece. */
function openedContents(file: string, cipher: IndexCipher): Read | 'outdated' | 'damaged' | undefined {
  const found = readMarkedBeginning(file, 0, (_none, size) => size);
  const told = found && decrypted(found.bytes, cipher);
  if (told === undefined || typeof told === 'string') return told;
  return readFrom(told, layoutIn(told), told.length, (from, length) => told.subarray(from, from + length));
}

function readFrom(
  bytes: Uint8Array,
  layout: ReturnType<typeof layoutIn>,
  size: number,
  more: Read['more'],
): Read | 'outdated' | 'damaged' {
  if (typeof layout === 'string') return layout;
  const index = size === layout.end ? readIndex(bytes, layout) : 'damaged';
  return typeof index === 'string'
    ? index
    : { ...index, outlines: { from: layout.outlines, length: layout.end - layout.outlines }, more };
}

/** Undefined where they do not tell all that was read. */
function writtenIn({ folders }: Head, read: Read): readonly Written[] | undefined {
  const { numbers, names, open } = read;
  const readOutlines = outlinesReader(read);
  const at = { numbers: 0, names: 0, open: 0, outlines: 0 };
  const written = folders.map((about): Written => {
    const { outlinesLength } = about;
    const from = at.outlines;
    at.outlines += outlinesLength;
    let outlines: Uint8Array | undefined;
    return {
      about,
      numbers: numbers.subarray(at.numbers, (at.numbers += numbersOf(about))),
      names: names.subarray(at.names, (at.names += about.namesLength)),
      open: { open: about.open, outlines: open.subarray(at.open, (at.open += about.openLength)) },
      outlines() {
        outlines ??= readOutlines(from, outlinesLength);
        if (!outlines) throw new DamagedSegment(about.path);
        return outlines;
      },
    };
  });
  const isAll =
    at.numbers === numbers.length &&
    at.names === names.length &&
    at.open === open.length &&
    at.outlines === read.outlines.length;
  return isAll ? written : undefined;
}

/** Who wants those of many folders is given those of all at once, which is quicker. */
function outlinesReader({ outlines, more }: Read): Read['more'] {
  let asked = 0;
  let all: Uint8Array | undefined;
  return (from, length) => {
    if (++asked <= FEW) return more(outlines.from + from, length);
    all ??= more(outlines.from, outlines.length);
    return all?.subarray(from, from + length);
  };
}

const FEW = 6;

/** What stands before contents that are encrypted. */
const openingOf = ({ sign }: IndexCipher): string => `coach encrypted index ${sign}\n`;

function decrypted(bytes: Uint8Array, cipher: IndexCipher): Uint8Array | 'outdated' | 'damaged' {
  const opening = openingOf(cipher);
  // It may have been made with another key.
  if (!sameBytes(bytes.subarray(0, opening.length), bytesOf(opening))) return 'outdated';
  return cipher.decrypt(bytes.subarray(opening.length), `${CONTENTS}\n${opening}`) ?? 'damaged';
}

function* encryptedContents(
  readable: Iterable<Uint8Array>,
  cipher: IndexCipher,
): Generator<string | Uint8Array> {
  const opening = openingOf(cipher);
  yield opening;
  yield* cipher.encrypt(readable, `${CONTENTS}\n${opening}`);
}

/** The file to be written. */
export function contentsFile({ folder, madeFor, cipher }: IndexPlace, all: readonly Written[]): FileToPut {
  const folders = all.map(({ about, open: { open, outlines } }): InHead => ({
    ...about,
    open,
    openLength: outlines.length,
  }));
  const head: Head = { madeFor, folders };
  const readable = printIndex({
    head,
    numbers: joinedNumbers(all.map((one) => one.numbers)),
    names: Buffer.concat(all.map((one) => one.names)),
    open: Buffer.concat(all.map((one) => one.open.outlines)),
    outlines: all.map((one) => one.outlines()),
  });
  const pieces = cipher ? encryptedContents(readable, cipher) : readable;
  return { file: path.join(folder, CONTENTS), pieces, put: putMarked };
}
