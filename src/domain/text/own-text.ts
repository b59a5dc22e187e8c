// The text of a part of another text, by itself.

/** So long a part of a text is kept by engines as a part of the whole text, which is then held with it. */
const SLICE = 13;

/**
 * The same text, held by itself: what is kept of a file for long would else hold all of the file.
 *
 * @example
 * ownText('2026-11-22T09:14:05+01:00') //=> '2026-11-22T09:14:05+01:00'
 */
export function ownText(text: string): string {
  return text.length < SLICE ? text : Array.from(text).join('');
}
