// A segment of the index: all that it keeps of one folder of the journal.
import type { Listing } from '../ports/journal-files.ts';
import type { Answer } from '../../domain/entry/answer.ts';
import { entryFromList } from '../../formats/entry/entry-json.ts';
import type { StoredEntry } from '../../domain/entry/entry.ts';
import { pathIn } from '../../domain/entry/entry.ts';
import { textOf } from '../../formats/index/index-bytes.ts';
import { type Lines, linesOf } from './byte-lines.ts';
import {
  entriesOfOutlines,
  followedIn,
  type KeptOutlines,
  type Outlined,
  outlinesIn,
  readOutlines,
  type SaidOfPlans,
} from './kept-outlines.ts';
import type { Mistake } from '../../domain/text/errors.ts';
import { remembered } from '../../domain/text/remembered.ts';

/** The kinds of files that hold no entry which is understood; the others have the number of their bank. */
export const NO_ENTRY = -1;
export const MISTAKEN = -2;
export const UNREAD = -3;

/** What a segment tells without being read further. Lists of numbers have one for each file, in the order of their names. */
export interface SegmentAbout extends Omit<Listing, 'names'> {
  /** The folder, below the journal. */
  readonly path: string;
  /** The names of its files, as `printNames` has them. */
  readonly printedNames: Uint8Array;
  /** Of the files, as `keptStamps` has them. */
  readonly stamps: Float64Array;
  /**
   * Minutes since 1970 of what each file is about. Of one that is yet to be understood no later than that; Infinity where that
   * does not show, and -Infinity where there is no entry.
   */
  readonly minutes: Float64Array;
  /** The number of the bank of each entry, or what kind of file it is. */
  readonly kinds: Float64Array;
  /** How many questions each entry answers, and skips none. */
  readonly answered: Float64Array;
  /** The ids of entries as `idNumber` has them; -1 where there is none. */
  readonly ids: Float64Array;
  readonly banks: readonly string[];
  /** The first and the last day of an entry; empty where there is none. */
  readonly first: string;
  readonly last: string;
  /** What is wrong with files that could not be understood, by their places. */
  readonly mistaken: ReadonlyMap<number, readonly Mistake[]>;
  /** The places of entries that may hold something open, or speak of what may be. */
  readonly open: readonly number[];
  /** The outlines of those, as `outlinesAt` has them. */
  readonly openOutlines: Uint8Array;
  /**
   * As `printOutlines` has them: what answers share, what entries say of plans and guesses as far as they do, then one for each file.
   * They are read when somebody asks for any.
   *
   * @throws DamagedSegment where they cannot be had any more.
   */
  outlines(): Uint8Array;
}

/** The parts of a segment that are read when somebody asks for them, in their order in the file: `lines`, one for each file, and `entries` as JSON. */
export const PARTS = ['lines', 'entries'] as const;

export type PartName = (typeof PARTS)[number];

/** Room that is used again and again, and made larger where it is too small. */
export interface Reused {
  bytes: Uint8Array;
}

/** A segment, with what is in its parts. */
export interface Segment extends SegmentAbout, Listing {
  /** Minutes since 1970 of the newest in it. */
  readonly newest: number;
  /**
   * A part as it was written.
   *
   * @param into - Room for it: what was read into it before is gone.
   * @throws DamagedSegment where it cannot be had any more.
   */
  part(name: PartName, into?: Reused): Uint8Array;
  /** The entry at a place. @throws DamagedSegment */
  entry(at: number): StoredEntry;
  /** The entries at some places, in their order, without texts. @throws DamagedSegment */
  outlined(places: readonly number[]): readonly StoredEntry[];
  /** Those of `open`, likewise. @throws DamagedSegment */
  openOutlined(): readonly StoredEntry[];
  /** What was in the folder. Its names are not held, which takes longer where there are many: they are asked for once. */
  listing(): Listing;
  /** All that is kept of the outlines. @throws DamagedSegment */
  keptOutlines(): KeptOutlines;
  /** What its entries say of plans and guesses. @throws DamagedSegment */
  followed(): readonly SaidOfPlans[];
}

