// The checks of one question of a bank file, beyond the shape of its keys.
import { ABOUT_PLACE, placesIn } from '../../domain/banks/own-words.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { quoted } from '../../domain/text/plain-text.ts';
import type { PlacedQuestion } from './bank-places.ts';
import * as rules from './question-rules.ts';
import type { YamlPath } from '../text/yaml-positions.ts';

/** A mistake at a path of a bank file; `atKey` when it is the key at its end that is wrong. */
export interface CheckMistake {
  readonly path: YamlPath;
  readonly message: string;
  readonly atKey?: boolean;
}

type Shaped = NonNullable<PlacedQuestion['question']>;

/** Numbers further apart than this cannot be told apart by anyone. */
const WIDEST_SCALE = 10;

/**
 * The mistakes of one question of a bank file beyond its shape: keys on types that do not use them, values
 * that stand twice, conditions on questions that were not asked before.
 *
 * @param earlier - The questions before it in the file; asked for only when a condition needs them.
 * @param bankRole - Whose bank it is, as the file has it.
 *
 * @example
 * const [placed] = placedQuestions({ questions: [{ id: 'mine-kind', type: 'choice', ask: 'Which kind?' }] });
 * checkQuestion(placed, () => [], 'both')
 * //=> [{ path: ['questions', 0], message: 'a choice needs the key "options"' }]
 */
export function checkQuestion(
  { path, place, group, question }: PlacedQuestion,
  earlier: () => readonly PlacedQuestion[],
  bankRole: unknown,
): readonly CheckMistake[] {
  if (question === undefined) return [];
  const { show_if: condition, options = [], resolves } = question;
  const inSitting = (): readonly PlacedQuestion[] => earlier().filter((one) => one.group === group);
  return [
    ...checkType(question, place),
    ...checkKeys(question, place),
    ...checkRoles(question, bankRole),
    ...checkScale(question),
    ...checkOptions(options, resolves !== undefined, rules.FIXED_VALUES.get(place)),
    ...(condition === undefined ? [] : checkCondition(condition, inSitting, place)),
    ...checkPlaces(question, place, inSitting),
  ].map((mistake) => ({ ...mistake, path: [...path, ...mistake.path] }));
}

function checkType({ type, options, scale }: Shaped, place: string): readonly CheckMistake[] {
  const wanted = rules.FIXED_TYPES.get(place);
  const needs = (key: string): CheckMistake => ({ path: [], message: `a ${type} needs the key "${key}"` });
  return [
    ...(wanted === undefined || type === wanted
      ? []
      : [{ path: ['type'], message: `expected the type ${wanted} here, found ${type}` }]),
    ...(type === 'choice' && options === undefined ? [needs('options')] : []),
    ...(type === 'scale' && scale === undefined ? [needs('scale')] : []),
  ];
}

function checkKeys(question: Shaped, place: string): readonly CheckMistake[] {
  const { type, fixed, follow, recall, resolves } = question;
  const others = rules.KEYS_OF_TYPES.filter(({ types }) => !types.includes(type));
  const limits = [
    ...others.flatMap(({ types, keys }) =>
      keys.map((key) => ({
        key,
        is: `is for questions of type ${types.join(' or ')}, but this one is of type ${type}`,
      })),
    ),
    ...Object.entries(rules.PLACE_OF_KEY)
      .filter(([, where]) => where !== place)
      .map(([key, where]) => ({ key, is: `is for questions under "${where}"` })),
    ...(fixed === undefined ? [] : ['nudge', 'smaller', 'share']).map((key) => ({
      key,
      is: 'has no effect with "fixed"',
    })),
    ...(question.private === true ? [{ key: 'share', is: 'has no effect with "private"' }] : []),
    // What became of something is never shared; the text that follows may be.
    ...(type === 'choice' && resolves !== undefined && follow === undefined
      ? [{ key: 'share', is: 'has no effect with "resolves"' }]
      : []),
    ...(recall === undefined ? [{ key: 'ask_without_recall', is: 'has no effect without "recall"' }] : []),
  ];
  return limits
    .filter(({ key }) => Object.hasOwn(question, key))
    .map(({ key, is }) => ({ path: [key], message: `"${key}" ${is}`, atKey: true }));
}

function checkRoles(question: Shaped, bankRole: unknown): readonly CheckMistake[] {
  const { roles } = question;
  if ((bankRole === 'manager' || bankRole === 'member') && roles !== undefined && !roles.includes(bankRole)) {
    const message = `nobody would be asked: this bank is for the role ${bankRole}`;
    return [{ path: ['roles'], message }];
  }
  if (bankRole !== 'none') return [];
  return (['roles', 'ask', 'ask_without_recall', 'scale'] as const)
    .filter((key) => {
      const value = question[key];
      return Array.isArray(value) || (typeof value === 'object' && 'manager' in value);
    })
    .map((key) => ({
      path: [key],
      message: `"${key}" cannot depend on a role: this bank has no roles`,
    }));
}

