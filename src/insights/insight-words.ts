// The small words of which the sentences of insights are made.

/**
 * So many of something; empty where there are none.
 *
 * @example
 * ifAny(2, 'let go') //=> '2 let go'
 */
export function ifAny(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${what}`;
}

/**
 * A number at the place where a sentence may say that there are none.
 *
 * @example
 * numberOf(0) //=> 'none'
 */
export function numberOf(count: number): string {
  return count === 0 ? 'none' : String(count);
}

/**
 * Parts of a sentence one after the other; each may end with a comma of its own.
 *
 * @example
 * inTurn(['18 about D.', '7 about K.', '1 without a name']) //=> '18 about D., 7 about K. and 1 without a name'
 * inTurn(['at 30,', 'at 40,']) //=> 'at 30, and at 40,'
 */
export function inTurn(parts: readonly string[]): string {
  const [last = '', ...before] = parts.toReversed();
  if (before.length === 0) return last;
  const first = before.toReversed().map((part) => part.replace(/,$/, ''));
  const comma = last.endsWith(',') ? ',' : '';
  return `${first.join(', ')}${comma} and ${last}`;
}

/**
 * A text that ends as a sentence does.
 *
 * @example
 * withStop('It was too big') //=> 'It was too big.'
 */
export function withStop(text: string): string {
  return /[.!?\u2026]$/.test(text) ? text : `${text}.`;
}