/** A segment does not hold what coach has put there, or is not there any more. */
export class DamagedSegment extends TypeError {
  readonly folder: string;

  constructor(folder: string) {
    super('a segment of the index is damaged');
    this.folder = folder;
  }
}

/**
 * A segment of what it tells and what its parts hold.
 *
 * @param sharedOf - What an answer shares with others, from the JSON of it.
 *
 * @example
 * segmentOf({ ...about, minutes: Float64Array.of(5, 9) }, segment.part, sharedAnswers()).newest //=> 9
 */
export function segmentOf(
  about: SegmentAbout,
  part: Segment['part'],
  sharedOf: (json: string) => Answer,
): Segment {
  let entries: Lines | undefined;
  let outlines: Outlined | undefined;
  let names: readonly string[] | undefined;
  const namesOf = (): readonly string[] => (names ??= readNames(about.printedNames));
  return {
    ...about,
    get names() {
      return namesOf();
    },
    listing: () => ({
      names: readNames(about.printedNames),
      folders: about.folders,
      stamp: about.stamp,
    }),
    newest: newestOf(about.minutes),
    part,
    entry(at) {
      entries ??= entriesOf({ part });
      const json = textOf(entries(at));
      return {
        entry: sound(about.path, () => entryFromList(json)),
        path: pathIn(about.path, namesOf()[at] ?? ''),
      };
    },
    outlined(places) {
      return sound(about.path, () => (outlines ??= outlinesIn(about.outlines(), sharedOf))(places));
    },
    openOutlined: () => sound(about.path, () => entriesOfOutlines(about.openOutlines, sharedOf)),
    keptOutlines: () => sound(about.path, () => readOutlines(textOf(about.outlines()))),
    followed: () => sound(about.path, () => followedIn(about.outlines())),
  };
}

function newestOf(minutes: Float64Array): number {
  let newest = -Infinity;
  for (let at = 0; at < minutes.length; at++) newest = Math.max(newest, minutes[at] ?? newest);
  return newest;
}

/** Is in no name of a file. */
export const BETWEEN_NAMES = '/';

/**
 * Names of files in one text, with a slash between them, which is read sooner than a list.
 *
 * @example
 * printNames(['a.md', 'b.md']) //=> 'a.md/b.md'
 */
export function printNames(names: readonly string[]): string {
  return names.join(BETWEEN_NAMES);
}

/**
 * The names in such a text.
 *
 * @example
 * readNames(bytesOf('a.md/b.md')) //=> ['a.md', 'b.md']
 */
export function readNames(printed: Uint8Array): readonly string[] {
  return printed.length === 0 ? [] : textOf(printed).split(BETWEEN_NAMES);
}

/** @throws DamagedSegment where that is not the JSON any more that it was. */
function sound<Value>(folder: string, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) throw new DamagedSegment(folder);
    throw error;
  }
}

/**
 * The entries of a segment by their places, as the bytes of what `entryInList` has. All are held. @throws DamagedSegment
 *
 * @example
 * entriesOf({ part: () => bytesOf('a\0b') })(1) //=> bytesOf('b')
 */
export function entriesOf({ part }: Pick<Segment, 'part'>, into?: Reused): Lines {
  return linesOf(part('entries', into), BETWEEN_ENTRIES);
}

/** Between entries, which have many lines each: it is in no JSON. */
export const BETWEEN_ENTRIES = 0;

/**
 * Reads what answers share, each once for all segments.
 *
 * @example
 * const sharedOf = sharedAnswers();
 * sharedOf('{"type":"scale"}') === sharedOf('{"type":"scale"}') //=> true
 */
export function sharedAnswers(): (json: string) => Answer {
  return remembered((json: string): Answer => JSON.parse(json));
}
