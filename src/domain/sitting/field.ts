// A field: one part of a question as it is asked, and how what is typed in it is read.
import { type Commitment, FEELINGS, type Prediction, shareOf } from '../entry/answer.ts';
import { DEFAULT_DUE_DAYS } from '../entry/due-day.ts';
import type { Day } from '../time/day.ts';
import { nearest } from '../text/nearest.ts';
import type { Question, Scale } from '../banks/question-bank.ts';
import { oneLine, plainText } from '../text/plain-text.ts';
import { parseDueDay } from '../time/typed-day.ts';

/** The dates offered for a due date, in days from today: the usual one, two nearer ones, and about a month at the most. */
export const DUE_CHOICES: readonly number[] = [3, 7, DEFAULT_DUE_DAYS, 30];

/** The parts that an answer is made of: one value, or the parts of a prediction or a commitment. */
export type FieldName = 'value' | keyof Prediction | keyof Commitment;

/** How a part is asked for: many lines, one line, from a list, or as a number or a date. */
export type FieldInput = 'text' | 'line' | 'choice' | 'scale' | 'percent' | 'day' | 'due' | 'feeling';

/** Text, an option's value, a day; a number on a scale; a share from 0 to 1 for a percent. */
export type FieldValue = string | number;

/** The values given to the parts of one question; null: left out on purpose. */
export type Parts = { readonly [Name in FieldName]?: FieldValue | null };

/** A question as it is asked of somebody: the scale of their role, and whether one line is enough, so that Enter ends it. */
export interface AskedQuestion {
  readonly question: Question;
  readonly scale?: Scale;
  readonly short?: boolean;
}

/** One part of a question, as it is asked. */
export interface Field {
  readonly name: FieldName;
  readonly input: FieldInput;
}

/** What was expected, where what was typed is not understood. */
export type Complaint =
  | { readonly kind: 'percent' | 'day' }
  /** A scale that was not said. */
  | { readonly kind: 'endless' }
  | { readonly kind: 'scale'; readonly min: number; readonly max: number; readonly na: boolean }
  /** One of so many options, and the one that was likely meant, numbered from 1. */
  | {
      readonly kind: 'option';
      readonly options: number;
      readonly near?: { readonly number: number; readonly label: string };
    };

/** Under this likelihood of doing it, a plan is asked about once more (docs/method.md, Commitments). */
export const LIKELY_ENOUGH = 0.7;

/**
 * The parts of a question in the order in which they are asked. There is always one. A plan that is not likely is asked what makes
 * it as likely as that, and what to do about an obstacle only where one was named.
 *
 * @param parts - What was given to them so far.
 *
 * @example
 * fieldsOf({ question: { type: 'commitment' } }).map(({ name }) => name) //=> ['when', 'then', 'by', 'likelihood']
 * fieldsOf({ question: { type: 'commitment' } }, { likelihood: 0.6 }).at(-1)?.name //=> 'because'
 */
export function fieldsOf(
  { question, short = false }: Pick<AskedQuestion, 'question' | 'short'>,
  parts: Parts = {},
): readonly [Field, ...Field[]] {
  switch (question.type) {
    case 'text':
      return [{ name: 'value', input: short ? 'line' : 'text' }];
    case 'choice':
    case 'scale':
    case 'percent':
      return [{ name: 'value', input: question.type }];
    case 'date':
      return [{ name: 'value', input: 'day' }];
    case 'prediction':
      if (question.fixed !== undefined) return [{ name: 'likelihood', input: 'percent' }];
      return [
        { name: 'expect', input: 'line' },
        { name: 'sign', input: 'line' },
        { name: 'likelihood', input: 'percent' },
        { name: 'due', input: 'due' },
        { name: 'feeling', input: 'feeling' },
      ];
    case 'commitment':
      return [
        { name: 'when', input: 'line' },
        { name: 'then', input: 'line' },
        { name: 'by', input: 'due' },
        { name: 'likelihood', input: 'percent' },
        ...linesWhere(isUnlikely(parts.likelihood), 'because'),
        ...linesWhere(question.obstacle !== undefined, 'obstacle'),
        ...linesWhere((parts.obstacle ?? null) !== null, 'response'),
      ];
  }
}

function linesWhere(isAsked: boolean, name: FieldName): readonly Field[] {
  return isAsked ? [{ name, input: 'line' }] : [];
}

