// The folder of an index: what it tells of all segments in one file, and a file for what is in each.
import fs from 'node:fs';
import path from 'node:path';
import { type AboutAsJson, readAbout, type WrittenSegment } from '../../app/index/written-segment.ts';
import { openPlaces } from '../../app/index/open-places.ts';
import {
  DamagedSegment,
  type PartName,
  PARTS,
  type Segment,
  type SegmentAbout,
  segmentOf,
  sharedAnswers,
} from '../../app/index/segment.ts';
import { type SegmentStore, UnusableIndex } from '../../app/index/segment-store.ts';
import { sameBytes } from '../../domain/text/bytes.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { bytesOf, joinedNumbers, printIndex, readIndex } from '../../formats/index/index-bytes.ts';
import { spareMemory } from '../machine/spare-memory.ts';
import { codeOf } from '../machine/system-errors.ts';
import { type FileToPut, putAllSynced, putSynced } from '../machine/unfinished-files.ts';
import type { IndexCipher } from './index-cipher.ts';
import { type IndexPlace, removeFormer } from './index-place.ts';
import { putMarked, readMarked, readMarkedPart } from './marked-file.ts';
import { CONTENTS, segmentName, sweep } from './segment-names.ts';

/** What an index tells of a segment. */
interface About extends AboutAsJson {
  /** The file with its parts, in the folder of the index, and how that begins: no two that were ever written begin alike. */
  readonly file: string;
  readonly opening: string;
  /** Of its parts and of its outlines, in bytes. */
  readonly lengths: readonly number[];
  readonly outlinesLength: number;
  /** The places of entries that may hold something open, or speak of what may be. */
  readonly open?: readonly number[];
}

/** The head of an index. */
interface Head {
  /** All that it depends on beside its format. */
  readonly madeFor: string;
  readonly folders: readonly About[];
}

/** What is written down of a segment. */
interface Written {
  readonly about: About;
  readonly numbers: Float64Array;
  readonly outlines: Uint8Array;
}

/** So many files of segments are synced at once. */
const SYNCED_AT_ONCE = 16;

/** In bytes: what thousands of entries take. To spare memory takes time, which matters more for fewer. */
const MUCH = 4_000_000;

/** The segments of an index, and what is wrong where it cannot be believed. */
export type SeenIndex = ReadonlyMap<string, Segment> | 'absent' | 'outdated' | 'damaged';

/**
 * The segments in a folder of this machine. Each file is synced, and then given a time of change that is always the same: what was cut
 * off, or touched by anybody else, has another one and is not believed.
 */
export function segmentFolder(place: IndexPlace): SegmentStore {
  const sharedOf = sharedAnswers();
  const writtenOf = new WeakMap<Segment, Written>();
  const doubted = new Set<string>();
  /** So many were believed when they were read. */
  let believed = 0;
  const opened = (
    written: Written,
    segment = openSegment(place, written.about, toldBy(written), sharedOf),
  ): Segment => {
    writtenOf.set(segment, written);
    return segment;
  };
  return {
    read() {
      const contents = contentsOf(place, sharedOf);
      const all =
        typeof contents === 'string' ? [] : contents.filter(({ segment }) => !doubted.has(segment.path));
      believed = all.length;
      return new Map(all.map(({ written, segment }) => [segment.path, opened(written, segment)]));
    },
    doubt: (folder) => void doubted.add(folder),
    async update(same, written) {
      const now: Written[] = [];
      let all: readonly Written[] | undefined;
      await usable(async () => {
        fs.mkdirSync(place.folder, { recursive: true, mode: 0o700 });
        await putAllSynced(filesOf(place, written, now), SYNCED_AT_ONCE);
        // Some of them may have turned out to be the same on the way, and so may all.
        if (now.length === 0 && same.length === believed) return;
        const those = [...same.flatMap((segment) => writtenOf.get(segment) ?? []), ...now];
        all = withOpen(
          those,
          those.map((one) => opened(one)),
        );
        putSynced(contentsFile(place, all));
        removeFormer(place);
        sweep(place.folder, new Set([CONTENTS, ...all.map(({ about }) => about.file)]));
      });
      for (const { about } of now) doubted.delete(about.path);
      return all?.map((one) => opened(one)) ?? same;
    },
  };
}

/** The index of this machine as it is, to look at it. */
export function seenIndex(place: IndexPlace): SeenIndex {
  const found = contentsOf(place, sharedAnswers());
  return typeof found === 'string' ? found : new Map(found.map(({ segment }) => [segment.path, segment]));
}

function toldBy(written: Written): SegmentAbout {
  return readAbout({ ...written, open: written.about.open }).about;
}

/** With what is open, which all of them together tell. */
function withOpen(all: readonly Written[], segments: readonly Segment[]): readonly Written[] {
  const open = openPlaces(segments.map(({ ids, followed }) => ({ ids, followed: followed() })));
  return all.map((one, at) => ({ ...one, about: { ...one.about, open: open[at] ?? [] } }));
}

/** The file with the parts of a segment. */
export function segmentFile({ folder, cipher }: IndexPlace, below: string): string {
  return path.join(folder, segmentName(below, cipher));
}

