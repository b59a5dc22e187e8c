// Single files as the index keeps them.
import { entryInList } from '../../formats/entry/entry-json.ts';
import { isInOwnPlace } from '../../domain/entry/copies.ts';
import { placeInTime, type StoredEntry } from '../../domain/entry/entry.ts';
import { itemsIn } from '../../domain/record/followed-items.ts';
import { resolutionsIn } from '../../domain/record/outcomes.ts';
import type { Mistake } from '../../domain/text/errors.ts';
import { numbering } from '../../domain/text/numbering.ts';
import { lineOf } from '../journal/index-line.ts';
import { type Outline, outlineOf } from '../journal/outline.ts';
import type { SaidOfPlans } from './kept-outlines.ts';

/** A file with an entry. */
export interface KeptEntry {
  readonly kind: 'entry';
  readonly id: string;
  readonly bank: string;
  /** Since 1970, of the moment it is about. */
  readonly minute: number;
  /** So many questions, and not skipped. */
  readonly answered: number;
  /** As `entryInList` has it. */
  readonly json: string;
  readonly line: string;
  /** What it says of plans and guesses, where it does. */
  readonly followed: KeptSaid | undefined;
  readonly outline: Outline;
  /** What the numbers in the outline stand for, as JSON. */
  readonly shared: readonly string[];
}

/** What an entry says of plans and guesses, wherever it is. */
export type KeptSaid = SaidOfPlans extends readonly [number, ...infer Rest] ? Rest : never;

/** What the index keeps of one file. */
export type KeptFile =
  | KeptEntry
  /** Its words, until somebody needs to know what it says. */
  | { readonly kind: 'unread'; readonly line: string }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly Mistake[] }
  | { readonly kind: 'none' };

export const NOTHING_KEPT: KeptFile = { kind: 'none' };

/**
 * What is kept of an entry.
 *
 * @example
 * keptEntry({ entry, path: '2026/11/a.md' }).id //=> 'k3x8m2p9qa'
 * keptEntry({ entry: planned, path: 'a copy.md' }).followed?.[3] //=> 0
 */
export function keptEntry(stored: StoredEntry): KeptEntry {
  const { entry } = stored;
  const numbers = numbering();
  return {
    kind: 'entry',
    id: entry.id,
    bank: entry.bank,
    minute: Math.floor(placeInTime(entry) / 60_000),
    answered: entry.answers.filter(({ skip }) => skip === null).length,
    json: entryInList(stored),
    line: lineOf(entry),
    followed: saidIn(stored),
    outline: outlineOf(stored, numbers.of),
    shared: numbers.all,
  };
}

function saidIn(stored: StoredEntry): KeptSaid | undefined {
  const plans = itemsIn(stored.entry).map(({ reference }) => reference);
  const spoken = resolutionsIn(stored.entry);
  if (plans.length + spoken.length === 0) return undefined;
  const closes = spoken.flatMap(({ reference, moves }) => (moves === undefined ? [reference] : []));
  const moves = spoken.flatMap((one) => (one.moves === undefined ? [] : [one.reference]));
  return [plans, closes, moves, spoken.length > 0 && isInOwnPlace(stored) ? 1 : 0];
}

/**
 * Whether what is kept of files is the same.
 *
 * @example
 * areSameFiles([NOTHING_KEPT], [NOTHING_KEPT]) //=> true
 */
export function areSameFiles(kept: readonly KeptFile[], before: readonly KeptFile[]): boolean {
  return (
    kept.length === before.length && kept.every((file, at) => file === before[at] || isSame(file, before[at]))
  );
}

function isSame(file: KeptFile, before: KeptFile | undefined): boolean {
  if (file.kind === 'entry') return before?.kind === 'entry' && file.json === before.json;
  return JSON.stringify(file) === JSON.stringify(before);
}
