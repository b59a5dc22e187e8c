// One answer of an answers file: what each type of question takes, and what is wrong with what was given.
import {
  type Answer,
  type Commitment,
  FEELINGS,
  type Prediction,
  shareOf,
  SKIPS,
} from '../../domain/entry/answer.ts';
import { type Day, isDay } from '../../domain/time/day.ts';
import type { FieldValue, Parts } from '../../domain/sitting/field.ts';
import { answerFrom, skippedAnswer } from '../../domain/sitting/answer-from-parts.ts';
import { nearest } from '../../domain/text/nearest.ts';
import type { PlannedQuestion } from '../../domain/sitting/agenda.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';

/** Says what is wrong with an answer, or with one part of it; `atKey` where the name of that part is what is wrong. */
export type ComplainOfValue = (message: string, part?: string, where?: 'atKey') => undefined;

/**
 * Understands what a file gives to one question: a value as its type expects it, nothing or `{skip: KIND}`.
 *
 * @param today - A date left out is fourteen days from it.
 * @param before - The answers that the file gives to earlier questions.
 * @returns Undefined where something was complained about.
 *
 * @example
 * readAnswer(memberAgenda.questions[0], { skip: 'not-today' }, '2026-11-22', [], complain)?.skip
 * //=> 'not-today'
 */
export function readAnswer(
  planned: PlannedQuestion,
  value: unknown,
  today: Day,
  before: readonly Answer[],
  complain: ComplainOfValue,
): Answer | undefined {
  if (isNothing(value)) return skippedAnswer(planned, 'passed');
  if (isMapping(value) && Object.hasOwn(value, 'skip')) return readSkip(planned, value, complain);
  const parts = readParts(planned, value, complain);
  return parts && answerFrom(planned, parts, today, before);
}

/**
 * Whether a value that was read is a mapping of keys to values.
 *
 * @example
 * isMapping([]) //=> false
 */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether a value that was read says nothing: it is not there, or blank.
 *
 * @example
 * isNothing(' ') //=> true
 */
export function isNothing(value: unknown): value is null | undefined | string {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}

/**
 * The end of a message, where one of these words was meant.
 *
 * @example
 * meaning('ktep', ['kept', 'partly']) //=> '; did you mean kept?'
 */
export function meaning(word: string, words: readonly string[]): string {
  const near = nearest(word, words);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

function readSkip(
  planned: PlannedQuestion,
  value: Readonly<Record<string, unknown>>,
  complain: ComplainOfValue,
): Answer | undefined {
  const said = typeof value['skip'] === 'string' ? oneLine(value['skip']) : '';
  const kind = SKIPS.find((skip) => skip === said.toLowerCase().replaceAll(/[ _]/g, '-'));
  if (kind !== undefined && Object.keys(value).length === 1) return skippedAnswer(planned, kind);
  return complain(`expected {skip: ${SKIPS.join(' | ')}}${kind === undefined ? meaning(said, SKIPS) : ''}`);
}

function readParts(planned: PlannedQuestion, value: unknown, complain: ComplainOfValue): Parts | undefined {
  const { question } = planned;
  switch (question.type) {
    case 'prediction': {
      if (question.fixed === undefined) return readMapping(value, PREDICTION, complain);
      if (isMapping(value)) return readMapping(value, FIXED, complain);
      const likelihood = readPercent(value, complain);
      return likelihood === undefined ? undefined : { likelihood };
    }
    case 'commitment':
      return readMapping(value, COMMITMENT, complain);
    case 'choice': {
      const values = (question.options ?? []).map((option) => option.value);
      return asParts(readWord(value, values, complain));
    }
    case 'scale':
      return asParts(readRating(planned, value, complain));
    case 'percent':
      return asParts(readPercent(value, complain));
    case 'date':
      return asParts(readDay(value, complain));
    case 'text':
      // A "|" block in YAML ends with a line feed that nobody typed.
      if (typeof value === 'string') return { value: plainText(value).replace(/\n$/, '') };
      return complain('expected text; put it in quotes or under a "|"');
  }
}

function asParts(value: FieldValue | undefined): Parts | undefined {
  return value === undefined ? undefined : { value };
}

function readRating(
  { question, scale }: PlannedQuestion,
  value: unknown,
  complain: ComplainOfValue,
): FieldValue | undefined {
  const { min = 1, max = 5 } = scale ?? {};
  const na = question.na !== undefined;
  if (na && value === 'na') return value;
  if (isWhole(value, min, max)) return value;
  return complain(`expected a whole number from ${min} to ${max}${na ? ', or na' : ''}`);
}

/** How one part of a mapping is read, and whether it is needed. */
interface MappingPart {
  readonly read: (value: unknown, complain: ComplainOfValue) => FieldValue | undefined;
  readonly needed?: true;
}
type MappingParts = Readonly<Record<string, MappingPart>>;

const PREDICTION: Readonly<Record<keyof Prediction, MappingPart>> = {
  expect: { read: readLine, needed: true },
  sign: { read: readLine },
  likelihood: { read: readPercent },
  due: { read: readDay },
  feeling: { read: (value, complain) => readWord(value, FEELINGS, complain) },
};
const FIXED: MappingParts = { likelihood: { read: readPercent, needed: true }, due: { read: readDay } };
const COMMITMENT: Readonly<Record<keyof Commitment, MappingPart>> = {
  when: { read: readLine },
  then: { read: readLine, needed: true },
  by: { read: readDay },
  likelihood: { read: readPercent },
  because: { read: readLine },
  obstacle: { read: readLine },
  response: { read: readLine },
};

function readMapping(value: unknown, known: MappingParts, complain: ComplainOfValue): Parts | undefined {
  const names = Object.keys(known);
  if (!isMapping(value)) return complain(`expected {${names.join(', ')}}`);
  let sound = true;
  const wrong: ComplainOfValue = (message, part, where) => {
    sound = false;
    return complain(message, part, where);
  };
  for (const name of Object.keys(value).filter((key) => !names.includes(key))) {
    wrong(`expected one of ${names.join(', ')}${meaning(name, names)}`, name, 'atKey');
  }
  const parts: Record<string, FieldValue> = {};
  for (const [name, { read, needed = false }] of Object.entries(known)) {
    const given = Object.hasOwn(value, name) ? value[name] : null;
    if (isNothing(given)) {
      if (needed) wrong(`"${name}" is missing`);
      continue;
    }
    const part = read(given, (message) => wrong(message, name));
    if (part !== undefined) parts[name] = part;
  }
  return sound ? parts : undefined;
}

function readLine(value: unknown, complain: ComplainOfValue): string | undefined {
  if (typeof value === 'string') return oneLine(value);
  return complain('expected text; put it in quotes');
}

function readPercent(value: unknown, complain: ComplainOfValue): number | undefined {
  if (isWhole(value, 0, 100)) return shareOf(value);
  return complain('expected a likelihood, a whole number from 0 to 100');
}

function readDay(value: unknown, complain: ComplainOfValue): Day | undefined {
  const day = typeof value === 'string' ? value.trim() : '';
  if (isDay(day)) return day;
  return complain(`expected a date, YYYY-MM-DD${day === '' ? '' : `, not "${oneLine(day)}"`}`);
}

function readWord(value: unknown, words: readonly string[], complain: ComplainOfValue): string | undefined {
  const word = typeof value === 'string' ? value.trim() : '';
  if (words.includes(word)) return word;
  return complain(`expected one of ${words.join(', ')}${meaning(word, words)}`);
}

function isWhole(value: unknown, min: number, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max;
}
