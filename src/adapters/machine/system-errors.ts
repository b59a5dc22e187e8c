// The errors of files and folders: their codes, and what is said of them.
import { cannotWrite } from '../../pages/machine/file-refusals.ts';

/**
 * The error of a file that could not be written or deleted, in words; anything that the system did not refuse is given back
 * as it is.
 *
 * @param act - The verb that failed.
 */
export function inWords(error: unknown, file: string, act = 'write'): unknown {
  const isOdd = error instanceof OddFile;
  if (!isOdd && !(error instanceof Error && 'syscall' in error)) return error;
  return cannotWrite(file, codeOf(error), act, error);
}

/** Something stands in the place of a file, and is none. */
export class OddFile extends Error {
  /** As `refusalText` of the pages knows it. */
  readonly code: 'pipe' | 'device' | 'socket' | 'dangling' | 'EISDIR' | 'EFBIG';
  constructor(code: OddFile['code']) {
    super(code);
    this.code = code;
  }
}

/** The code by which the system names an error, such as `ENOENT`; empty where there is none. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
