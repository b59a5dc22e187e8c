// Prints every text in the program that looks like words to be read, with its file and line, for whoever judges or translates them.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

const SRC = path.resolve(import.meta.dirname, '../src');

/** A blank between two words; what is put in counts as a word. */
const WORDS = /[\p{L}\p{N}][\p{L}\p{N}'’,.:;!?)"”]* ["“(]?[\p{L}\p{N}]/u;
const PUT_IN = '0';
/** A single word as labels are written. */
const LABEL = /^\p{Lu}\p{Ll}+[.:?]?$/u;

const files = readdirSync(SRC, { recursive: true })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replaceAll(path.sep, '/'))
  .toSorted();
for (const file of files) {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  for (const { start, words } of textsIn(parseSync(file, text).program, text)) {
    const line = text.slice(0, start).split('\n').length;
    console.log(`${file}:${line}: ${words}`);
  }
}

/** The texts with words in them, on a line each: `{…}` is what is put in, `⏎` a line feed. */
function textsIn(program, source) {
  const found = [];
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) return node.forEach(visit);
    if (/^(?:Import|Export(?:All|Named)Declaration$)/.test(node.type) && node.source) return;
    if (node.type === 'TSLiteralType') return;
    const parts = partsOf(node);
    if (parts && [WORDS, LABEL].some((pattern) => pattern.test(parts.join(PUT_IN)))) {
      const put = (node.expressions ?? []).map(({ start, end }) => `{${source.slice(start, end)}}`);
      const words = parts.map((part, at) => part + (put[at] ?? '')).join('');
      found.push({
        start: node.start,
        words: words.replaceAll(/\s*\n\s*/g, '⏎').replaceAll(/\p{Cc}/gu, '␀'),
      });
    }
    for (const [key, value] of Object.entries(node)) if (key !== 'type') visit(value);
  };
  visit(program);
  return found;
}

/** The pieces of a literal or a template, between what is put in. */
function partsOf({ type, value, quasis }) {
  if (type === 'Literal') return typeof value === 'string' ? [value] : undefined;
  return type === 'TemplateLiteral' ? quasis.map((quasi) => quasi.value.cooked) : undefined;
}
