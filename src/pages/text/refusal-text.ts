// The reasons for which the system refuses to read something, in words.

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  ENOTDIR: 'a file is in its way',
  EISDIR: 'it is a folder',
  ELOOP: 'links lead round in a circle',
  EIO: 'the disk reports a fault',
};

/**
 * Why the system refuses to read something.
 *
 * @param code - As the system gives it.
 *
 * @example
 * refusalText('EISDIR') //=> 'it is a folder (EISDIR)'
 */
export function refusalText(code: string): string {
  return `${REASONS[code] ?? 'the system refuses'} (${code})`;
}
