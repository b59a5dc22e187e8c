// A segment as it is written: made of what is kept of its files, and read again.
import { numbering } from '../../domain/text/numbering.ts';
import type { Mistake } from '../../domain/text/errors.ts';
import { bytesOf, textOf } from '../../formats/index/index-bytes.ts';
import { dayOfLine } from '../journal/index-line.ts';
import { instantOfLine } from '../journal/unread-line.ts';
import type { Listing } from '../ports/journal-files.ts';
import { type KeptEntry, type KeptFile, NOTHING_KEPT } from './kept-file.ts';
import { printOutline, printOutlines } from './kept-outlines.ts';
import { idNumber } from './open-places.ts';
import {
  BETWEEN_ENTRIES,
  MISTAKEN,
  BETWEEN_NAMES,
  NO_ENTRY,
  type PartName,
  printNames,
  type Segment,
  type SegmentAbout,
  UNREAD,
} from './segment.ts';

/** A segment as it is written. */
export interface WrittenSegment {
  readonly about: AboutAsJson;
  readonly numbers: Float64Array;
  readonly names: Uint8Array;
  readonly outlines: Uint8Array;
  readonly parts: Readonly<Record<PartName, Uint8Array>>;
}

/** What a segment tells of itself, as JSON has it. */
export interface AboutAsJson {
  readonly path: string;
  /** Of files. */
  readonly count: number;
  /** As `printNames` has them. */
  readonly folders: string;
  readonly banks: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly mistaken: readonly (readonly [number, readonly Mistake[]])[];
}

const END_OF_ENTRY = String.fromCharCode(BETWEEN_ENTRIES);

/**
 * A folder as a segment.
 *
 * @param stamps - Of its files, as `keptStamps` has them.
 * @param kept - What is kept of each of its files, in the order of their names.
 *
 * @example
 * segmentOfFolder('2026/11', listing, stamps, [keptEntry(stored)]).about.first //=> '2026-11-22'
 */
export function segmentOfFolder(
  path: string,
  { names, folders, stamp }: Listing,
  stamps: Float64Array,
  kept: readonly KeptFile[],
): WrittenSegment {
  const banks = numbering();
  const minutes = kept.map(minuteOf);
  const answered = kept.map((file) => (file.kind === 'entry' ? file.answered : 0));
  const ids = kept.map((file) => (file.kind === 'entry' ? idNumber(file.id) : -1));
  const kinds = kept.map((file) => (file.kind === 'entry' ? banks.of(file.bank) : KINDS[file.kind]));
  const shared = numbering();
  const outlines = kept.map((file) =>
    file.kind === 'entry' ? printOutline(file.outline, file.shared, shared.of) : '0',
  );
  const entries = kept.flatMap((file, at) => (file.kind === 'entry' ? [{ ...file, at }] : []));
  const followed = entries.flatMap((entry) => (entry.followed ? [[entry.at, ...entry.followed]] : []));
  const days = entries.map(({ line }) => dayOfLine(line)).sort();
  return {
    about: {
      path,
      count: names.length,
      folders: printNames(folders),
      banks: banks.all,
      first: days[0] ?? '',
      last: days.at(-1) ?? '',
      mistaken: kept.flatMap((file, at) => (file.kind === 'mistaken' ? [[at, file.mistakes] as const] : [])),
    },
    numbers: Float64Array.from([...stamp, ...stamps, ...minutes, ...kinds, ...answered, ...ids]),
    names: bytesOf(printNames(names)),
    outlines: bytesOf(printOutlines([JSON.stringify(shared.all), JSON.stringify(followed), ...outlines])),
    parts: {
      lines: inLines(kept.map((file) => ('line' in file ? file.line : ''))),
      entries: bytesOf(kept.map((file) => (file.kind === 'entry' ? file.json : '')).join(END_OF_ENTRY)),
    },
  };
}

const KINDS = { unread: UNREAD, mistaken: MISTAKEN, none: NO_ENTRY };

