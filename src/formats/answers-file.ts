import {
  type Answer,
  type Commitment,
  FEELINGS,
  type Prediction,
  shareOf,
  type Skip,
  SKIPS,
} from '../domain/answer.ts';
import { isDay } from '../domain/calendar.ts';
import type { Mistake } from '../domain/errors.ts';
import { type FieldValue, givenFrom, type Parts } from '../domain/field.ts';
import { nearest } from '../domain/nearest.ts';
import type { PlannedQuestion, SittingPlan } from '../domain/plan.ts';
import { readRole, type Role } from '../domain/question-bank.ts';
import { linksOf } from '../domain/sitting.ts';
import { oneLine, plainText } from '../domain/text.ts';
import type { YamlFile } from './yaml-positions.ts';

/** An answers file as it was read: its value, and where each piece stands. */
export type AnswersSource = Pick<YamlFile, 'value' | 'mistakes' | 'at' | 'atKey'>;

/** What stands at the head of an answers file. */
export interface AnswersHead {
  readonly role?: Role;
  readonly about?: string;
  readonly at?: string;
  readonly tags?: readonly string[];
  readonly mistakes: readonly Mistake[];
}

const HEAD_KEYS = ['role', 'about', 'at', 'tags'];

/**
 * Reads JSON the quick way, where nothing can be lost by it: a JSON object in which no key stands twice.
 *
 * @returns Undefined where a real reader is needed. The positions are all the first one: they are asked for only when
 *   something is wrong, and then the file is read again.
 *
 * @example
 * readQuickJson('{"checkin-trust": 4}')?.value //=> { 'checkin-trust': 4 }
 */
