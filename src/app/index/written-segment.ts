// A segment as it is written: made of what is kept of its files, and read again.
import { numbering } from '../../domain/text/numbering.ts';
import type { Mistake } from '../../domain/text/errors.ts';
import { bytesOf, textOf } from '../../formats/index/index-bytes.ts';
import { dayOfLine } from '../journal/index-line.ts';
import { renumbered } from '../journal/outline.ts';
import { instantOfLine } from '../journal/unread-line.ts';
import type { Listing } from '../ports/journal-files.ts';
import { type KeptEntry, type KeptFile, NOTHING_KEPT } from './kept-file.ts';
import { printOutlines } from './kept-outlines.ts';
import { idNumber } from './open-places.ts';
import {
  BETWEEN_ENTRIES,
  MISTAKEN,
  NO_ENTRY,
  type PartName,
  type Segment,
  type SegmentAbout,
  UNREAD,
} from './segment.ts';

/** A segment as it is written. */
export interface WrittenSegment {
  readonly about: AboutAsJson;
  readonly numbers: Float64Array;
  readonly outlines: Uint8Array;
  readonly parts: Readonly<Record<PartName, Uint8Array>>;
}

/** What a segment tells of itself, as JSON has it. Names are in one text, with a slash between them, which is read sooner. */
export interface AboutAsJson {
  readonly path: string;
  readonly names: string;
  readonly folders: string;
  readonly banks: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly mistaken: readonly (readonly [number, readonly Mistake[]])[];
}

const END_OF_ENTRY = String.fromCharCode(BETWEEN_ENTRIES);

/** Is in no name of a file. */
const BETWEEN = '/';

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
    file.kind === 'entry'
      ? JSON.stringify(renumbered(file.outline, (number) => shared.of(file.shared[number] ?? '')))
      : '0',
  );
  const entries = kept.flatMap((file, at) => (file.kind === 'entry' ? [{ ...file, at }] : []));
  const followed = entries.flatMap((entry) => (entry.followed ? [[entry.at, ...entry.followed]] : []));
  const days = entries.map(({ line }) => dayOfLine(line)).sort();
  return {
    about: {
      path,
      names: names.join(BETWEEN),
      folders: folders.join(BETWEEN),
      banks: banks.all,
      first: days[0] ?? '',
      last: days.at(-1) ?? '',
      mistaken: kept.flatMap((file, at) => (file.kind === 'mistaken' ? [[at, file.mistakes] as const] : [])),
    },
    numbers: Float64Array.from([...stamp, ...stamps, ...minutes, ...kinds, ...answered, ...ids]),
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

/**
 * What a segment tells, as it was written. Numbers of others may come after its own.
 *
 * @returns With the numbers of those.
 *
 * @example
 * readAbout(segmentOfFolder('2026/11', listing, stamps, [keptEntry(stored), NOTHING_KEPT])).about.kinds //=> Float64Array.of(0, -1)
 */
export function readAbout({
  about: { path, names, folders, banks, first, last, mistaken },
  numbers,
  outlines,
  open = [],
}: Omit<WrittenSegment, 'parts'> & { readonly open?: readonly number[] | undefined }): {
  readonly about: SegmentAbout;
  readonly rest: Float64Array;
} {
  const files = listOf(names);
  let at = 0;
  const next = (count: number): Float64Array => numbers.subarray(at, (at += count));
  const about: SegmentAbout = {
    path,
    names: files,
    folders: listOf(folders),
    stamp: next(NUMBERS_OF_A_STAMP),
    stamps: next(NUMBERS_OF_A_STAMP * files.length),
    minutes: next(files.length),
    kinds: next(files.length),
    answered: next(files.length),
    ids: next(files.length),
    banks,
    first,
    last,
    mistaken: new Map(mistaken),
    open,
    outlines,
  };
  return { about, rest: numbers.subarray(at) };
}

const NUMBERS_OF_A_STAMP = 4;

function listOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(BETWEEN);
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