function checkScale({ scale }: Shaped): readonly CheckMistake[] {
  if (scale === undefined) return [];
  const scales =
    'min' in scale
      ? [{ ...scale, key: [] }]
      : Object.entries(scale).map(([key, one]) => ({ ...one, key: [key] }));
  return scales.flatMap(({ min, max, key }) => {
    const at = ['scale', ...key, 'max'];
    if (max <= min) return [{ path: at, message: `expected a number above min (${min}), found ${max}` }];
    if (max - min <= WIDEST_SCALE) return [];
    const message = `expected at most ${min + WIDEST_SCALE}, ${WIDEST_SCALE} above min, found ${max}`;
    return [{ path: at, message }];
  });
}

function checkOptions(
  options: NonNullable<Shaped['options']>,
  resolving: boolean,
  wanted: readonly string[] | undefined,
): readonly CheckMistake[] {
  const values = options.map(({ value }) => value);
  const mistakes = options.flatMap((option, index): readonly CheckMistake[] => {
    const at = ['options', index, 'value'];
    if (values.indexOf(option.value) < index) {
      return [{ path: at, message: `the value ${quoted(option.value)} appears twice` }];
    }
    if (wanted !== undefined && !wanted.includes(option.value)) {
      return [{ path: at, message: unknownWord('value', option.value, wanted) }];
    }
    if (option.resolves !== undefined && !resolving) {
      const message = '"resolves" on an option needs the key "resolves" on its question';
      return [{ path: ['options', index, 'resolves'], message, atKey: true }];
    }
    return [];
  });
  const missing = options.length === 0 ? [] : (wanted ?? []).filter((value) => !values.includes(value));
  if (missing.length === 0) return mistakes;
  const message = `also expected an option for each of ${missing.join(', ')}`;
  return [...mistakes, { path: ['options'], atKey: true, message }];
}

function checkCondition(
  condition: NonNullable<Shaped['show_if']>,
  earlierInSitting: () => readonly PlacedQuestion[],
  place: string,
): readonly CheckMistake[] {
  const path = ['show_if'];
  if (rules.UNCONDITIONAL.test(place))
    return [{ path, atKey: true, message: '"show_if" cannot be used here' }];
  const [entry, another] = Object.entries(condition);
  if (entry === undefined || another !== undefined) {
    return [{ path, message: 'expected exactly one condition, such as {my-choice: [one, two]}' }];
  }
  const [key, wanted] = entry;
  if (typeof wanted === 'string') {
    if (rules.isCount(key)) return [];
    return [{ path: [...path, key], atKey: true, message: unknownWord('count', key, rules.COUNTS) }];
  }
  const earlier = earlierInSitting();
  const named = earlier.find(({ id }) => id === key);
  const choices = earlier.flatMap(({ id, question }) =>
    id !== undefined && question?.type === 'choice' ? [id] : [],
  );
  if (named === undefined) {
    const message = `${quoted(key)} is not an earlier choice in this bank${suggestion(key, choices)}`;
    return [{ path: [...path, key], atKey: true, message }];
  }
  if (named.question === undefined) return [];
  if (named.question.type !== 'choice') {
    const message = `${quoted(key)} is of type ${named.question.type}; only a choice can be a condition`;
    return [{ path: [...path, key], atKey: true, message }];
  }
  const values = (named.question.options ?? []).map(({ value }) => value);
  return wanted.flatMap((value, index) =>
    values.includes(value)
      ? []
      : [{ path: [...path, key, index], message: unknownWord(`option of ${quoted(key)}`, value, values) }],
  );
}

/** Only what was typed before, in the same sitting, can be put into a question. */
function checkPlaces(
  { ask }: Shaped,
  place: string,
  earlierInSitting: () => readonly PlacedQuestion[],
): readonly CheckMistake[] {
  const wordings = typeof ask === 'string' ? [ask] : [ask.manager, ask.member];
  const names = [...new Set(wordings.flatMap(placesIn))].filter(
    (name) => name !== ABOUT_PLACE && name !== rules.REVIEWED.get(place),
  );
  if (names.length === 0) return [];
  const texts = earlierInSitting().flatMap(({ id, question }) =>
    id !== undefined && question?.type === 'text' ? [id] : [],
  );
  return names
    .filter((name) => !texts.includes(name))
    .map((name) => ({
      path: ['ask'],
      message: `${quoted(`{${name}|…}`)} does not name an earlier text question in this bank${suggestion(name, texts)}`,
    }));
}

function unknownWord(kind: string, word: string, words: readonly string[]): string {
  return `unknown ${kind} ${quoted(word)}${suggestion(word, words) || `; expected one of ${words.join(', ')}`}`;
}

function suggestion(word: string, words: readonly string[]): string {
  const meant = nearest(word, words);
  return meant === undefined ? '' : `; did you mean "${meant}"?`;
}
