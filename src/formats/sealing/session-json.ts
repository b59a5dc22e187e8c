// The JSON of a session.
import type { KeySession } from '../../domain/entry/key-session.ts';

/**
 * A session as JSON.
 *
 * @example
 * printSession({ identity: 'AGE-SECRET-KEY-1X', made: 1, used: 2, lasts: 3 })
 * //=> '{"format":1,"identity":"AGE-SECRET-KEY-1X","made":1,"used":2,"for":3}'
 */
export function printSession({ identity, made, used, lasts }: KeySession): string {
  return JSON.stringify({ format: 1, identity, made, used, for: lasts });
}

/**
 * Reads a session.
 *
 * @returns Undefined for anything else: then there is none.
 *
 * @example
 * parseSession('{"format":1,"identity":"AGE-SECRET-KEY-1X","made":1,"used":2,"for":3}')?.lasts //=> 3
 */
export function parseSession(text: string): KeySession | undefined {
  let value: { readonly [key in 'format' | 'identity' | 'made' | 'used' | 'for']?: unknown } | null;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { format, identity, made, used, for: lasts } = value ?? {};
  const isOne = format === 1 && typeof identity === 'string';
  if (!isOne || typeof made !== 'number' || typeof used !== 'number' || typeof lasts !== 'number')
    return undefined;
  return { identity, made, used, lasts };
}
