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
 * How often something happened.
 *
 * @example
 * times(1) //=> 'once'
 */
export function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/**
 * A text that ends as a sentence does.
 *
 * @example
 * withStop('It was too big') //=> 'It was too big.'
 */
export function withStop(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
