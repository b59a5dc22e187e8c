// The folder of an index: what it tells of all segments in one file, and a file for what is in each.
import fs from 'node:fs';
import path from 'node:path';
import { NOTHING_OPEN, readAbout, type WrittenSegment } from '../../app/index/written-segment.ts';
import { outlinesAt } from '../../app/index/kept-outlines.ts';
import { openPlaces } from '../../app/index/open-places.ts';
import {
  DamagedSegment,
  type PartName,
  PARTS,
  type Segment,
  segmentOf,
  sharedAnswers,
} from '../../app/index/segment.ts';
import { type SegmentStore, UnusableIndex } from '../../app/index/segment-store.ts';
import { CoachError } from '../../domain/text/errors.ts';
import { bytesOf } from '../../formats/index/index-bytes.ts';
import { giveBack } from '../machine/give-back.ts';
import { spareMemory } from '../machine/spare-memory.ts';
import { codeOf } from '../machine/system-errors.ts';
import { type FileToPut, putAllSynced, putSynced } from '../machine/unfinished-files.ts';
import { type About, contentsFile, type NoContents, readContents, type Written } from './index-contents.ts';
import { type IndexPlace, removeFormer } from './index-place.ts';
import { putMarked, readMarkedPart } from './marked-file.ts';
import { CONTENTS, segmentName, sweep } from './segment-names.ts';

/** So many files of segments are synced at once. */
const SYNCED_AT_ONCE = 16;

/** In bytes: what thousands of entries take. To spare memory takes time, which matters more for fewer. */
const MUCH = 4_000_000;

/** The segments of an index, and what is wrong where it cannot be believed. */
export type SeenIndex = ReadonlyMap<string, Segment> | NoContents;

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
  const opened = (written: Written): Segment => {
    const segment = openSegment(place, written, sharedOf);
    writtenOf.set(segment, written);
    return segment;
  };
  return {
    read() {
      const contents = readContents(place, opened);
      const all =
        typeof contents === 'string' ? [] : contents.filter((segment) => !doubted.has(segment.path));
      believed = all.length;
      return new Map(all.map((segment) => [segment.path, segment]));
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
  const sharedOf = sharedAnswers();
  const found = readContents(place, (written) => openSegment(place, written, sharedOf));
  return typeof found === 'string' ? found : new Map(found.map((segment) => [segment.path, segment]));
}

/** With what is open, which all of them together tell. */
function withOpen(all: readonly Written[], segments: readonly Segment[]): readonly Written[] {
  const places = openPlaces(segments.map(({ ids, followed }) => ({ ids, followed: followed() })));
  return all.map((one, at): Written => {
    const open = places[at] ?? [];
    const isSame = open.join() === one.open.open.join();
    return isSame ? one : { ...one, open: { open, outlines: bytesOf(outlinesAt(one.outlines(), open)) } };
  });
}

/** The file with the parts of a segment. */
export function segmentFile({ folder, cipher }: IndexPlace, below: string): string {
  return path.join(folder, segmentName(below, cipher));
}

function openSegment(
  { folder, cipher }: IndexPlace,
  written: Written,
  sharedOf: ReturnType<typeof sharedAnswers>,
): Segment {
  const { about } = written;
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
  return segmentOf(readAbout(written, written.outlines, written.open), part, sharedOf);
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
  for await (const segment of written) {
    const { about, names, outlines, parts } = segment;
    const file = segmentName(about.path, cipher);
    const opening = `coach segment ${process.pid} ${process.hrtime.bigint()} ${Date.now()}\n`;
    const lengths = PARTS.map((name) => parts[name].length + (cipher?.longer ?? 0));
    const [namesLength, outlinesLength] = [names.length, outlines.length];
    now.push(heldOf({ ...about, file, opening, lengths, namesLength, outlinesLength }, segment));
    const pieces = piecesOf(parts, { file, opening }, cipher);
    yield { file: path.join(folder, file), pieces, put: putMarked };
    // Whoever asks for the next has written it.
    Object.values(parts).forEach(giveBack);
    if (bytes <= MUCH && (bytes += lengths.reduce((sum, length) => sum + length)) > MUCH)
      spareMemory(cipher ? 'sealed' : 'entries');
  }
}

/** What is in the file of a segment. */
function* piecesOf(
  parts: WrittenSegment['parts'],
  about: Pick<About, 'file' | 'opening'>,
  cipher: IndexPlace['cipher'],
): Generator<string | Uint8Array> {
  yield about.opening;
  for (const name of PARTS)
    if (cipher) yield* cipher.encrypt([parts[name]], calledIn(about, name));
    else yield parts[name];
}

/** What is held of a segment until all are written. What gave its outlines beside its parts would hold these, too. */
function heldOf(about: About, { numbers, names, outlines }: WrittenSegment): Written {
  return { about, numbers, names, outlines: () => outlines, open: NOTHING_OPEN };
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
