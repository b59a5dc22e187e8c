// The names of the files in which compiled code is kept.

/**
 * Whether a name in the cache folder is that of compiled code, for this Node or another.
 *
 * @example
 * isCodeName('code-v24.1.0-x64-0123456789abcdef') //=> true
 */
export function isCodeName(name: string): boolean {
  return /^code-v\d/.test(name);
}
