// A YAML document with the place of each of its parts.
import * as yaml from 'yaml';
import type { Mistake } from '../../domain/text/errors.ts';
import { oneLine, plainText, quoted } from '../../domain/text/plain-text.ts';

/** Where something stands in a file; both count from 1, columns in UTF-16 units. */
export type Position = Pick<Mistake, 'line' | 'column'>;

/** The keys and list positions (from 0) that lead from the top of a document to one of its values. */
export type YamlPath = readonly (string | number)[];

/** A YAML file: its value, and where each piece of it stands. */
export interface YamlFile {
  /**
   * Mappings, lists, texts, numbers, booleans and nulls. Texts come as `plainText`; what cannot be read is null;
   * undefined when the source is not YAML at all, or empty.
   */
  readonly value: unknown;
  /** The mistakes of the YAML itself, whatever it is meant to say. */
  readonly mistakes: readonly Mistake[];
  /** Where the value at a path stands; where there is none, the value around it. */
  readonly at: (path: YamlPath) => Position;
  /** Where the key at the end of a path stands; where there is none, as `at`. */
  readonly atKey: (path: YamlPath) => Position;
}

/** Deeper than anything coach reads; the limit is there because a deep enough file would end the whole process. */
const DEEPEST = 64;

/**
 * Reads one YAML document and keeps the positions of its parts.
 *
 * Never throws: every mistake is in `mistakes`, with its place. Aliases, unknown tags, keys that are not text and keys
 * that stand twice are mistakes. A byte order mark and CRLF are forgiven.
 *
 * @example
 * const { value, at } = readYaml('bank: mine\nversion: 2\n');
 * value //=> { bank: 'mine', version: 2 }
 * at(['version']) //=> { line: 2, column: 10 }
 */
export function readYaml(source: string): YamlFile {
  const lines = new yaml.LineCounter();
  const positionOf = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };

  // In two strides, and not by parseDocument: the parser is a loop, but the composer calls itself for each level. Where
  // that comes near the end of the stack, Node dies ("RegExpCompiler Allocation failed") and nothing can be caught.
  const tokens = [...new yaml.Parser(lines.addNewLine).parse(source.replace(/^\ufeff/, ''))];
  const tooDeep = firstTooDeep(tokens);
  if (tooDeep !== undefined) {
    const message = `nested more than ${DEEPEST} levels deep`;
    return unreadable([{ ...positionOf(tooDeep.offset), message }]);
  }
  const [document, another] = [...new yaml.Composer({ uniqueKeys: false }).compose(tokens)];
  if (document === undefined) return unreadable([]);
  const errors = document.errors.map((error) => ({ ...positionOf(error.pos[0]), message: inWords(error) }));
  if (another !== undefined) {
    const message = 'expected one document, found a second one after "---"';
    errors.push({ ...positionOf(another.range[0]), message });
  }
  if (errors.length > 0) return unreadable(errors);

  const mistakes: Mistake[] = document.warnings.map((warning) => ({
    ...positionOf(warning.pos[0]),
    message: inWords(warning),
  }));
  const value = valueOf(document.contents, (node, message) => {
    mistakes.push({ ...positionOf(node.range?.[0] ?? 0), message });
  });
  return {
    value,
    mistakes,
    at: (path) => positionOf(nodesAlong(document, path).value),
    atKey: (path) => positionOf(nodesAlong(document, path).key),
  };
}

function unreadable(mistakes: readonly Mistake[]): YamlFile {
  return { value: undefined, mistakes, at: startOfFile, atKey: startOfFile };
}

function startOfFile(): Position {
  return { line: 1, column: 1 };
}

/**
 * The first piece of parsed YAML that is nested deeper than coach reads. To be asked before anything is composed from
 * the tokens, by whoever reads a file that somebody else may have written.
 *
 * @example
 * firstTooDeep([...new Parser().parse('['.repeat(1000))])?.offset //=> 64
 */
export function firstTooDeep(tokens: readonly yaml.CST.Token[]): yaml.CST.Token | undefined {
  const waiting = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > DEEPEST) return token;
    for (const child of childrenOf(token)) waiting.push({ token: child, depth: depth + 1 });
  }
  return undefined;
}

function childrenOf(token: yaml.CST.Token): readonly yaml.CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) =>
    [key, value].filter((child) => child !== null && child !== undefined),
  );
}

/** YAML's own complaints, in words for somebody who writes by hand; the others are told as they come. */
const complaints: Readonly<Partial<Record<yaml.YAMLError['code'], string>>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'a mapping cannot begin here; put text that contains ": " in quotes, and start all the keys of a mapping in the same column',
  MULTILINE_IMPLICIT_KEY: 'expected "key: value" on one line',
  TAB_AS_INDENT: 'indented with a tab; use spaces',
};

function inWords({ code, message }: yaml.YAMLError): string {
  if (code === 'TAG_RESOLVE_FAILED')
    return `tags are not read here: ${oneLine(message.replace(/^.*: /, ''))}`;
  return complaints[code] ?? `not YAML: ${oneLine(message)}`;
}

type Report = (node: yaml.Node, message: string) => void;

function valueOf(node: unknown, report: Report): unknown {
  if (yaml.isMap<yaml.Node>(node)) {
    const entries = new Map<string, unknown>();
    for (const { key, value } of node.items) {
      const name = keyText(key);
      if (name === undefined) report(key, 'expected text as a key; put it in quotes');
      else if (entries.has(name)) report(key, `the key ${quoted(name)} appears twice`);
      else entries.set(name, valueOf(value, report));
    }
    return Object.fromEntries(entries);
  }
  if (yaml.isSeq(node)) return node.items.map((item) => valueOf(item, report));
  if (yaml.isAlias(node))
    report(node, `aliases such as *${oneLine(node.source)} are not read here; write the value out`);
  if (!yaml.isScalar(node)) return null;
  if (typeof node.value === 'string') return plainText(node.value);
  if (typeof node.value === 'number' || typeof node.value === 'boolean' || node.value === null)
    return node.value;
  report(node, 'expected text, a number, true or false');
  return null;
}

/** A key as it is written: `2026` and `true` are keys like any other. */
function keyText(key: yaml.Node): string | undefined {
  if (!yaml.isScalar(key)) return undefined;
  return typeof key.value === 'string' ? key.value : key.source;
}

/** Offsets of the key and the value at the end of a path, or of the nearest thing around them. */
function nodesAlong(
  document: yaml.Document.Parsed,
  path: YamlPath,
): { readonly key: number; readonly value: number } {
  let node: unknown = document.contents;
  let found = { key: offsetOf(node, 0), value: offsetOf(node, 0) };
  for (const step of path) {
    if (yaml.isMap<yaml.Node>(node)) {
      const pair = node.items.find(({ key }) => keyText(key) === String(step));
      if (pair === undefined) return { key: found.value, value: found.value };
      const key = offsetOf(pair.key, found.value);
      found = { key, value: offsetOf(pair.value, key) };
      node = pair.value;
    } else if (yaml.isSeq(node) && typeof step === 'number' && step < node.items.length) {
      node = node.items[step];
      const value = offsetOf(node, found.value);
      found = { key: value, value };
    } else {
      return { key: found.value, value: found.value };
    }
  }
  return found;
}

function offsetOf(node: unknown, otherwise: number): number {
  if (yaml.isMap(node) || yaml.isSeq(node) || yaml.isScalar(node) || yaml.isAlias(node))
    return node.range?.[0] ?? otherwise;
  return otherwise;
}
