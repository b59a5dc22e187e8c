// The names of files on their way to their places, which carry a mark that nobody else writes.

/**
 * What a file is called while it is written, beside its place.
 *
 * @param writer - The number of the process.
 *
 * @example
 * unfinishedName('a.md', 4711) //=> '.a.md.coach-4711'
 */
export function unfinishedName(name: string, writer: number): string {
  return `.${name}.coach-${writer}`;
}

/**
 * What is to become of an unfinished file, and who writes it; undefined for any other name.
 *
 * @example
 * readUnfinishedName('.a.md.coach-4711') //=> { name: 'a.md', writer: 4711 }
 */
export function readUnfinishedName(
  name: string,
): { readonly name: string; readonly writer: number } | undefined {
  const [, wanted, writer] = /^\.(.+)\.coach-(\d+)$/s.exec(name) ?? [];
  return wanted === undefined ? undefined : { name: wanted, writer: Number(writer) };
}

/**
 * What the lock of a file is called, beside the file.
 *
 * @example
 * lockName('a.md') //=> '.a.md.coach-lock'
 */
export function lockName(name: string): string {
  return `.${name}.coach-lock`;
}

/**
 * Whether a name is that of a lock.
 *
 * @example
 * isLockName(lockName('a.md')) //=> true
 */
export function isLockName(name: string): boolean {
  return /^\..+\.coach-lock[\w-]*$/s.test(name);
}

/**
 * Whether a name is one that only a process of coach gives, for as long as it is at work.
 *
 * @example
 * isPassingName('.a.md.coach-lock') //=> true
 */
export function isPassingName(name: string): boolean {
  return readUnfinishedName(name) !== undefined || isLockName(name);
}
