// The findings of a schema, in words and with their places in a YAML file.
import type * as v from 'valibot';
import type { Mistake } from '../../domain/text/errors.ts';
import { nearest } from '../../domain/text/nearest.ts';
import { quoted } from '../../domain/text/plain-text.ts';
import type { YamlFile, YamlPath } from '../text/yaml-positions.ts';

type Issue = v.BaseIssue<unknown>;

/** Schemas that would have taken the value, had it been text. */
const textTypes = new Set(['string', 'picklist']);

/**
 * The mistakes that a schema finds in a YAML file, in words and with positions.
 *
 * The messages of the schema complete the sentence "expected …", and those of its mappings name them ("a question").
 *
 * @param issues - What valibot found.
 * @param file - The file they were found in.
 * @param wordsFor - The keys or values that were possible where a message was given; none for free text.
 *
 * @example
 * const file = readYaml('min: 1\nmax: 5\nlow: hardly\nhihg: fully\nhigh: fully\n');
 * shapeMistakes(v.safeParse(scale, file.value).issues ?? [], file, expectedWords)
 * //=> [{ line: 4, column: 1, message: 'a scale has no key "hihg"; did you mean "high"?' }]
 */
export function shapeMistakes(
  issues: readonly Issue[],
  file: YamlFile,
  wordsFor: (message: string) => readonly string[],
): readonly Mistake[] {
  const mistakes = issues.flatMap((issue) => mistakesOf(issue, [], file, wordsFor));
  return [...new Map(mistakes.map((mistake) => [JSON.stringify(mistake), mistake])).values()];
}

function mistakesOf(
  issue: Issue,
  above: YamlPath,
  file: YamlFile,
  wordsFor: (message: string) => readonly string[],
): readonly Mistake[] {
  const path = [...above, ...pathOf(issue)];
  // Of "text, or a mapping", what was meant is plain once a mapping stands there: then its own mistakes are told.
  const inside = (issue.issues ?? []).filter((one) => (one.path?.length ?? 0) > 0);
  if (inside.length > 0 && isMapping(issue.input)) {
    return inside.flatMap((one) => mistakesOf(one, path, file, wordsFor));
  }

  // To valibot a list is an object too, with keys such as "0".
  const list = (issue.path ?? []).findIndex((item) => item.type === 'object' && Array.isArray(item.input));
  if (list >= 0) {
    const around = path.slice(0, above.length + list);
    return [{ ...file.at(around), message: `${nameOf(around)}expected a mapping, found a list` }];
  }

  const words = wordsFor(issue.message);
  const last = issue.path?.at(-1);
  if (last?.origin !== 'key') return [wrongValue(issue, path, file, words)];

  const around = path.slice(0, -1);
  if (issue.expected !== 'never') {
    return [{ ...file.at(around), message: `${issue.message} needs the key ${quoted(String(last.key))}` }];
  }
  // valibot names the first unknown key of a mapping only.
  return unknownKeys(last.input, words).map((key) => ({
    ...file.atKey([...around, key]),
    message: `${issue.message} has no key ${quoted(key)}; ${suggestion(key, words) ?? `it can have ${words.join(', ')}`}`,
  }));
}

function pathOf(issue: Issue): YamlPath {
  return (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function wrongValue(issue: Issue, path: YamlPath, file: YamlFile, words: readonly string[]): Mistake {
  const found = `${nameOf(path)}expected ${issue.message}, found ${kindOf(issue.input)}`;
  const meant = typeof issue.input === 'string' ? suggestion(issue.input, words) : undefined;
  const isPlain = typeof issue.input === 'number' || typeof issue.input === 'boolean';
  const needsQuotes = isPlain && [issue, ...(issue.issues ?? [])].some(({ type }) => textTypes.has(type));
  const help = needsQuotes ? 'put it in quotes to make it text' : meant;
  return { ...file.at(path), message: help === undefined ? found : `${found}; ${help}` };
}

/** The key that a path leads to, for the beginning of a message. */
function nameOf(path: YamlPath): string {
  const key = path.findLast((step) => typeof step === 'string');
  return key === undefined ? '' : `${quoted(key)}: `;
}

function unknownKeys(mapping: unknown, words: readonly string[]): readonly string[] {
  return isMapping(mapping) ? Object.keys(mapping).filter((key) => !words.includes(key)) : [];
}

function isMapping(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function suggestion(word: string, words: readonly string[]): string | undefined {
  const meant = nearest(word, words);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'string') return value.trim() === '' ? 'empty text' : quoted(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return 'a mapping';
}
