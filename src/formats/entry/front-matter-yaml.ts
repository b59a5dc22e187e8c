// A front matter of any kind, read with a real YAML reader.
import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { FileMistakes } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import type { FilePlace } from './entry-body.ts';
import type { FrontMatter, FrontValue } from './front-matter.ts';

/** Characters. Reading YAML takes time with the square of its length, and a front matter is a few lines. */
const LONGEST = 10_000;
/**
 * More brackets than this, or blanks before a key, are taken for nesting so deep that reading it could end
 * the process.
 */
const DEEPEST = 500;

/**
 * Reads any front matter with a real YAML reader: what other editors make of it, comments, quotes, nested keys.
 *
 * Scalars stay text as they are written (`012` is '012'); an empty value and `null` are null; anything nested is kept
 * in `sources` and has the value undefined.
 *
 * @param lines - The lines between the two `---`.
 * @param firstLine - The number of the first of them in the file.
 * @throws FileMistakes with the line and column of everything that is not YAML.
 *
 * @example
 * readYamlFrontMatter(["about: 'D. # not a comment'"], 2, 'a.md').fields.get('about')?.value
 * //=> 'D. # not a comment'
 */
export function readYamlFrontMatter(lines: readonly string[], firstLine: number, file: string): FrontMatter {
  const source = lines.join('\n');
  const counter = new LineCounter();
  const placeOf = (offset: number): FilePlace => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  const refusal = (place: FilePlace, message: string): FileMistakes =>
    new FileMistakes(file, [{ ...place, message }]);
  const start = { line: firstLine, column: 1 };

  if (source.length > LONGEST || mayBeTooDeep(source)) {
    throw refusal(start, `the front matter is longer than ${LONGEST} characters, or nested too deeply`);
  }
  const document = parseDocument(source, { lineCounter: counter, schema: 'failsafe', logLevel: 'error' });
  if (document.errors.length > 0) {
    throw new FileMistakes(
      file,
      document.errors.map(({ pos, message }) => ({ ...placeOf(pos[0]), message: inWords(message) })),
    );
  }
  const pairs = pairsOf(document);
  if (!pairs) throw refusal(start, 'the front matter holds no "key: value" lines');
  const beginnings = pairs.map(({ offset }) => placeOf(offset).line - firstLine);
  const crowded = pairs.find((_, index) => index > 0 && beginnings[index] === beginnings[index - 1]);
  if (crowded) throw refusal(placeOf(crowded.offset), 'expected one key on each line');
  return {
    fields: new Map(
      pairs.map(({ key, offset, value }) => {
        const at = isScalar(value) || isSeq(value) ? (value.range?.[0] ?? offset) : offset;
        return [key, { value: valueOf(value), ...placeOf(at) }];
      }),
    ),
    // What stands before the first key belongs to it.
    sources: pairs.map(({ key }, index) => {
      const own = lines.slice(index === 0 ? 0 : beginnings[index], beginnings[index + 1]);
      return { key, source: own.join('\n') };
    }),
  };
}

function inWords(message: string): string {
  return `the front matter is not YAML: ${oneLine(message.replace(/ at line \d+.*$/s, ''))}`;
}

/** Nesting cannot go deeper than there are opening brackets, or signs and blanks at the beginning of a line. */
function mayBeTooDeep(source: string): boolean {
  const brackets = source.match(/[[{]/g)?.length ?? 0;
  const signs = source.split('\n').map((line) => line.length - line.replace(/^[ \t?:-]+/, '').length);
  return brackets > DEEPEST || signs.some((count) => count > DEEPEST);
}

interface Pair {
  readonly key: string;
  readonly offset: number;
  readonly value: unknown;
}

/** Keys, each of which begins a line, and values; undefined for anything but a mapping over several lines. */
function pairsOf({ contents }: Document.Parsed): readonly Pair[] | undefined {
  if (!isMap<Node>(contents) || contents.flow === true) return undefined;
  return contents.items.flatMap(({ key, value }) =>
    key.range
      ? [{ key: isScalar<string | null>(key) ? (key.value ?? '') : '', offset: key.range[0], value }]
      : [],
  );
}

/** With the failsafe schema every scalar is text. */
function valueOf(value: unknown): FrontValue['value'] {
  if (value === null) return null;
  if (isScalar<string | null>(value)) {
    const text = value.value ?? '';
    return value.type === 'PLAIN' && /^(?:null|~|)$/i.test(text) ? null : text;
  }
  if (!isSeq(value)) return undefined;
  const link = linkIn(value);
  if (link !== undefined) return link;
  const items = value.items.map((item) =>
    isScalar<string | null>(item) ? (item.value ?? '') : linkIn(item),
  );
  return items.every((item) => item !== undefined) ? items : undefined;
}

/** A link without quotes, such as `[[D.]]`, which YAML takes for a list within a list. */
function linkIn(value: unknown): string | undefined {
  const inner = isSeq(value) && value.items.length === 1 ? value.items[0] : undefined;
  if (!isSeq(inner)) return undefined;
  const words = inner.items.map((item) => (isScalar<string | null>(item) ? item.value : null));
  return words.length > 0 && words.every((word) => word !== null) ? `[[${words.join(', ')}]]` : undefined;
}
