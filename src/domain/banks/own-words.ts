// The person's own words in a question: places for them in its wording.
import { oneLine } from '../text/plain-text.ts';
import { eachGrapheme } from '../text/graphemes.ts';

/** `{member-piece|that piece of work}`: a question, or `about` for the name, and what is said where there is nothing to put in. */
const place = /\{([a-z][a-z0-9-]*)\|([^{}|]*)\}/g;

/** The place for the name that a sitting is about. */
export const ABOUT_PLACE = 'about';

/** The most that is put into a question, in letters as they are seen. */
export const LONGEST_OWN_WORDS = 120;

/**
 * A wording as the bank alone says it. It is what lists, insights and reminders show: none of the person's words are in it.
 *
 * @example
 * withoutOwnWords('What keeps you from {member-piece|it}?') //=> 'What keeps you from it?'
 */
export function withoutOwnWords(wording: string): string {
  return wording.replace(place, '$2');
}

/**
 * A wording with the person's own words in it: on one line, cut where they are long, words that were written in quotes. All places
 * are filled at once, so that what is put in holds none itself, whatever it says.
 *
 * @param about - The name that the sitting is about.
 * @param wordsOf - What was said to a question; nothing where it was not said.
 * @param isWhole - They stay whole, however long.
 *
 * @example
 * withOwnWords('Could {about|they} take on {piece|it}?', 'D.', () => 'the report') //=> 'Could D. take on "the report"?'
 */
export function withOwnWords(
  wording: string,
  about: string | null,
  wordsOf: (name: string) => string | undefined,
  isWhole = false,
): string {
  return wording.replace(place, (_, name: string, otherwise: string) => {
    const isName = name === ABOUT_PLACE;
    const words = oneLine((isName ? about : wordsOf(name)) ?? '');
    if (words === '') return otherwise;
    const put = isWhole ? words : cut(words);
    return isName ? put : `"${put}"`;
  });
}

/**
 * A question as a screen shows it, where it holds words whole: they are cut.
 *
 * @example
 * cutOwnWords(`You planned "${'on '.repeat(60)}". And?`).length //=> 140
 */
export function cutOwnWords(asked: string): string {
  return asked.replace(/"(.+)"/, (_, words: string) => `"${cut(words)}"`);
}

/**
 * Whether a text is a wording with or without the person's own words in it.
 *
 * @example
 * isWordedAs('Could {about|they} take on {piece|it}?', 'Could D. take on "the report"?') //=> true
 */
export function isWordedAs(wording: string, text: string): boolean {
  let end = 0;
  let pattern = '';
  for (const { 0: whole, 1: name, 2: otherwise = '', index } of wording.matchAll(place)) {
    const own = name === ABOUT_PLACE ? '.+' : '".+"';
    pattern += `${literally(wording.slice(end, index))}(?:${literally(otherwise)}|${own})`;
    end = index + whole.length;
  }
  return new RegExp(`^${pattern}${literally(wording.slice(end))}$`, 'u').test(text);
}

/**
 * A text as it stands, within a regular expression.
 *
 * @example
 * literally('(a.b)') //=> String.raw`\(a\.b\)`
 */
export function literally(text: string): string {
  return text.replaceAll(/[$()*+.?[\\\]^{|}/]/g, String.raw`\$&`);
}

/**
 * The names of the places in a wording.
 *
 * @example
 * placesIn('Could {about|they} take on {piece|it}?') //=> ['about', 'piece']
 */
export function placesIn(wording: string): readonly string[] {
  return Array.from(wording.matchAll(place), ([, name = '']) => name);
}

/**
 * Words on one line, cut where they are long.
 *
 * @example
 * shortWords('Small,\nand a bit angry.') //=> 'Small, and a bit angry.'
 */
export function shortWords(text: string): string {
  return cut(oneLine(text));
}

function cut(words: string): string {
  if (words.length <= LONGEST_OWN_WORDS) return words;
  const starts: number[] = [];
  eachGrapheme(words, (start) => starts.push(start));
  const end = starts.length > LONGEST_OWN_WORDS ? starts[LONGEST_OWN_WORDS - 1] : undefined;
  return end === undefined ? words : `${words.slice(0, end).trimEnd()}…`;
}