export function readQuickJson(source: string): AnswersSource | undefined {
  if (!source.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(source);
    const keys = typeof value === 'object' && value !== null ? countKeys(value) : 0;
    // Every key is a text before a colon; more of those than keys means that one stands twice or sits inside a text.
    if ((source.match(/"\s*:/g)?.length ?? 0) !== keys) return undefined;
    const start = { line: 1, column: 1 };
    return { value, mistakes: [], at: () => start, atKey: () => start };
  } catch {
    return undefined;
  }
}

function countKeys(value: object): number {
  const inside = Object.values(value).map((one: unknown) =>
    typeof one === 'object' && one ? countKeys(one) : 0,
  );
  return (Array.isArray(value) ? 0 : inside.length) + inside.reduce((sum, one) => sum + one, 0);
}

/**
 * Understands the head of an answers file: `role`, `about`, `at`, `tags`, all of them optional.
 *
 * @param readMoment - Understands `at`; undefined for words that are no moment.
 *
 * @example
 * readAnswersHead(readYaml('role: member\n'), readMoment) //=> { role: 'member', mistakes: [] }
 */
export function readAnswersHead(
  source: AnswersSource,
  readMoment: (words: string) => string | undefined,
): AnswersHead {
  const mistakes: Mistake[] = [...source.mistakes];
  if (!isMapping(source.value)) {
    if (mistakes.length === 0) {
      mistakes.push({ line: 1, column: 1, message: 'expected "question: answer" lines (see --template)' });
    }
    return { mistakes };
  }
  const head = source.value;
  const text = (key: string, expected: string): string | undefined => {
    const value = head[key];
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    mistakes.push({ ...source.at([key]), message: `${key}: expected ${expected}` });
    return undefined;
  };
  const word = text('role', 'manager or member');
  const role = word === undefined ? null : readRole(word);
  if (role === undefined) {
    const near = nearest(word ?? '', ['manager', 'member']);
    const meant = near === undefined ? 'expected manager or member' : `did you mean ${near}?`;
    mistakes.push({
      ...source.at(['role']),
      message: `role: "${oneLine(word ?? '')}" is not a role, ${meant}`,
    });
  }
  const about = text('about', 'a short name');
  const moment = text('at', 'a time such as 2026-11-22T09:14 or "yesterday 18:00"');
  const at = moment === undefined ? undefined : readMoment(moment);
  if (moment !== undefined && at === undefined) {
    const message = `at: "${oneLine(moment)}" is not a past time, expected 2026-11-22T09:14 or "yesterday 18:00"`;
    mistakes.push({ ...source.at(['at']), message });
  }
  const tags = head['tags'];
  if (
    tags !== undefined &&
    tags !== null &&
    !(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string'))
  ) {
    mistakes.push({
      ...source.at(['tags']),
      message: 'tags: expected a list of words, for example [one, two]',
    });
  }
  return {
    ...(role && { role }),
    ...(about !== undefined && { about: oneLine(about) }),
    ...(at !== undefined && { at }),
    ...(Array.isArray(tags) && { tags: tags.filter((tag) => typeof tag === 'string') }),
    mistakes,
  };
}

/**
 * Understands the answers of a file against the questions of a plan.
 *
 * A question that the file does not name is not asked; `null` passes it, `{skip: KIND}` skips it with a kind. Text is text,
 * a choice one of the values, a scale a whole number or `na`, a percent a whole number from 0 to 100, a date `YYYY-MM-DD`;
 * a prediction is `{expect, sign, likelihood, due, feeling}` (or the likelihood alone where the statement is fixed), a
 * commitment `{when, then, by, likelihood}`; of their parts only `expect` and `then` are needed. A date left out is
 * fourteen days from `plan`'s today.
 *
 * @param today - Default dates count from it.
 * @returns The answers in the order of the plan, and everything that is wrong, each with its line.
 *
 * @example
 * readAnswers(readYaml('checkin-trust: 4'), plan, '2026-11-22').answers[0]?.value //=> 4
 */
export function readAnswers(
  source: AnswersSource,
  plan: SittingPlan,
  today: string,
): { readonly answers: readonly Answer[]; readonly mistakes: readonly Mistake[] } {
  if (!isMapping(source.value)) return { answers: [], mistakes: [] };
  const file = source.value;
  const ids = plan.questions.map(({ question }) => question.id);
  const mistakes = Object.keys(file)
    .filter((key) => !HEAD_KEYS.includes(key) && !ids.includes(key))
    .map((key) => ({ ...source.atKey([key]), message: unknownQuestion(key, [...ids, ...HEAD_KEYS], plan) }));
  const answers: Answer[] = [];
  for (const planned of plan.questions) {
    const { id } = planned.question;
    if (!(id in file)) continue;
    const complain = (message: string, part?: string): void => {
      const path = part === undefined ? [id] : [id, part];
      mistakes.push({ ...source.at(path), message: `${[id, ...path.slice(1)].join('.')}: ${message}` });
    };
    const answer = readAnswer(planned, file[id], answers, today, complain);
    if (!answer) continue;
    if (!isAsked(planned, answers)) {
      const { showIf } = planned.question;
      const when =
        showIf && 'question' in showIf ? `${showIf.question} is ${showIf.values.join(' or ')}` : '';
      complain(`is only asked when ${when}`);
    }
    answers.push(answer);
  }
  return {
    answers,
    mistakes: mistakes.toSorted((one, other) => one.line - other.line || one.column - other.column),
  };
}

function unknownQuestion(key: string, known: readonly string[], { bank, role }: SittingPlan): string {
  const near = nearest(key, known);
  const whose = role === null ? bank.name : `${bank.name} (${role})`;
  return `no question "${oneLine(key)}" in the bank ${whose}${near === undefined ? '' : `, did you mean ${near}?`}`;
}

function isAsked({ question: { showIf } }: PlannedQuestion, answers: readonly Answer[]): boolean {
  if (showIf === undefined || !('question' in showIf)) return true;
  const value = answers.find(({ question }) => question === showIf.question)?.value;
  return typeof value === 'string' && showIf.values.includes(value);
}

function readAnswer(
  planned: PlannedQuestion,
  value: unknown,
  before: readonly Answer[],
  today: string,
  complain: (message: string, part?: string) => void,
): Answer | undefined {
  const { id, type } = planned.question;
  const skip = readSkip(value, complain);
  if (skip === 'mistaken') return undefined;
  if (skip !== undefined) {
    const step = planned.step === undefined ? {} : { step: planned.step };
    return { question: id, asked: planned.asked, ...step, type, value: null, skip };
  }
  const parts = readParts(planned, value, complain);
  if (!parts) return undefined;
  const given = givenFrom(planned, parts, today, before);
  return { ...linksOf(planned, given, parts), ...given, skip: null };
}

function readSkip(value: unknown, complain: (message: string) => void): Skip | 'mistaken' | undefined {
  if (value === null || value === undefined || (typeof value === 'string' && value.trim() === ''))
    return 'passed';
  if (!isMapping(value) || !('skip' in value)) return undefined;
  const word = typeof value['skip'] === 'string' ? value['skip'].trim().replaceAll(' ', '-') : '';
  const kind = SKIPS.find((skip) => skip === word);
  if (kind !== undefined && Object.keys(value).length === 1) return kind;
  complain(`expected {skip: ${SKIPS.join(' | ')}}`);
  return 'mistaken';
}

function readParts(
  { question, scale }: PlannedQuestion,
  value: unknown,
  complain: (message: string, part?: string) => void,
): Parts | undefined {
  switch (question.type) {
    case 'text':
      if (typeof value === 'string') return { value: plainText(value) };
      complain('expected text; put it in quotes or under a "|"');
      return undefined;
    case 'choice': {
      const values = (question.options ?? []).map((option) => option.value);
      const word = typeof value === 'string' ? value.trim() : '';
      if (values.includes(word)) return { value: word };
      const near = nearest(word, values);
      complain(`expected one of ${values.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`);
      return undefined;
    }
    case 'scale': {
      const { min = 1, max = 5 } = scale ?? {};
      const na = question.na !== undefined;
      if (na && value === 'na') return { value: 'na' };
      if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max)
        return { value };
      complain(`expected a whole number from ${min} to ${max}${na ? ', or na' : ''}`);
      return undefined;
    }
    case 'percent':
      return readPart('percent', value, complain);
    case 'date':
      return readPart('date', value, complain);
    case 'prediction': {
      if (question.fixed !== undefined && typeof value === 'number')
        return readMapping({ likelihood: value }, FIXED, complain);
      return readMapping(value, question.fixed === undefined ? PREDICTION : FIXED, complain);
    }
    case 'commitment':
      return readMapping(value, COMMITMENT, complain);
  }
}

type PartKind = 'line' | 'percent' | 'date' | 'feeling';

/** What a part of a mapping holds, and whether it is needed. */
interface MappingPart {
  readonly kind: PartKind;
  readonly needed?: true;
}
type PartKinds = Readonly<Record<string, MappingPart>>;

const PREDICTION: Readonly<Record<keyof Prediction, MappingPart>> = {
  expect: { kind: 'line', needed: true },
  sign: { kind: 'line' },
  likelihood: { kind: 'percent' },
  due: { kind: 'date' },
  feeling: { kind: 'feeling' },
};
const FIXED: PartKinds = { likelihood: { kind: 'percent', needed: true }, due: { kind: 'date' } };
const COMMITMENT: Readonly<Record<keyof Commitment, MappingPart>> = {
  when: { kind: 'line' },
  then: { kind: 'line', needed: true },
  by: { kind: 'date' },
  likelihood: { kind: 'percent' },
};

function readMapping(
  value: unknown,
  kinds: PartKinds,
  complain: (message: string, part?: string) => void,
): Parts | undefined {
  const keys = Object.keys(kinds);
  if (!isMapping(value)) {
    complain(`expected {${keys.join(', ')}}`);
    return undefined;
  }
  const parts: Record<string, FieldValue> = {};
  let sound = true;
  for (const [key, part] of Object.entries(value)) {
    const kind = kinds[key]?.kind;
    if (kind === undefined) {
      const near = nearest(key, keys);
      complain(
        `expected one of ${keys.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`,
        key,
      );
      sound = false;
    } else if (part !== null && part !== '') {
      const read = readPart(kind, part, (message) => complain(message, key));
      if (read?.value === undefined || read.value === null) sound = false;
      else parts[key] = read.value;
    }
  }
  for (const [key, { needed }] of Object.entries(kinds)) {
    if (needed && (value[key] ?? '') === '') {
      complain(`lacks ${key}`);
      sound = false;
    }
  }
  return sound ? parts : undefined;
}

function readPart(kind: PartKind, value: unknown, complain: (message: string) => void): Parts | undefined {
  switch (kind) {
    case 'line':
      if (typeof value === 'string' && value.trim() !== '') return { value: oneLine(value) };
      complain('expected text');
      return undefined;
    case 'percent':
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 100) {
        return { value: shareOf(value) };
      }
      complain('expected a likelihood, a whole number from 0 to 100');
      return undefined;
    case 'date':
      if (typeof value === 'string' && isDay(value.trim())) return { value: value.trim() };
      complain(`expected a day, YYYY-MM-DD${typeof value === 'string' ? `, not "${oneLine(value)}"` : ''}`);
      return undefined;
    case 'feeling':
      if (FEELINGS.some((feeling) => feeling === value)) return { value: String(value) };
      complain(`expected ${FEELINGS.join(', ')}`);
      return undefined;
  }
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