function minuteOf(file: KeptFile): number {
  if (file.kind === 'entry') return file.minute;
  return file.kind === 'unread' ? Math.floor(instantOfLine(file.line) / 60_000) : -Infinity;
}

function inLines(lines: readonly string[]): Uint8Array {
  return bytesOf(lines.join('\n'));
}

/** What a segment tells of itself when an index is read. */
export type ToldSegment = Pick<WrittenSegment, 'about' | 'numbers' | 'names'>;

/** The places of what may be open, and their outlines, as `outlinesAt` has them. */
export interface OpenOutlines {
  readonly open: readonly number[];
  readonly outlines: Uint8Array;
}

export const NOTHING_OPEN: OpenOutlines = { open: [], outlines: bytesOf(printOutlines(['[]', '[]'])) };

/**
 * What a segment tells, as it was written.
 *
 * @param outlines - As `SegmentAbout` has them.
 *
 * @example
 * const written = segmentOfFolder('2026/11', listing, stamps, [keptEntry(stored), NOTHING_KEPT]);
 * readAbout(written, () => written.outlines).kinds //=> Float64Array.of(0, -1)
 */
export function readAbout(
  { about, numbers, names }: ToldSegment,
  outlines: () => Uint8Array,
  { open, outlines: openOutlines }: OpenOutlines = NOTHING_OPEN,
): SegmentAbout {
  const { path, count, folders, banks, first, last, mistaken } = about;
  let at = 0;
  const next = (length: number): Float64Array => numbers.subarray(at, (at += length));
  return {
    path,
    printedNames: names,
    folders: folders === '' ? [] : folders.split(BETWEEN_NAMES),
    stamp: next(NUMBERS_OF_A_STAMP),
    stamps: next(NUMBERS_OF_A_STAMP * count),
    minutes: next(count),
    kinds: next(count),
    answered: next(count),
    ids: next(count),
    banks,
    first,
    last,
    mistaken: new Map(mistaken),
    open,
    openOutlines,
    outlines,
  };
}

const NUMBERS_OF_A_STAMP = 4;

/**
 * How many numbers a segment has.
 *
 * @example
 * numbersOf({ count: 2 }) //=> 20
 */
export function numbersOf({ count }: Pick<AboutAsJson, 'count'>): number {
  return NUMBERS_OF_A_STAMP + count * (NUMBERS_OF_A_STAMP + 4);
}

/**
 * What a segment keeps of its files, by their names.
 *
 * @throws DamagedSegment
 *
 * @example
 * keptFiles(segment).get('2026-11-22-091405-member-k3x8m2p9qa.md')?.kind //=> 'entry'
 */
export function keptFiles(segment: Segment): ReadonlyMap<string, KeptFile> {
  const { names, kinds, minutes, answered, mistaken } = segment;
  const lines = textOf(segment.part('lines')).split('\n');
  const entries = textOf(segment.part('entries')).split(END_OF_ENTRY);
  const { shared, followed, outlines } = segment.keptOutlines();
  const saidAt = new Map(followed.map(([at, ...said]) => [at, said]));
  return new Map(
    names.map((name, at): [string, KeptFile] => {
      const kind = kinds[at] ?? NO_ENTRY;
      const outline = outlines[at];
      const line = lines[at] ?? '';
      if (kind === UNREAD) return [name, { kind: 'unread', line }];
      if (kind === MISTAKEN) return [name, { kind: 'mistaken', mistakes: mistaken.get(at) ?? [] }];
      if (!outline) return [name, NOTHING_KEPT];
      const kept: KeptEntry = {
        kind: 'entry',
        id: outline[0],
        bank: outline[4],
        minute: minutes[at] ?? 0,
        answered: answered[at] ?? 0,
        json: entries[at] ?? '',
        line,
        followed: saidAt.get(at),
        outline,
        shared,
      };
      return [name, kept];
    }),
  );
}
