// Words in a row, as a sentence lists them. Every start loads it, so that it stands alone.

/**
 * Words with commas between them, and another word before the last.
 *
 * @example
 * wordList(['one', 'two', 'three'], 'or') //=> 'one, two or three'
 */
export function wordList(words: readonly string[], joint: 'and' | 'or'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${joint} ${last}`;
}
