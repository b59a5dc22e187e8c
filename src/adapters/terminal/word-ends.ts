// The starts and ends of words in a text, for a cursor that goes from word to word.
import { graphemeBoundary } from '../../domain/text/graphemes.ts';

/** Which characters are a word says Unicode, so that scripts without blanks have words too. */
const wordSegmenter = new Intl.Segmenter('und', { granularity: 'word' });
/** So many characters are looked at, at most. */
const farthestWord = 500;

/**
 * The start of the word before an offset; without a word, the text's start or the offset 500 characters before.
 *
 * @example
 * wordStart("I don't.", 8) //=> 2
 */
export function wordStart(text: string, at: number): number {
  const from = graphemeBoundary(text, at - farthestWord);
  let start = from;
  for (const { index, isWordLike } of wordSegmenter.segment(text.slice(from, at))) {
    if (isWordLike === true) start = from + index;
  }
  return start;
}

/**
 * The end of the word behind an offset; without a word, the text's end or the offset 500 characters behind.
 *
 * @example
 * wordEnd("I don't.", 1) //=> 7
 */
export function wordEnd(text: string, at: number): number {
  for (const { index, segment, isWordLike } of wordSegmenter.segment(text.slice(at, at + farthestWord))) {
    if (isWordLike === true) return at + index + segment.length;
  }
  return graphemeBoundary(text, at + farthestWord);
}
