// Entries as scripts see them: the JSON of coach journal.
import { type Answer, percentOf, shareOf } from '../../domain/entry/answer.ts';
import type { Entry, StoredEntry } from '../../domain/entry/entry.ts';
import { ENTRY_FORMAT } from './entry-head.ts';

/** One answer as scripts see it; likelihoods and percents are whole percents. */
export interface JsonAnswer {
  readonly question: string;
  readonly asked: string;
  readonly type: string;
  readonly value: unknown;
  readonly skip: string | null;
  /** The meaning that the value of a choice or a scale had, where the entry says so. */
  readonly legend: string | undefined;
  readonly closes: string | undefined;
  readonly continues: string | undefined;
  readonly step: string | undefined;
  readonly vague: true | undefined;
}

/**
 * An entry as scripts see it (docs/entry-format.md, JSON): the shape of `coach journal --json`.
 *
 * @param path - Below the journal folder.
 *
 * @example
 * entryAsJson(entry, '2026/11/a.md').answers
 * //=> [{ question: 'member-felt', type: 'text', value: 'Small.', … }]
 */
export function entryAsJson(entry: Entry, path: string): object {
  const { id, at, written, zone, day, bank, bankVersion, role, about, tags, title, minutes, extra } = entry;
  const answers = entry.answers.map(answerAsJson);
  const format = ENTRY_FORMAT;
  // Spelled out, as an entry is where it is read: to spread so many keys takes longer than to print them.
  // oxfmt-ignore
  return { format, id, at, written, zone, day, bank, bankVersion, role, about, tags, title, path, minutes, answers, extra };
}

/**
 * An answer as scripts see it.
 *
 * @example
 * answerAsJson(openPlan.answer).value //=> { when: null, then: 'ask', by: '2026-11-21', likelihood: 80 }
 */
export function answerAsJson(answer: Answer): JsonAnswer {
  const { question, asked, type, skip, closes, continues, step, vague } = answer;
  const legend = 'legend' in answer ? answer.legend : undefined;
  // What is undefined is not printed.
  return { question, asked, type, value: jsonValue(answer), skip, legend, closes, continues, step, vague };
}

function jsonValue(answer: Answer): unknown {
  if (answer.skip !== null) return null;
  switch (answer.type) {
    case 'percent':
      return percentOf(answer.value);
    case 'prediction': {
      const { expect, sign, likelihood, due, feeling } = answer.value;
      return { expect, sign, likelihood: percentOrNull(likelihood), due, feeling };
    }
    case 'commitment': {
      const { when, then, by, likelihood, ...more } = answer.value;
      return { when, then, by, likelihood: percentOrNull(likelihood), ...more };
    }
    case 'text':
    case 'choice':
    case 'scale':
    case 'date':
      return answer.value;
  }
}

function percentOrNull(share: number | null): number | null {
  return share === null ? null : percentOf(share);
}

/**
 * An entry as it stands in a list that `printJson` prints.
 *
 * @example
 * entryInList({ entry, path: 'a.md' }).slice(0, 20) //=> '  {\n    "format": 1,'
 */
export function entryInList({ entry, path }: Pick<StoredEntry, 'entry' | 'path'>): string {
  return withoutControls(
    JSON.stringify([entryAsJson(entry, path)], null, 2).slice('[\n'.length, -'\n]'.length),
  );
}

/**
 * The entry that `entryInList` printed.
 *
 * @example
 * entryFromList(entryInList({ entry, path: 'a.md' })).id //=> 'k3x8m2p9qa'
 */
export function entryFromList(text: string): Entry {
  const { format: _format, path: _path, answers, ...rest }: PrintedEntry = JSON.parse(text);
  return { ...rest, answers: answers.map(answerFromJson) };
}

/** An entry as it was printed. */
interface PrintedEntry extends Omit<Entry, 'answers'> {
  readonly format: number;
  readonly path: string;
  readonly answers: readonly Answer[];
}

/** Undoes `jsonValue`. */
function answerFromJson(answer: Answer): Answer {
  if (answer.skip !== null) return answer;
  switch (answer.type) {
    case 'percent':
      return { ...answer, value: shareOf(answer.value) };
    case 'prediction':
      return { ...answer, value: { ...answer.value, likelihood: shareOrNull(answer.value.likelihood) } };
    case 'commitment':
      return { ...answer, value: { ...answer.value, likelihood: shareOrNull(answer.value.likelihood) } };
    case 'text':
    case 'choice':
    case 'scale':
    case 'date':
      return answer;
  }
}

function shareOrNull(percent: number | null): number | null {
  return percent === null ? null : shareOf(percent);
}

/**
 * A list as indented JSON, as `printJson` prints it, in pieces: a long one is never held as one text.
 *
 * @param items - Each as `entryInList` has it, or the bytes of that.
 *
 * @example
 * [...jsonPieces(['  {}'])].join('') //=> '[\n  {}\n]\n'
 */
export function* jsonPieces<Item>(items: Iterable<Item>): Generator<Item | string> {
  let lead = '[\n';
  for (const item of items) {
    yield lead;
    yield item;
    lead = ',\n';
  }
  yield lead === ',\n' ? '\n]\n' : '[]\n';
}

/**
 * Values as indented JSON, safe to print in a terminal: control characters beyond ASCII are escaped too.
 *
 * @example
 * printJson([]) //=> '[]\n'
 */
export function printJson(value: unknown): string {
  return `${withoutControls(JSON.stringify(value, null, 2))}\n`;
}

/**
 * A value as JSON on one line, as safe to print.
 *
 * @example
 * compactJson({ id: 'k3x8m2p9qa' }) //=> '{"id":"k3x8m2p9qa"}'
 */
export function compactJson(value: unknown): string {
  return withoutControls(JSON.stringify(value));
}

function withoutControls(json: string): string {
  return json.replace(
    // eslint-disable-next-line no-control-regex
    /[\u007f-\u009f]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
