// One answer as it stands in an entry's file, below its question.
import { type Given, percentOf, type Skipped } from '../../domain/entry/answer.ts';
import type { QuestionType } from '../../domain/banks/question-bank.ts';
import * as body from './entry-body.ts';
import { printLine, readLine } from './line-markdown.ts';
import * as parts from './parts-markdown.ts';
import { printText, readSkip, readText } from './text-markdown.ts';

/** The answer below a question; `own` are the lines that a person wrote beneath it. */
export interface ReadAnswer {
  readonly given: (Given & { readonly skip: null }) | Skipped;
  readonly own: readonly string[];
}

/**
 * The lines below a question's heading and comment: text as it is (`printText`), `value (legend)` for a
 * choice or a scale, a list for a prediction or a commitment, and the words of a skip in italics.
 *
 * @example
 * printGiven({ type: 'scale', value: 3, legend: '1 not clear, 5 clear', skip: null })
 * //=> '3 (1 not clear, 5 clear)'
 */
export function printGiven(answer: ReadAnswer['given']): string {
  if (answer.skip !== null) return `*${answer.skip.replace('-', ' ')}*`;
  switch (answer.type) {
    case 'text':
      return printText(answer.value);
    case 'choice':
    case 'scale':
      return answer.legend === undefined
        ? String(answer.value)
        : `${answer.value} (${printLine(answer.legend)})`;
    case 'percent':
      return `${percentOf(answer.value)} %`;
    case 'date':
      return answer.value;
    case 'prediction':
      return parts.printPrediction(answer.value);
    case 'commitment':
      return parts.printCommitment(answer.value);
  }
}

/**
 * Reads the lines below a question's heading and comment, up to the next question.
 *
 * Blanks around a value, `%` with or without a blank, a meaning in brackets that a formatter wrapped, and missing parts of a
 * prediction or commitment are forgiven. Nothing at all is a skip. Text goes on to the end of the answer; after any other value and after
 * a skip, what follows is the person's own.
 *
 * @param end - The position in `lines` at which the answer ends: at a heading of the person's own, or after
 *   the last line.
 *
 * @example
 * readGiven('choice', { texts: ['fitting (It made sense for the task)'], line: 12 }, 1, complain).given
 * //=> { type: 'choice', value: 'fitting', legend: 'It made sense for the task', skip: null }
 */
export function readGiven(
  type: QuestionType,
  lines: body.BodyLines,
  end: number,
  complain: body.Complain,
): ReadAnswer {
  const { texts } = lines;
  const first = body.firstSeen(texts);
  if (first < 0 || first >= end) return { given: { type, value: null, skip: 'passed' }, own: texts };
  const start = body.lineAt(lines, first);
  const skip = readSkip(start.text);
  if (skip !== undefined) return { given: { type, value: null, skip }, own: texts.slice(first + 1) };
  switch (type) {
    case 'text': {
      // A blank line sets the text off from the comment above it, and one from a heading below.
      const from = body.isBlank(texts[0] ?? '') ? 1 : 0;
      const to = end < texts.length && body.isBlank(texts[end - 1] ?? '') ? end - 1 : end;
      const value = readText(texts.slice(from, to));
      return { given: { type, value, skip: null }, own: texts.slice(end) };
    }
    case 'prediction': {
      const { value, lines: taken } = parts.readPrediction(body.linesFrom(lines, first, end), complain);
      return { given: { type, value, skip: null }, own: texts.slice(first + taken) };
    }
    case 'commitment': {
      const { value, lines: taken } = parts.readCommitment(body.linesFrom(lines, first, end), complain);
      return { given: { type, value, skip: null }, own: texts.slice(first + taken) };
    }
    case 'choice':
    case 'scale': {
      const to = bracketsEnd(texts, first, end);
      const line = { ...start, text: texts.slice(first, to).join(' ') };
      return { given: readValue(type, line, complain), own: texts.slice(to) };
    }
    case 'percent':
    case 'date':
      return { given: readValue(type, start, complain), own: texts.slice(first + 1) };
  }
}

/** Where a value ends whose meaning in brackets a formatter wrapped: after the line on which the brackets are closed. */
function bracketsEnd(texts: readonly string[], first: number, end: number): number {
  let open = 0;
  for (let at = first; at < end && !body.isBlank(texts[at] ?? ''); at++) {
    const text = texts[at] ?? '';
    open += openBrackets(text);
    if (open <= 0 && (at === first || text.trimEnd().endsWith(')'))) return at + 1;
  }
  return first + 1;
}

/** How many brackets a text opens more than it closes. */
function openBrackets(text: string): number {
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    if (sign === '(') open++;
    else if (sign === ')') open--;
  }
  return open;
}

function readValue(
  type: Exclude<QuestionType, 'text' | 'prediction' | 'commitment'>,
  line: body.BodyLine,
  complain: body.Complain,
): Given & { readonly skip: null } {
  const text = line.text.trim();
  const place = body.placeOf(line);
  switch (type) {
    case 'percent':
      return { type, value: parts.readLikelihood(text, place, complain), skip: null };
    case 'date':
      return { type, value: parts.readDay(readLine(text), place, complain), skip: null };
    case 'choice': {
      const { word, legend } = readLegend(text);
      if (/\s/u.test(word))
        complain(place, 'expected the value of one option, followed by its meaning in brackets');
      return legend === undefined
        ? { type, value: word, skip: null }
        : { type, value: word, legend, skip: null };
    }
    case 'scale': {
      const { word, legend } = readLegend(text);
      if (word !== 'na' && !/^-?\d{1,4}$/.test(word))
        complain(place, 'expected a whole number or "na", followed by its meaning in brackets');
      const value = word === 'na' ? word : Number(word) || 0;
      return legend === undefined ? { type, value, skip: null } : { type, value, legend, skip: null };
    }
  }
}

/** A value, and what stands in brackets after it. */
function readLegend(text: string): { readonly word: string; readonly legend: string | undefined } {
  const [, word = text, legend] = /^([^\s(]+)\s*\((.*)\)$/su.exec(text) ?? [];
  const bare = readLine(/[*_`]/.test(word) ? word.replace(/^[*_`]+|(?<![*_`])[*_`]+$/g, '') : word);
  return { word: bare, legend: legend === undefined ? undefined : readLine(legend) };
}