/** Segments, and how they were written. */
type Contents = readonly { readonly written: Written; readonly segment: Segment }[];

function contentsOf(
  place: IndexPlace,
  sharedOf: ReturnType<typeof sharedAnswers>,
): Contents | 'absent' | 'outdated' | 'damaged' {
  const file = path.join(place.folder, CONTENTS);
  const bytes = readMarked(file);
  if (!bytes) return fs.existsSync(file) ? 'outdated' : 'absent';
  const told = place.cipher ? decrypted(bytes, place.cipher) : bytes;
  const index = typeof told === 'string' ? told : readIndex(told);
  if (typeof index === 'string') return index;
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- nobody has touched it since coach wrote it
  const head = index.head as Head;
  if (head.madeFor !== place.madeFor) return 'outdated';
  let { numbers, outlines } = index;
  try {
    return head.folders.map((about) => {
      const own = { about, numbers, outlines: outlines.subarray(0, about.outlinesLength) };
      const { about: told, rest } = readAbout({ ...own, open: about.open });
      const written = { ...own, numbers: numbers.subarray(0, numbers.length - rest.length) };
      numbers = rest;
      outlines = outlines.subarray(about.outlinesLength);
      return { written, segment: openSegment(place, about, told, sharedOf) };
    });
  } catch (error) {
    // A disk may give back other bytes than it was given.
    if (error instanceof TypeError) return 'damaged';
    throw error;
  }
}

/** What stands before contents that are encrypted. */
const openingOf = ({ sign }: IndexCipher): string => `coach encrypted index ${sign}\n`;

function decrypted(bytes: Uint8Array, cipher: IndexCipher): Uint8Array | 'outdated' | 'damaged' {
  const opening = openingOf(cipher);
  // It may have been made with another key.
  if (!sameBytes(bytes.subarray(0, opening.length), bytesOf(opening))) return 'outdated';
  return cipher.decrypt(bytes.subarray(opening.length), `${CONTENTS}\n${opening}`) ?? 'damaged';
}

function openSegment(
  { folder, cipher }: IndexPlace,
  about: About,
  told: SegmentAbout,
  sharedOf: ReturnType<typeof sharedAnswers>,
): Segment {
  const opening = bytesOf(about.opening);
  const size = about.lengths.reduce((sum, length) => sum + length, opening.length);
  const part: Segment['part'] = (name, into) => {
    const at = PARTS.indexOf(name);
    const from = about.lengths.slice(0, at).reduce((sum, length) => sum + length, opening.length);
    const length = about.lengths[at] ?? 0;
    const found = readMarkedPart(path.join(folder, about.file), { opening, size, from, length }, into);
    const bytes = found && cipher ? cipher.decrypt(found, calledIn(about, name)) : found;
    if (!bytes) throw new DamagedSegment(about.path);
    return bytes;
  };
  return segmentOf(told, part, sharedOf);
}

/** What a part is called that is encrypted: in the place of any other, or of what it was at another time, it is not believed. */
const calledIn = ({ file, opening }: Pick<About, 'file' | 'opening'>, name: PartName): string =>
  `${file}\n${name}\n${opening}`;

/** The files of segments to be written. @param now - Is given what there is to tell of them. */
async function* filesOf(
  { folder, cipher }: IndexPlace,
  written: AsyncIterable<WrittenSegment>,
  now: Written[],
): AsyncGenerator<FileToPut> {
  let bytes = 0;
  for await (const { about, numbers, outlines, parts } of written) {
    const file = segmentName(about.path, cipher);
    const opening = `coach segment ${process.pid} ${process.hrtime.bigint()} ${Date.now()}\n`;
    const pieces = PARTS.map((name) =>
      cipher ? Buffer.concat(cipher.encrypt([parts[name]], calledIn({ file, opening }, name))) : parts[name],
    );
    const lengths = pieces.map(({ length }) => length);
    now.push({
      about: { ...about, file, opening, lengths, outlinesLength: outlines.length },
      numbers,
      outlines,
    });
    yield { file: path.join(folder, file), pieces: [opening, ...pieces], put: putMarked };
    if (bytes <= MUCH && (bytes += lengths.reduce((sum, length) => sum + length)) > MUCH)
      spareMemory(cipher ? 'sealed' : 'entries');
  }
}

function contentsFile({ folder, madeFor, cipher }: IndexPlace, all: readonly Written[]): FileToPut {
  const head: Head = { madeFor, folders: all.map(({ about }) => about) };
  const numbers = joinedNumbers(all.map((one) => one.numbers));
  const outlines = Buffer.concat(all.map((one) => one.outlines));
  const readable = printIndex({ head, numbers, outlines });
  const opening = cipher && openingOf(cipher);
  const pieces =
    cipher && opening !== undefined
      ? [opening, ...cipher.encrypt(readable, `${CONTENTS}\n${opening}`)]
      : readable;
  return { file: path.join(folder, CONTENTS), pieces, put: putMarked };
}

/** @throws UnusableIndex where the system refuses. */
async function usable(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    if (codeOf(cause) === '' && !(cause instanceof CoachError)) throw cause;
    throw new UnusableIndex('the index cannot be written', { cause });
  }
}
