// Entries without their texts, for what looks at all of them at once.
import type { Answer } from '../../domain/entry/answer.ts';
import { type Entry, entryPath, NO_EXTRA, type StoredEntry } from '../../domain/entry/entry.ts';

/**
 * What is kept of an entry for who looks at all of them at once: everything but texts, tags and what was added by hand. What one
 * answer has in common with others is kept once, and a number stands for it, so that thousands of entries share few wordings.
 */
export type Outline = readonly [
  id: string,
  at: string,
  /** 0: as `at`. */
  written: string | 0,
  day: string,
  bank: string,
  role: Entry['role'],
  about: string | null,
  /** 0: where coach itself would put it. */
  path: string | 0,
  answers: readonly (number | readonly [number: number, own: Partial<OwnPart>])[],
];

/** The same, with one number for all answers where there is nothing but numbers: many entries have the same ones. */
export type PackedOutline = readonly [
  ...head: Outline extends readonly [...infer Head, Outline[8]] ? Head : never,
  answers: number | Outline[8],
];

/** What an answer hardly ever has in common with another one. */
type OwnPart = Pick<Answer, 'value' | 'closes' | 'continues'>;

/**
 * An entry without its texts.
 *
 * @param numberOf - The number that stands for what an answer shares with others, as `sharedParts` has it.
 *
 * @example
 * outlineOf({ entry: { ...entry, written: entry.at }, path: entryPath(entry) }, () => 7)
 * //=> ['k3x8m2p9qa', '2026-11-22T09:14:05+01:00', 0, '2026-11-22', 'member', 'member', 'D.', 0, [7]]
 */
export function outlineOf({ entry, path }: StoredEntry, numberOf: (shared: string) => number): Outline {
  const { id, at, written, day, bank, role, about, answers } = entry;
  return [
    id,
    at,
    written === at ? 0 : written,
    day,
    bank,
    role,
    about,
    path === entryPath(entry) ? 0 : path,
    answers.map((answer) => {
      const { shared, own } = partsOf(answer);
      const number = numberOf(JSON.stringify(shared));
      return own ? [number, own] : number;
    }),
  ];
}

/**
 * The same outline with other numbers.
 *
 * @example
 * renumbered(['k3x8m2p9qa', '2026-11-22', 0, '2026-11-22', 'note', null, null, 0, [7]], () => 8)[8] //=> [8]
 */
export function renumbered(outline: Outline, numberOf: (number: number) => number): Outline {
  const [id, at, written, day, bank, role, about, path, answers] = outline;
  const numbered = answers.map((answer) =>
    typeof answer === 'number' ? numberOf(answer) : ([numberOf(answer[0]), answer[1]] as const),
  );
  return [id, at, written, day, bank, role, about, path, numbered];
}

/**
 * An outline, packed.
 *
 * @param numberOf - The number that stands for a list of numbers, as JSON.
 *
 * @example
 * packed(['k3x8m2p9qa', '2026-11-22', 0, '2026-11-22', 'note', null, null, 0, [7, 8]], () => 9)[8] //=> 9
 */
export function packed(outline: Outline, numberOf: (list: string) => number): PackedOutline {
  const [id, at, written, day, bank, role, about, path, answers] = outline;
  if (!answers.every((answer) => typeof answer === 'number')) return outline;
  return [id, at, written, day, bank, role, about, path, numberOf(JSON.stringify(answers))];
}

/**
 * The outline that was packed.
 *
 * @param listOf - The list that a number stands for, as JSON.
 *
 * @example
 * unpacked(['k3x8m2p9qa', '2026-11-22', 0, '2026-11-22', 'note', null, null, 0, 9], () => '[7,8]')[8] //=> [7, 8]
 */
export function unpacked(outline: PackedOutline, listOf: (number: number) => string): Outline {
  const [id, at, written, day, bank, role, about, path, answers] = outline;
  const list: Outline[8] = typeof answers === 'number' ? JSON.parse(listOf(answers)) : answers;
  return [id, at, written, day, bank, role, about, path, list];
}

/** Plans, guesses and dates are one of a kind, and so is what something looks back on. Texts are left out. */
function partsOf(answer: Answer): { readonly shared: object; readonly own: Partial<OwnPart> | undefined } {
  const { closes, continues, ...shared } = answer;
  const { value, type, skip } = answer;
  const isOneOfAKind = skip === null && (type === 'prediction' || type === 'commitment' || type === 'date');
  const links = { ...(closes !== undefined && { closes }), ...(continues !== undefined && { continues }) };
  const own = { ...(isOneOfAKind && { value }), ...links };
  return {
    shared: isOneOfAKind
      ? { ...shared, value: null }
      : type === 'text' && skip === null
        ? { ...shared, value: '' }
        : shared,
    own: Object.keys(own).length > 0 ? own : undefined,
  };
}

/**
 * What makes entries of outlines. Their texts are empty, and so is what an outline does not hold.
 *
 * @param sharedOf - What answers share, by its number.
 * @param listOf - All answers of an entry, by the number that stands for them.
 *
 * @example
 * outlineReader(() => entry.answers[0], () => entry.answers)(outlineOf(stored, () => 0)).entry.bank //=> 'member'
 */
export function outlineReader(
  sharedOf: (number: number) => Answer,
  listOf: (number: number) => readonly Answer[],
): (outline: PackedOutline) => StoredEntry {
  const answerOf = (answer: Outline[8][number]): Answer =>
    typeof answer === 'number' ? sharedOf(answer) : Object.assign({}, sharedOf(answer[0]), answer[1]);
  return (outline) => {
    const own = outline[8];
    return entryOfOutline(outline, typeof own === 'number' ? listOf(own) : own.map(answerOf));
  };
}

function entryOfOutline(outline: PackedOutline, answers: readonly Answer[]): StoredEntry {
  // By their places: taken apart as a list, thousands of them take twice as long.
  const { 0: id, 1: at, 2: written, 3: day, 4: bank, 5: role, 6: about, 7: path } = outline;
  const entry: Entry = {
    id,
    at,
    written: written === 0 ? at : written,
    zone: null,
    day,
    bank,
    bankVersion: 0,
    role,
    about,
    tags: NONE,
    title: '',
    minutes: null,
    answers,
    extra: NO_EXTRA,
  };
  return new Outlined(entry, path);
}

const NONE: readonly never[] = [];

/** Nearly all are in their own places, and hardly anybody asks where that is. */
class Outlined implements StoredEntry {
  readonly entry: Entry;
  private readonly place: Outline[7];

  constructor(entry: Entry, place: Outline[7]) {
    this.entry = entry;
    this.place = place;
  }

  get path(): string {
    return this.place === 0 ? entryPath(this.entry) : this.place;
  }
}
