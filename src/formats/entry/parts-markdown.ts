// Predictions and commitments as lists in an entry's file, a part on each line.
import {
  type Commitment,
  type Feeling,
  FEELINGS,
  percentOf,
  type Prediction,
  shareOf,
} from '../../domain/entry/answer.ts';
import { type Day, isDay } from '../../domain/time/day.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { quoted } from '../../domain/text/plain-text.ts';
import * as body from './entry-body.ts';
import { printLine, readLine } from './line-markdown.ts';

const PREDICTION_PARTS = ['expect', 'sign', 'likelihood', 'due', 'feeling'] as const;
const COMMITMENT_PARTS = ['when', 'then', 'by', 'likelihood'] as const;
/** Parts below a blank line: there the first release reads them as lines of the person's own. */
const COMMITMENT_MORE = ['because', 'obstacle', 'response'] as const;

/** A list, understood, and the number of lines it takes; what follows is the person's own. */
export interface ReadList<Value> {
  readonly value: Value;
  readonly lines: number;
}

/**
 * A prediction as a list, each part on a line. Parts without a value have none.
 *
 * @example
 * printPrediction({ expect: 'They will ask twice', likelihood: 0.7, sign: null, due: null, feeling: null })
 * //=> '- Expect: They will ask twice\n- Likelihood: 70 %'
 */
export function printPrediction(prediction: Prediction): string {
  return printParts(PREDICTION_PARTS, prediction);
}

/**
 * A commitment as a list, each part on a line. Parts without a value have none. What was said beyond the plan itself stands in a list
 * below it.
 *
 * @example
 * printCommitment({ when: null, then: 'ask first', by: '2026-12-06', likelihood: null })
 * //=> '- Then: ask first\n- By: 2026-12-06'
 */
export function printCommitment(commitment: Commitment): string {
  const { because = null, obstacle = null, response = null } = commitment;
  const more = printParts(COMMITMENT_MORE, { because, obstacle, response });
  return `${printParts(COMMITMENT_PARTS, commitment)}${more === '' ? '' : `\n\n${more}`}`;
}

/**
 * Understands a prediction's list, which begins on the first line.
 *
 * Forgiven: any order, parts left out (but `Expect`), capitals, names in bold or italics, other bullets and numbers, however far the
 * list is indented, blank lines between parts, and a part that runs on over several lines.
 *
 * @example
 * readPrediction({ texts: ['- Expect: rain'], line: 12 }, complain)
 * //=> { value: { expect: 'rain', sign: null, likelihood: null, due: null, feeling: null }, lines: 1 }
 */
export function readPrediction(lines: body.BodyLines, complain: body.Complain): ReadList<Prediction> {
  const { parts, lines: taken } = readParts('prediction', PREDICTION_PARTS, 'expect', lines, complain);
  const value = {
    expect: parts.get('expect')?.text ?? '',
    sign: parts.get('sign')?.text ?? null,
    likelihood: likelihoodOf(parts.get('likelihood'), complain),
    due: dayOf(parts.get('due'), complain),
    feeling: feelingOf(parts.get('feeling'), complain),
  };
  return { value, lines: taken };
}

/**
 * Understands a commitment's list, as `readPrediction` does; `Then` is the part that is needed.
 *
 * @example
 * readCommitment({ texts: ['* then: ask first'], line: 12 }, complain)
 * //=> { value: { when: null, then: 'ask first', by: null, likelihood: null }, lines: 1 }
 */
export function readCommitment(lines: body.BodyLines, complain: body.Complain): ReadList<Commitment> {
  const known = [...COMMITMENT_PARTS, ...COMMITMENT_MORE];
  const { parts, lines: taken } = readParts('commitment', known, 'then', lines, complain);
  const more = COMMITMENT_MORE.flatMap((name) => {
    const said = parts.get(name)?.text;
    return said === undefined ? [] : [[name, said]];
  });
  const value = {
    when: parts.get('when')?.text ?? null,
    then: parts.get('then')?.text ?? '',
    by: dayOf(parts.get('by'), complain),
    likelihood: likelihoodOf(parts.get('likelihood'), complain),
    ...Object.fromEntries(more),
  };
  return { value, lines: taken };
}

/**
 * A likelihood as a share from 0 to 1, from a whole percent with or without its sign.
 *
 * @example
 * readLikelihood('70 %', { line: 12, column: 1 }, complain) //=> 0.7
 */
export function readLikelihood(text: string, place: body.FilePlace, complain: body.Complain): number {
  const percent = Number(/^(\d{1,3})\s*%?$/u.exec(text)?.[1] ?? Number.NaN);
  if (percent <= 100) return shareOf(percent);
  complain(
    place,
    `${quoted(text)} is not a likelihood; expected a whole number from 0 to 100, followed by %`,
  );
  return 0;
}

/**
 * A day, as it is written.
 *
 * @example
 * readDay('2026-12-06', { line: 12, column: 1 }, complain) //=> '2026-12-06'
 */
export function readDay(text: string, place: body.FilePlace, complain: body.Complain): Day {
  if (!isDay(text)) complain(place, `${quoted(text)} is not a date; expected YYYY-MM-DD`);
  return text;
}

