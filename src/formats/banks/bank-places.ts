// The places of a bank file at which questions stand.
import * as v from 'valibot';
import type { QuestionType } from '../../domain/banks/question-bank.ts';
import type { FileQuestion } from './question-schema.ts';
import * as schemas from './question-schema.ts';
import type { YamlPath } from '../text/yaml-positions.ts';

/** A question as it stands in a bank file, which may have mistakes. */
export interface PlacedQuestion {
  readonly path: YamlPath;
  /** The keys that lead to it, without positions: `questions`, `steps.evidence`, `closing.tell`. */
  readonly place: string;
  /** Questions of one group are asked in one sitting, in this order. */
  readonly group: string;
  /** Undefined where the id is missing or is not text. */
  readonly id: string | undefined;
  /** Undefined where it does not have the shape of a question. */
  readonly question: (FileQuestion & { readonly type: QuestionType }) | undefined;
}

/** The places whose questions need not state their type. */
const typedPlaces = new Map<string, { schema: v.GenericSchema<unknown, FileQuestion>; type: QuestionType }>([
  ['scales', { schema: schemas.scaleQuestion, type: 'scale' }],
  ['weekly_scales', { schema: schemas.scaleQuestion, type: 'scale' }],
  ['rotation', { schema: schemas.textQuestion, type: 'text' }],
  ['closing.take', { schema: schemas.closingTake, type: 'text' }],
  ['closing.commitment', { schema: schemas.closingCommitment, type: 'commitment' }],
  ['closing.prediction', { schema: schemas.closingPrediction, type: 'prediction' }],
]);

const OPENING = ['scope', 'context', 'scales', 'weekly_scales', 'questions', 'rotation'];

/**
 * Every question of a bank file in the order in which the bank asks them, follow-up questions not included.
 *
 * Takes any value: what is not where a question belongs is left out, what has another shape has no `question`.
 *
 * @example
 * placedQuestions({ bank: 'mine', questions: [{ id: 'mine-one' }] })
 * //=> [{ path: ['questions', 0], place: 'questions', group: 'sitting', id: 'mine-one', … }]
 */
export function placedQuestions(bank: unknown): readonly PlacedQuestion[] {
  return [
    ...OPENING.flatMap((place) => inList(bank, [place], place, 'sitting')),
    ...listAt(bank, ['steps']).flatMap((_, step) => [
      ...inList(bank, ['steps', step, 'questions'], 'steps.questions', `step ${step}`),
      ...inList(bank, ['steps', step, 'evidence'], 'steps.evidence', `evidence ${step}`),
    ]),
    ...inMapping(bank, 'advance', ['next', 'stopped']),
    ...inMapping(bank, 'commitment', ['status', 'kept', 'partly', 'not-yet', 'let-go', 'next', 'plan']),
    ...inMapping(bank, 'prediction', ['outcome', 'until', 'seen', 'compared', 'again', 'learned']),
    ...inMapping(bank, 'closing', ['take', 'commitment', 'prediction', 'tell'], 'sitting'),
    ...inList(bank, ['retired'], 'retired', 'retired'),
  ];
}

function inList(bank: unknown, path: YamlPath, place: string, group: string): readonly PlacedQuestion[] {
  return listAt(bank, path).map((_, index) => placed(bank, [...path, index], place, group));
}

function inMapping(
  bank: unknown,
  top: string,
  keys: readonly string[],
  group = top,
): readonly PlacedQuestion[] {
  return keys
    .filter((key) => valueAt(bank, [top, key]) !== undefined)
    .map((key) => placed(bank, [top, key], `${top}.${key}`, group));
}

function placed(bank: unknown, path: YamlPath, place: string, group: string): PlacedQuestion {
  const value = valueAt(bank, path);
  const id = valueAt(value, ['id']);
  const kind = typedPlaces.get(place);
  const schema = place === 'retired' ? schemas.retiredQuestion : (kind?.schema ?? schemas.plainQuestion);
  const parsed = v.safeParse<v.GenericSchema<unknown, FileQuestion>>(schema, value);
  const type = parsed.success ? (parsed.output.type ?? kind?.type) : undefined;
  return {
    path,
    place,
    group,
    id: typeof id === 'string' ? id : undefined,
    question: parsed.success && type !== undefined ? { ...parsed.output, type } : undefined,
  };
}

/**
 * The value at a path, or undefined where there is none.
 *
 * @example
 * valueAt({ minutes: { full: 5 } }, ['minutes', 'full']) //=> 5
 */
export function valueAt(value: unknown, path: YamlPath): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  const found: unknown = Reflect.get(value, step);
  return valueAt(found, rest);
}

/**
 * The list at a path; empty where there is none.
 *
 * @example
 * listAt({ questions: [] }, ['steps']) //=> []
 */
export function listAt(value: unknown, path: YamlPath): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}