/**
 * Whether a plan with this likelihood is asked about once more.
 *
 * @example
 * isUnlikely(0.65) //=> true
 */
export function isUnlikely(likelihood: FieldValue | null | undefined): boolean {
  return typeof likelihood === 'number' && likelihood < LIKELY_ENOUGH;
}

/**
 * Understands what was typed for one part.
 *
 * Blank text is null: the part is left out. Percents may carry a percent sign and stand from 5 to 95 in steps of 5, or are
 * 0 or 100; days are understood as words too; options by value, number (from 1) or label; scales by number or `na`.
 *
 * @returns The value, or what was expected in its place.
 *
 * @example
 * readField({ input: 'percent' }, { question: { type: 'percent' } }, '70 %', '2026-11-22') //=> { value: 0.7 }
 * const rated = { question: { type: 'scale' }, scale: { min: 1, max: 5 } };
 * readField({ input: 'scale' }, rated, '9', '2026-11-22') //=> { complaint: { kind: 'scale', … } }
 */
export function readField(
  { input }: Pick<Field, 'input'>,
  { question, scale }: Pick<AskedQuestion, 'question' | 'scale'>,
  typed: string,
  today: Day,
): { readonly value: FieldValue | null } | { readonly complaint: Complaint } {
  const text = input === 'text' ? plainText(typed) : oneLine(typed);
  if (text.trim() === '') return { value: null };
  switch (input) {
    case 'text':
    case 'line':
      return { value: text };
    case 'percent':
      return readPercent(text);
    case 'day':
    case 'due': {
      const day = parseDueDay(text, today);
      return day === undefined ? { complaint: { kind: 'day' } } : { value: day };
    }
    case 'scale':
      return readScale(text, scale, question);
    case 'feeling':
      return readOption(text, FEELING_OPTIONS);
    case 'choice':
      return readOption(text, question.options ?? []);
  }
}

const FEELING_OPTIONS = FEELINGS.map((value) => ({ value, label: value }));

function readPercent(text: string): ReturnType<typeof readField> {
  const digits = /^(\d{1,3}) ?%?$/.exec(text)?.[1];
  const percent = Number(digits);
  if (digits === undefined || percent > 100 || percent % 5 !== 0) return { complaint: { kind: 'percent' } };
  return { value: shareOf(percent) };
}

function readScale(text: string, scale: Scale | undefined, { na }: Question): ReturnType<typeof readField> {
  if (scale === undefined) return { complaint: { kind: 'endless' } };
  if (na !== undefined && ['na', 'n/a', '-'].includes(text.toLowerCase())) return { value: 'na' };
  const { min, max } = scale;
  const value = Number(text);
  if (/^\d{1,3}$/.test(text) && value >= min && value <= max) return { value };
  return { complaint: { kind: 'scale', min, max, na: na !== undefined } };
}

function readOption(
  text: string,
  options: readonly { readonly value: string; readonly label: string }[],
): ReturnType<typeof readField> {
  const folded = text.toLowerCase();
  const option =
    options.find(({ value, label }) => value === folded || label.toLowerCase() === folded) ??
    (/^\d{1,2}$/.test(text) ? options[Number(text) - 1] : undefined);
  if (option) return { value: option.value };
  const words = options.flatMap(({ value, label }) => [value, label.toLowerCase()]);
  const near = nearest(folded, words);
  const at = options.findIndex(({ value, label }) => near === value || near === label.toLowerCase());
  const meant = options[at];
  const isNear = meant && { near: { number: at + 1, label: meant.label } };
  return { complaint: { kind: 'option', options: options.length, ...isNear } };
}

/**
 * The part that makes an answer: without it the question is skipped.
 *
 * @example
 * neededPart({ type: 'commitment' }) //=> 'then'
 */
export function neededPart({ type, fixed }: Question): FieldName {
  if (type === 'commitment') return 'then';
  if (type === 'prediction') return fixed === undefined ? 'expect' : 'likelihood';
  return 'value';
}

/**
 * The meaning of a scale's ends, as it is kept beside a value.
 *
 * @example
 * scaleLegend({ min: 1, max: 5, low: 'not clear', high: 'clear' }) //=> '1 not clear, 5 clear'
 */
export function scaleLegend({ min, max, low, high }: Scale): string {
  return `${min} ${low}, ${max} ${high}`;
}
