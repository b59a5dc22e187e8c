// The outlines that a segment of the index keeps of its entries.
import type { Answer } from '../../domain/entry/answer.ts';
import type { StoredEntry } from '../../domain/entry/entry.ts';
import { numbering } from '../../domain/text/numbering.ts';
import { textOf } from '../../formats/index/index-bytes.ts';
import {
  type Outline,
  outlineReader,
  packed,
  type PackedOutline,
  renumbered,
  unpacked,
} from '../journal/outline.ts';
import { linesOf } from './byte-lines.ts';

/** What the entry of a file says of plans and guesses. */
export type SaidOfPlans = readonly [
  /** The place of the file. */
  at: number,
  /** References to its own. */
  plans: readonly string[],
  /** References to what it closes. */
  closes: readonly string[],
  /** References to what it gives another date. */
  moves: readonly string[],
  /** 1: what it closes is closed whatever copies elsewhere there are. */
  counts: 0 | 1,
];

/** Entries without texts by their places, each made once. */
export type Outlined = (places: readonly number[]) => readonly StoredEntry[];

/**
 * Entries without texts, of the outlines of a segment.
 *
 * @param sharedOf - What an answer shares with others, from the JSON of it.
 *
 * @example
 * outlinesIn(segment.outlines(), sharedAnswers())([0])[0]?.entry.bank //=> 'manager'
 */
export function outlinesIn(bytes: Uint8Array, sharedOf: (json: string) => Answer): Outlined {
  const lines = linesOf(bytes);
  const shared: readonly string[] = JSON.parse(outlineText(lines(SHARED)));
  const entryOf = entryReader(shared, sharedOf);
  const known: StoredEntry[] = [];
  return (places) => {
    // To parse all at once takes as long as a few one by one. They are not held: what is made of them is.
    const isMany = places.length > ONE_BY_ONE && !places.every((at) => known[at]);
    const all = isMany ? readPacked(textOf(bytes)).outlines : undefined;
    return places.map((at) => {
      const before = known[at];
      if (before) return before;
      return (known[at] = entryOf(all ? all[at] : JSON.parse(outlineText(lines(OUTLINES + at)))));
    });
  };
}

function entryReader(
  shared: readonly string[],
  sharedOf: (json: string) => Answer,
): (outline: PackedOutline | 0 | undefined) => StoredEntry {
  const answers: Answer[] = [];
  const lists: (readonly Answer[])[] = [];
  const answerOf = (number: number): Answer => (answers[number] ??= sharedOf(shared[number] ?? ''));
  const listOf = (number: number): readonly Answer[] => {
    const list: readonly number[] = JSON.parse(shared[number] ?? '');
    return list.map(answerOf);
  };
  const entryOf = outlineReader(answerOf, (number) => (lists[number] ??= listOf(number)));
  return (outline) => {
    if (!outline) throw new SyntaxError('there is no entry at this place');
    return entryOf(outline);
  };
}

const ONE_BY_ONE = 20;

/** The lines of outlines, of which the first one opens the list. */
const SHARED = 1;
const FOLLOWED = 2;
const OUTLINES = 3;

/**
 * Outlines as a segment keeps them: a list in JSON, whose lines can be read one by one.
 *
 * @param items - Each as JSON.
 *
 * @example
 * printOutlines(['["{}"]', '[]', '0']) //=> '[\n["{}"],\n[],\n0\n]'
 */
export function printOutlines(items: readonly string[]): string {
  return `[\n${items.join(',\n')}\n]`;
}

/**
 * The outlines at some places by themselves, printed likewise.
 *
 * @param bytes - The outlines of a segment.
 *
 * @example
 * outlinesAt(bytesOf(printOutlines(['["{}"]', '[]', '0', '0'])), []) //=> '[\n[],\n[]\n]'
 */
export function outlinesAt(bytes: Uint8Array, places: readonly number[]): string {
  const lines = linesOf(bytes);
  const before: readonly string[] = JSON.parse(outlineText(lines(SHARED)));
  const shared = numbering();
  const outlines = places.map((at) => {
    const outline: PackedOutline = JSON.parse(outlineText(lines(OUTLINES + at)));
    return printOutline(unpacked(outline, listIn(before)), before, shared.of);
  });
  return printOutlines([JSON.stringify(shared.all), '[]', ...outlines]);
}

function listIn(shared: readonly string[]): (number: number) => string {
  return (number) => shared[number] ?? '';
}

/**
 * An outline as it is printed among others.
 *
 * @param shared - What its numbers stand for.
 * @param numberOf - The number that stands for the same there.
 *
 * @example
 * printOutline(['k3x8m2p9qa', '2026-11-22', 0, '2026-11-22', 'note', null, null, 0, [0]], ['{}'], (json) => json.length)
 * //=> '["k3x8m2p9qa","2026-11-22",0,"2026-11-22","note",null,null,0,3]'
 */
export function printOutline(
  outline: Outline,
  shared: readonly string[],
  numberOf: (json: string) => number,
): string {
  return JSON.stringify(
    packed(
      renumbered(outline, (number) => numberOf(shared[number] ?? '')),
      numberOf,
    ),
  );
}

/**
 * The entries of all of these, without texts.
 *
 * @example
 * entriesOfOutlines(bytesOf('[[],[]]'), sharedAnswers()) //=> []
 */
export function entriesOfOutlines(
  bytes: Uint8Array,
  sharedOf: (json: string) => Answer,
): readonly StoredEntry[] {
  const { shared, outlines } = readPacked(textOf(bytes));
  const entryOf = entryReader(shared, sharedOf);
  return outlines.map((outline) => entryOf(outline));
}

/** One of those lines without what separates it from the next. */
function outlineText(line: Uint8Array): string {
  return textOf(line.at(-1) === COMMA ? line.subarray(0, -1) : line);
}

const COMMA = 44;

/**
 * What entries say of plans and guesses, as the outlines of a segment have it.
 *
 * @example
 * followedIn(bytesOf(printOutlines(['["{}"]', '[]', '0']))) //=> []
 */
export function followedIn(outlines: Uint8Array): readonly SaidOfPlans[] {
  return JSON.parse(outlineText(linesOf(outlines)(FOLLOWED)));
}

/** What was printed: two lists, and the outlines after them. */
interface PrintedOutlines {
  readonly 0: KeptOutlines['shared'];
  readonly 1: KeptOutlines['followed'];
  slice(from: 2): PackedOutlines['outlines'];
}

/** Outlines as a segment has them, and what the numbers in them stand for. */
export interface KeptOutlines {
  /** What answers share, as JSON, and lists of such. */
  readonly shared: readonly string[];
  readonly followed: readonly SaidOfPlans[];
  /** 0 for a file without an entry. */
  readonly outlines: readonly (Outline | 0)[];
}

interface PackedOutlines extends Omit<KeptOutlines, 'outlines'> {
  readonly outlines: readonly (PackedOutline | 0)[];
}

function readPacked(text: string): PackedOutlines {
  const printed: PrintedOutlines = JSON.parse(text);
  return { shared: printed[0], followed: printed[1], outlines: printed.slice(2) };
}

/**
 * Reads the outlines of a segment.
 *
 * @example
 * readOutlines(printOutlines(['["{}"]', '[]', '0', '0'])) //=> { shared: ['{}'], followed: [], outlines: [0, 0] }
 */
export function readOutlines(text: string): KeptOutlines {
  const kept = readPacked(text);
  const listOf = listIn(kept.shared);
  return {
    ...kept,
    outlines: kept.outlines.map((outline) => (outline === 0 ? 0 : unpacked(outline, listOf))),
  };
}
