// The errors of files and folders: their codes, and what is said of them.
import { CoachError } from '../../domain/text/errors.ts';

/** The reasons of the system, by their codes. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'files may not be that large there',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk can only be read',
  EEXIST: 'a file of that name is there already',
  ENOTDIR: 'a part of its path is a file',
  ENAMETOOLONG: 'its name is too long',
  EIO: 'the disk reports a fault',
  ENOENT: 'its folder is not there',
};

/**
 * The error of a file that could not be written or deleted, in words; anything that the system did not refuse is given back
 * as it is.
 *
 * @param act - The verb that failed.
 */
export function inWords(error: unknown, file: string, act = 'write'): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  const code = codeOf(error);
  return new CoachError(`cannot ${act} ${file}: ${REASONS[code] ?? `the system refused (${code})`}`, {
    hint: 'Nothing was half written. Mend that and try again.',
    cause: error,
  });
}

/** The outcome of looking at a file or folder; undefined where it is not there. */
export function ifThere<Value>(look: () => Value): Value | undefined {
  try {
    return look();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The code by which the system names an error, such as `ENOENT`; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
