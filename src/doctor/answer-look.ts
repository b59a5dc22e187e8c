// The second look at an answer: nearly a skip, nothing to see, another note, or a part not read.
import type { Answer } from '../domain/entry/answer.ts';
import { shownText } from '../domain/text/plain-text.ts';
import { type BodyLines, lineAt, linesFrom } from '../formats/entry/entry-body.ts';
import { readCommitment, readPrediction } from '../formats/entry/parts-markdown.ts';
import { readSkip } from '../formats/entry/text-markdown.ts';
import { type DoubtfulPlace, PART_BELOW, PART_WITHIN } from './look-text.ts';

const words = String.raw`(?:passed|not[ -]today|not[ -]mine|too[ -]close)`;
const marks = String.raw`[.!,;:"'”’)]*`;
const sign = String.raw`(?:[*_]|\\[*_])`;
const skipWords = new RegExp(
  String.raw`^ {0,3}["'“‘(]?(?:${sign}+[ \t]*${words}|${words}(?=[*_]))[ \t]*${marks}${sign}*${marks}[ \t]*$`,
  'i',
);
const skipInHtml = new RegExp(
  String.raw`^ {0,3}<(em|i|strong|b)>[ \t]*${words}[ \t]*${marks}</\1>${marks}[ \t]*$`,
  'i',
);

/**
 * The words of a skip with other signs around them than they have to have, or none; one backslash says that they are meant.
 *
 * @param hasSigns - Words without any do not count.
 *
 * @example
 * isNearlySkip('*Too close.*') //=> true
 * isNearlySkip('*too close*') //=> false
 */
export function isNearlySkip(line: string, hasSigns = false): boolean {
  if (readSkip(line) !== undefined) return false;
  if (/^(?:passed|not today|not mine|too close)$/.test(line)) return !hasSigns;
  const isMeant = /^ {0,3}\\/.test(line) && line.indexOf('\\') === line.lastIndexOf('\\');
  return skipInHtml.test(line) || (skipWords.test(line) && !isMeant);
}

const blankSigns =
  /&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|ZeroWidthSpace|#0*(?:160|8203)|#x0*(?:a0|200b));|<br[ \t]*\/?>/gi;

/**
 * Whether a line holds signs of which viewers show nothing, and nothing else.
 *
 * @example
 * showsNothing('&nbsp;') //=> true
 */
export function showsNothing(line: string): boolean {
  const rest = line.replace(blankSigns, '');
  return (rest !== line && shownText(rest).trim() === '') || /^ {0,3}<!--[^>]*-->[ \t]*$/.test(line);
}

/**
 * Whether a line is nothing but a note that is shown in its place, and not a picture or the like.
 *
 * @example
 * isOnlyEmbedded('![[D.]]') //=> true
 * isOnlyEmbedded('![[room.png]]') //=> false
 */
export function isOnlyEmbedded(line: string): boolean {
  const target = /^[ \t]*!\[\[([^[\]|]+)(?:\|[^[\]]*)?\]\][ \t]*$/.exec(line)?.[1];
  return target !== undefined && !/\.(?!md$)[a-z0-9]{2,5}$/i.test(target.replace(/#.*$/, '').trim());
}

/**
 * The first line of an answer that names a part which was not found: one whose bullet a formatter escaped, one that has none, or
 * one below a paragraph.
 *
 * @param first - The position in `lines` at which the list begins, and `end` that at which the answer ends.
 *
 * @example
 * const value = { expect: 'rain', sign: null, likelihood: null, due: null, feeling: null };
 * const lines = { texts: ['- Expect: rain', '2\\. Likelihood: 70 %'], line: 12 };
 * partRemark(lines, 0, 2, { question: 'a', asked: 'A?', type: 'prediction', value, skip: null })?.line //=> 13
 */
export function partRemark(
  lines: BodyLines,
  first: number,
  end: number,
  answer: Answer,
): DoubtfulPlace | undefined {
  if (answer.skip !== null || (answer.type !== 'prediction' && answer.type !== 'commitment'))
    return undefined;
  const absent = Object.entries(answer.value).flatMap(([name, value]) => (value === null ? [name] : []));
  if (absent.length === 0) return undefined;
  const naming = new RegExp(
    String.raw`^[ \t>]*(?:\\?[-*+][ \t]+|\d{1,9}\\?[.)][ \t]+)?[*_]{0,3}(?:${absent.join('|')})[*_]{0,3}[ \t]*:[ \t*_]*[^ \t*_]`,
    'i',
  );
  const at = lines.texts.findIndex((text, line) => line >= first && line < end && naming.test(text));
  if (at < 0) return undefined;
  const read = answer.type === 'prediction' ? readPrediction : readCommitment;
  const { lines: taken } = read(linesFrom(lines, first, end), () => undefined);
  const message = at < first + taken ? PART_WITHIN : PART_BELOW;
  return { line: lineAt(lines, at).line, column: 1, message, isProblem: false };
}
