// Mistakes in a file, told without a word of what stands there.
import type { Mistake } from '../domain/text/errors.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { HEAD_KEYS } from '../formats/entry/entry-head.ts';

/** A value from the file at the beginning of a message; the last of these words is our own. */
const VALUE_FIRST = /^".*" (?=is not |names no )/s;
/** YAML's own complaints repeat what stands in the file, with quotes and without. */
const YAML_SAYS = /^((?:the front matter is )?not YAML|tags are not read here): .*$/s;
/** The words that our own messages put in quotes. */
const PART = '(?:Expect|Sign|Likelihood|Due|Feeling|When|Then|By)';
const OURS = new RegExp(
  `^(?:---|coach: 1|## …|${PART}|- ${PART}: …|key: value|na|\\d{4}-\\d\\d-\\d\\dT[\\d:+]+)$`,
);

/**
 * A mistake in a file of the person's, without a word of what stands there: what is quoted from the file is left out, what was
 * expected stays.
 *
 * @example
 * discreet('"170 %" is not a likelihood; expected a whole number from 0 to 100, followed by %')
 * //=> '"…" is not a likelihood; expected a whole number from 0 to 100, followed by %'
 */
export function discreet(message: string): string {
  const told = message
    .replace(YAML_SAYS, '$1')
    .replace(VALUE_FIRST, '"…" ')
    .replace(/^there is no setting ".*"(?=; )/s, 'there is no setting "…"');
  // Of anything else in quotes only what is known to be ours is shown, and otherwise nothing up to the last quote.
  const quotes = Array.from(told.matchAll(/"([^"]*)"/g));
  const first = quotes.find(([, text = '']) => text !== '…' && !OURS.test(text) && !HEAD_KEYS.includes(text));
  if (!first) return told;
  return `${told.slice(0, first.index)}"…"${told.slice(told.lastIndexOf('"') + 1)}`;
}

/**
 * A mistake as it is told: file, line, column and what was expected.
 *
 * @example
 * discreetMistake('a.md', { line: 48, column: 15, message: '"x" is not a date; expected YYYY-MM-DD' })
 * //=> 'a.md:48:15: "…" is not a date; expected YYYY-MM-DD'
 */
export function discreetMistake(file: string, { line, column, message }: Mistake): string {
  return `${file}:${line}:${column}: ${oneLine(discreet(message))}`;
}
