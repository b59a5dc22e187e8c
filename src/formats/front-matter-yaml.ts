import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { FileMistakes } from '../domain/errors.ts';
import { oneLine } from '../domain/text.ts';
import type { Place } from './body-line.ts';
import type { FrontMatter, FrontValue } from './front-matter.ts';

/** More brackets than this, or blanks before a key, are taken for nesting so deep that reading it could end the process. */
const DEEPEST = 1000;

/**
 * Reads any front matter with a real YAML reader: what other editors make of it, comments, quotes, nested keys.
 *
 * Scalars stay text as they are written (`012` is '012'); an empty value and `null` are null; anything nested is kept
 * in `sources` and has the value null.
 *
 * @param lines - The lines between the two `---`.
 * @param firstLine - The number of the first of them in the file.
 * @throws FileMistakes with the line and column of everything that is not YAML.
 *
 * @example
 * readYamlFrontMatter(["about: 'D. # not a comment'"], 2, 'a.md').fields.get('about')?.value //=> 'D. # not a comment'
 */
export function readYamlFrontMatter(lines: readonly string[], firstLine: number, file: string): FrontMatter {
  const source = lines.join('\n');
  const counter = new LineCounter();
  const placeOf = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) };
  };
  if (mayBeTooDeep(source)) {
    throw new FileMistakes(file, [
      { line: firstLine, column: 1, message: 'the front matter is nested too deep' },
    ]);
  }
  const document = parseDocument(source, { lineCounter: counter, schema: 'failsafe', logLevel: 'silent' });
  if (document.errors.length > 0) {
    const message = (text: string): string =>
      `the front matter is not YAML: ${oneLine(text.split('\n')[0] ?? '')}`;
    throw new FileMistakes(
      file,
      document.errors.map((error) => ({ ...placeOf(error.pos[0]), message: message(error.message) })),
    );
  }
  const pairs = pairsOf(document);
  if (!pairs) {
    const message = 'the front matter holds no "key: value" lines';
    throw new FileMistakes(file, [{ line: firstLine, column: 1, message }]);
  }
  const beginnings = pairs.map(({ offset }) => placeOf(offset).line - firstLine);
  const crowded = pairs.find((_, index) => index > 0 && beginnings[index] === beginnings[index - 1]);
  if (crowded) {
    throw new FileMistakes(file, [{ ...placeOf(crowded.offset), message: 'expected one key to a line' }]);
  }
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
    key.range ? [{ key: isScalar(key) ? String(key.value) : '', offset: key.range[0], value }] : [],
  );
}

function valueOf(value: unknown): FrontValue['value'] {
  if (isScalar(value)) {
    const text = String(value.value ?? '');
    return value.type === 'PLAIN' && /^(?:null|~|)$/i.test(text) ? null : text;
  }
  if (!isSeq(value)) return null;
  const items = value.items.filter((item) => isScalar(item));
  return items.length === value.items.length ? items.map((item) => String(item.value ?? '')) : null;
}
