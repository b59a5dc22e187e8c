// Values for the examples of src/app/index: the journal of two entries as one segment.
import { keptEntry } from '../../../src/app/index/kept-file.ts';
import { outlinesAt } from '../../../src/app/index/kept-outlines.ts';
import { segmentOf, sharedAnswers } from '../../../src/app/index/segment.ts';
import type { SegmentStore } from '../../../src/app/index/segment-store.ts';
import { readAbout, segmentOfFolder, type WrittenSegment } from '../../../src/app/index/written-segment.ts';
import { bytesOf } from '../../../src/formats/index/index-bytes.ts';
import { keptStamps } from '../../../src/app/journal/kept-stamps.ts';
import { entryPath } from '../../../src/domain/entry/entry.ts';
import { planned, stored } from './app.ts';

const both = [{ entry: planned, path: entryPath(planned) }, stored];

const nothing = keptStamps([undefined], 0);

export const listing = { names: both.map(({ path }) => path.slice(8)), folders: [], stamp: nothing };

export const stamps = keptStamps([undefined, undefined], 0);

const written = segmentOfFolder('2026/11', listing, stamps, both.map(keptEntry));

const open = { open: [0], outlines: bytesOf(outlinesAt(written.outlines, [0])) };

export const about = readAbout(written, () => written.outlines, open);

const segmentFrom = ({ parts, ...rest }: WrittenSegment) =>
  segmentOf(
    readAbout(rest, () => rest.outlines),
    (name) => parts[name],
    sharedAnswers(),
  );

export const segment = segmentOf(about, (name) => written.parts[name], sharedAnswers());

export const segments = [segment];

/** Keeps nothing. */
export const store: SegmentStore = {
  read: () => new Map(),
  doubt: () => undefined,
  async update(_same, anew) {
    const all = [];
    for await (const one of anew) all.push(segmentFrom(one));
    return all;
  },
};
