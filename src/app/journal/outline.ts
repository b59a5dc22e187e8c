// Entries without their texts, for what looks at all of them at once.
import type { Answer } from '../../domain/entry/answer.ts';
import { type Entry, entryPath, NO_EXTRA, type StoredEntry } from '../../domain/entry/entry.ts';

/**
 * What is kept of an entry for who looks at all of them at once: everything but texts, tags and what was added by hand. Most
 * answers recur once their text is left out; a number stands for each of these, so that thousands of entries share few answers.
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
  answers: readonly (number | Answer)[],
];

/**
 * An entry without its texts.
 *
 * @param numberOf - The number that stands for an answer that recurs, as `recurring` has it.
 *
 * @example
 * outlineOf({ entry: { ...entry, written: entry.at }, path: entryPath(entry) }, () => 7)
 * //=> ['k3x8m2p9qa', '2026-11-22T09:14:05+01:00', 0, '2026-11-22', 'member', 'member', 'D.', 0, [7]]
 */
export function outlineOf({ entry, path }: StoredEntry, numberOf: (answer: string) => number): Outline {
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
    answers.map((answer) => (recurs(answer) ? numberOf(textOf(answer)) : told(answer))),
  ];
}

/**
 * The answers of an entry that recur, as JSON without their texts: each as often as `outlineOf` asks for its number.
 *
 * @example
 * recurring({ ...entry, answers: [{ question: 'note-text', asked: 'What?', type: 'text', value: 'Long.', skip: null }] })
 * //=> ['{"question":"note-text","asked":"What?","type":"text","value":"","skip":null}']
 */
export function recurring({ answers }: Entry): readonly string[] {
  return answers.filter(recurs).map(textOf);
}

/** Plans, guesses and what looks back on them are one of a kind. */
function recurs({ type, closes, continues }: Answer): boolean {
  return type !== 'prediction' && type !== 'commitment' && closes === undefined && continues === undefined;
}

function textOf(answer: Answer): string {
  return JSON.stringify(told(answer));
}

function told(answer: Answer): Answer {
  return answer.type === 'text' && answer.skip === null ? { ...answer, value: '' } : answer;
}

/**
 * The entry of an outline. Its texts are empty, and so is what an outline does not hold.
 *
 * @param answers - Those that recur, each at the place of its number.
 *
 * @example
 * entryOfOutline(outlineOf(stored, () => 0), entry.answers).entry.bank //=> 'member'
 */
export function entryOfOutline(outline: Outline, answers: readonly (Answer | undefined)[]): StoredEntry {
  const [id, at, written, day, bank, role, about, path, own] = outline;
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
    tags: [],
    title: '',
    minutes: null,
    answers: own
      .map((answer) => (typeof answer === 'number' ? answers[answer] : answer))
      .filter((answer) => answer !== undefined),
    extra: NO_EXTRA,
  };
  return {
    entry,
    // Hardly anybody asks for it.
    get path() {
      return path === 0 ? entryPath(entry) : path;
    },
  };
}
