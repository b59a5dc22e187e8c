// What the entries of a measured journal say: a real diary, in pieces.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What people write in two minutes. In bytes, as programs read them. */
const PIECE = 440;

/** The rest of a day's text that is worth a piece of its own. */
const LEAST = 200;

/** The sample: its first paragraph is the credit, each other one a piece. */
export function sampleTexts() {
  const sample = readFileSync(path.join(import.meta.dirname, 'sample/pepys.txt'), 'utf8');
  return sample.trim().split('\n\n').slice(1);
}

/**
 * The pieces of a whole diary, cut where sentences end.
 *
 * @param file - Lines of JSON, each with the `text` of a day. What else they hold, such as a `date`, is not used.
 */
export function textsOf(file) {
  const lines = readFileSync(file, 'utf8').split('\n');
  const texts = lines.filter((line) => line !== '').flatMap((line) => pieces(JSON.parse(line).text));
  if (texts.length === 0) throw new Error(`${file} holds no texts of at least ${LEAST} bytes`);
  return texts;
}

/**
 * Cuts a text into pieces of about 400 bytes: at the end of a sentence, or of a word where a sentence is longer.
 *
 * @example
 * pieces(`${'a'.repeat(300)}. ${'b'.repeat(300)}.`) //=> ['aaa….', 'bbb….']
 */
function pieces(text) {
  const parts = text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.;:!?]) /)
    .flatMap((sentence) => (sizeOf(sentence) > PIECE ? sentence.split(' ') : [sentence]));
  const found = [''];
  for (const part of parts) {
    const longer = `${found.at(-1)} ${part}`.trim();
    if (sizeOf(longer) > PIECE) found.push(part);
    else found[found.length - 1] = longer;
  }
  return found.filter((piece) => sizeOf(piece) >= LEAST);
}

/**
 * About half of a text, up to the end of a word.
 *
 * @example
 * halfOf('Rose early and went out') //=> 'Rose early'
 */
export function halfOf(text) {
  return text.slice(0, text.lastIndexOf(' ', text.length / 2));
}

function sizeOf(text) {
  return Buffer.byteLength(text);
}