function printParts<Key extends string>(
  keys: readonly Key[],
  parts: Readonly<Record<Key, string | number | null>>,
): string {
  return keys
    .flatMap((key) => {
      const part = parts[key];
      if (part === null) return [];
      return [`- ${capital(key)}: ${typeof part === 'number' ? `${percentOf(part)} %` : printLine(part)}`];
    })
    .join('\n');
}

/** One part as it was found, and where it stands. */
interface Part {
  readonly text: string;
  readonly start: body.BodyLine;
  /** As much of its text as stands on its first line. */
  readonly word: string;
}

function readParts(
  type: string,
  keys: readonly string[],
  needed: string,
  lines: body.BodyLines,
  complain: body.Complain,
): { readonly parts: ReadonlyMap<string, Part>; readonly lines: number } {
  const { items, lines: taken } = itemsOf(lines, keys);
  const parts = new Map<string, Part>();
  for (const { start, key, words } of items) {
    const word = words[0] ?? '';
    const text = readLine(words.length === 1 ? word : words.join(' '));
    if (!keys.includes(key)) complain(body.placeOf(start), unknownPart(key, keys));
    else if (parts.has(key)) complain(body.placeOf(start), `"${capital(key)}" appears twice`);
    else if (text !== '') parts.set(key, { text, start, word: word.trim() });
  }
  if (lines.texts.length > 0 && !parts.has(needed)) {
    complain(body.placeOf(body.lineAt(lines, 0)), `a ${type} needs a line "- ${capital(needed)}: …"`);
  }
  return { parts, lines: taken };
}

/** One item of a list: what stands before its colon, and its words, line by line. */
interface Item {
  readonly start: body.BodyLine;
  readonly indent: string;
  readonly key: string;
  readonly words: string[];
}

const bullet = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]+(?:([^:]*):)?(.*)$/s;
/** A block that ends a list item in Markdown without a blank line. */
export const otherBlock = /^ {0,3}(?:[#>]|`{3}|~{3}|<[!?/a-z])/i;

/** The list with which the lines begin. After a blank line it goes on only with what names a part. */
function itemsOf(
  lines: body.BodyLines,
  keys: readonly string[],
): { readonly items: readonly Item[]; readonly lines: number } {
  const { texts } = lines;
  const items: Item[] = [];
  let taken = 0;
  for (let at = 0; at < texts.length; at++) {
    const text = texts[at] ?? '';
    if (body.isBlank(text)) continue;
    const afterBlank = at > taken;
    const [found, indent = '', sign = '', before = '', behind = ''] = bullet.exec(text) ?? [];
    const { key, words } = namedPart(before, behind, keys);
    // What is numbered or stands further in belongs to the item above, unless it names a part.
    const isPlain = /^ {0,3}$/.test(indent) && !/\d/.test(sign);
    const isLikeFirst = indent === (items[0]?.indent ?? indent) || (!afterBlank && !/\d/.test(sign));
    if (found !== undefined && (isPlain || (isLikeFirst && keys.includes(key)))) {
      if (afterBlank && !keys.includes(key)) break;
      items.push({ start: body.lineAt(lines, at), indent, key, words: [words] });
    } else {
      const last = items.at(-1);
      if (last === undefined || afterBlank || otherBlock.test(text)) break;
      last.words.push(text);
    }
    taken = at + 1;
  }
  return { items, lines: taken };
}

/** A part and its words; its name may be set off by signs, which close before the colon or right behind it. */
function namedPart(before: string, behind: string, keys: readonly string[]) {
  const key = before.trim().toLowerCase();
  const [, opening = '', name = '', closing = ''] = /^([*_]{1,3})([a-z]+)([*_]{0,3})$/.exec(key) ?? [];
  if (!keys.includes(name)) return { key, words: behind };
  const after = closing === '' ? opening : '';
  const isClosed = behind.startsWith(after) && opening.length === (closing || after).length;
  return isClosed ? { key: name, words: behind.slice(after.length) } : { key, words: behind };
}

function unknownPart(key: string, keys: readonly string[]): string {
  const near = nearest(key, keys);
  const meant = near === undefined ? `one of ${keys.map(capital).join(', ')}` : `"- ${capital(near)}: …"`;
  return `no such part; expected ${meant}`;
}

function capital(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}

function likelihoodOf(part: Part | undefined, complain: body.Complain): number | null {
  return part === undefined ? null : readLikelihood(part.text, body.placeOf(part.start, part.word), complain);
}

function dayOf(part: Part | undefined, complain: body.Complain): Day | null {
  return part === undefined ? null : readDay(part.text, body.placeOf(part.start, part.word), complain);
}

function feelingOf(part: Part | undefined, complain: body.Complain): Feeling | null {
  if (part === undefined) return null;
  const feeling = FEELINGS.find((one) => one === part.text.toLowerCase());
  if (feeling === undefined) {
    const message = `${quoted(part.text)} is not a feeling; expected ${FEELINGS.join(', ')}`;
    complain(body.placeOf(part.start, part.word), message);
  }
  return feeling ?? null;
}
