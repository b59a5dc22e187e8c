// The folder of an index: what it tells of all segments in one file, and a file for what is in each.
import fs from 'node:fs';
import path from 'node:path';
import { type AboutAsJson, readAbout, type WrittenSegment } from '../../app/index/written-segment.ts';
import { openPlaces } from '../../app/index/open-places.ts';
import {
  DamagedSegment,
  PARTS,
  type Segment,
  type SegmentAbout,
  segmentOf,
  sharedAnswers,
} from '../../app/index/segment.ts';
import { type SegmentStore, UnusableIndex } from '../../app/index/segment-store.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { readUnfinishedName } from '../../domain/text/unfinished-name.ts';
import { bytesOf, joinedNumbers, printIndex, readIndex } from '../../formats/index/index-bytes.ts';
import { lives } from '../machine/processes.ts';
import { spareMemory } from '../machine/spare-memory.ts';
import { codeOf } from '../machine/system-errors.ts';
import { type FileToPut, leftInJournal, putAllSynced, putSynced } from '../machine/unfinished-files.ts';
import { type IndexPlace, removeFormer } from './index-place.ts';
import { putSealed, readSealed, readSealedPart } from './sealed-file.ts';

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

/** The file that tells of all segments. */
const CONTENTS = 'contents.index';

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
    segment = openSegment(place.folder, written.about, toldBy(written), sharedOf),
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
        await putAllSynced(filesOf(place.folder, written, now), SYNCED_AT_ONCE);
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
export function segmentFile({ folder }: Pick<IndexPlace, 'folder'>, below: string): string {
  return path.join(folder, segmentName(below));
}

/** Segments, and how they were written. */
type Contents = readonly { readonly written: Written; readonly segment: Segment }[];

function contentsOf(
  { folder, madeFor }: IndexPlace,
  sharedOf: ReturnType<typeof sharedAnswers>,
): Contents | 'absent' | 'outdated' | 'damaged' {
  const file = path.join(folder, CONTENTS);
  const bytes = readSealed(file);
  if (!bytes) return fs.existsSync(file) ? 'outdated' : 'absent';
  const index = readIndex(bytes);
  if (typeof index === 'string') return index;
  // eslint-disable-next-line typescript/no-unsafe-type-assertion -- nobody has touched it since coach wrote it
  const head = index.head as Head;
  if (head.madeFor !== madeFor) return 'outdated';
  let { numbers, outlines } = index;
  try {
    return head.folders.map((about) => {
      const own = { about, numbers, outlines: outlines.subarray(0, about.outlinesLength) };
      const { about: told, rest } = readAbout({ ...own, open: about.open });
      const written = { ...own, numbers: numbers.subarray(0, numbers.length - rest.length) };
      numbers = rest;
      outlines = outlines.subarray(about.outlinesLength);
      return { written, segment: openSegment(folder, about, told, sharedOf) };
    });
  } catch (error) {
    // A disk may give back other bytes than it was given.
    if (error instanceof TypeError) return 'damaged';
    throw error;
  }
}

function openSegment(
  folder: string,
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
    const found = readSealedPart(path.join(folder, about.file), { opening, size, from, length }, into);
    if (!found) throw new DamagedSegment(about.path);
    return found;
  };
  return segmentOf(told, part, sharedOf);
}

/** The files of segments to be written. @param now - Is given what there is to tell of them. */
async function* filesOf(
  folder: string,
  written: AsyncIterable<WrittenSegment>,
  now: Written[],
): AsyncGenerator<FileToPut> {
  let bytes = 0;
  for await (const { about, numbers, outlines, parts } of written) {
    const file = segmentName(about.path);
    const opening = `coach segment ${process.pid} ${process.hrtime.bigint()} ${Date.now()}\n`;
    const pieces = PARTS.map((name) => parts[name]);
    const lengths = pieces.map(({ length }) => length);
    now.push({
      about: { ...about, file, opening, lengths, outlinesLength: outlines.length },
      numbers,
      outlines,
    });
    yield { file: path.join(folder, file), pieces: [opening, ...pieces], put: putSealed };
    if (bytes <= MUCH && (bytes += lengths.reduce((sum, length) => sum + length)) > MUCH) spareMemory();
  }
}

function contentsFile({ folder, madeFor }: IndexPlace, all: readonly Written[]): FileToPut {
  const head: Head = { madeFor, folders: all.map(({ about }) => about) };
  const numbers = joinedNumbers(all.map((one) => one.numbers));
  const outlines = Buffer.concat(all.map((one) => one.outlines));
  const pieces = printIndex({ head, numbers, outlines });
  return { file: path.join(folder, CONTENTS), pieces, put: putSealed };
}

function segmentName(folder: string): string {
  return /^\d{4}(?:\/\d\d)?$/.test(folder)
    ? `${folder.replace('/', '-')}${ENDING}`
    : `_${shortened(encodeURIComponent(folder))}${ENDING}`;
}

const ENDING = '.segment';
/** Some file systems give names no more than 143 bytes, and while a file is written it has a longer one. */
const LONGEST_NAME = 90;

/** A long name begins with a sum of all of it: two that end alike would take turns. */
function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const sum = bytesOf(name).reduce((before, byte) => (before * 31 + byte) % 2 ** 40, 0);
  return `${sum.toString(36)}-${name.slice(-LONGEST_NAME)}`;
}

/** Takes away what is not in use, but for what others are writing. */
function sweep(folder: string, used: ReadonlySet<string>): void {
  for (const name of fs.readdirSync(folder)) {
    const file = path.join(folder, name);
    const writer = readUnfinishedName(name)?.writer;
    const isUnderWay = writer !== undefined && lives(writer) && !leftInJournal(file);
    if (!used.has(name) && !isUnderWay) fs.rmSync(file, { recursive: true, force: true });
  }
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
