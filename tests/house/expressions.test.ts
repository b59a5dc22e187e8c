import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';
import { SOURCE_FILES } from './source-files.ts';

/** Expressions that stand in the sources only to be put into others, which are bound to a place. */
const PARTS = [/^"\(\?:\[\^"\\\\\\u0000-/];

/** Four times the text may take four times as long, and a little more; sixteen times as long is quadratic. */
const MOST = 9;

/** Below so much nothing can be told; in microseconds. */
const LEAST = 4_000;

/** The sizes of the texts, in characters: what is exponential shows in the first, what is quadratic in the last. */
const SIZES = [30, 120, 480, 1_920, 7_680];

interface Expression {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

function expressionsOf({ name, text }: (typeof SOURCE_FILES)[number]): readonly Expression[] {
  const found: Expression[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('regex' in node && typeof node.regex === 'object' && node.regex !== null) {
      const { pattern, flags }: { pattern?: unknown; flags?: unknown } = node.regex;
      found.push({ file: name, pattern: String(pattern), flags: String(flags) });
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(parseSync(name, text).program);
  return found;
}

/** Pieces that an expression waits for, told from its own signs: repeated, they are the texts that take it longest. */
function piecesOf(pattern: string): readonly string[] {
  const signs = pattern
    .replaceAll('\\n', '\n')
    .replaceAll('\\t', '\t')
    .replaceAll(/\\([^\w])/g, '$1');
  const words =
    signs.replaceAll(/\[[^\]]*\][*+?]?(?:\{[^}]*\})?/g, '').match(/[^\\^$?*+|()[\]{}]{2,14}/g) ?? [];
  const single = Array.from(signs).filter((sign) => !/[\\^$?+|]/.test(sign));
  return [...new Set([...words, ' ', 'a', '0', '\n', ...single])].slice(0, 12);
}

function textsFor(pattern: string): readonly (readonly [start: string, piece: string])[] {
  const pieces = piecesOf(pattern);
  const pairs = pieces.flatMap((one) =>
    pieces
      .filter((other) => other !== one)
      .flatMap(
        (other) =>
          [
            [other, one],
            ['', one + other],
          ] as const,
      ),
  );
  return [...pieces.map((piece) => ['', piece] as const), ...pairs];
}

/** The time that it takes the processor, in microseconds; the least of two, so that nothing else counts. */
function timeOf(expression: RegExp, text: string): number {
  const once = (): number => {
    const before = process.cpuUsage();
    expression.lastIndex = 0;
    if (expression.global) text.replace(expression, '');
    else expression.test(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  const first = once();
  return first < LEAST ? first : Math.min(first, once());
}

/** The text that takes it more and more time, and how it grows; undefined where none does. */
function slowText({ pattern, flags }: Expression): string | undefined {
  const expression = new RegExp(pattern, flags);
  for (const [start, piece] of textsFor(pattern)) {
    let before = Infinity;
    for (const size of SIZES) {
      const time = timeOf(expression, `${start}${piece.repeat(Math.ceil(size / piece.length))}\u0001`);
      if (time > LEAST && time > MOST * Math.max(before, LEAST / MOST))
        return `${JSON.stringify([start, piece])}: ${before} to ${time} µs for ${size}`;
      before = time;
    }
  }
  return undefined;
}

test('an expression took the square of a text: files of 100 kB stopped commands for minutes', () => {
  const all = SOURCE_FILES.flatMap(expressionsOf);
  const known = new Map(all.map((one) => [`/${one.pattern}/${one.flags}`, one]));
  expect(known.size).toBeGreaterThan(250);
  const slow = Array.from(known).flatMap(([shown, one]) => {
    if (PARTS.some((part) => part.test(one.pattern))) return [];
    // The machine may have been busy with something else: what is slow is slow each time.
    const text = slowText(one) && slowText(one) && slowText(one);
    return text === undefined ? [] : [`${one.file} ${shown} ${text}`];
  });
  expect(slow).toEqual([]);
});
