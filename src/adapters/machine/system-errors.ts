// The errors of files and folders: their codes, and what is said of them.
import { cannotWrite } from '../../pages/machine/file-refusals.ts';

/**
 * The error of a file that could not be written or deleted, in words; anything that the system did not refuse is given back
 * as it is.
 *
 * @param act - The verb that failed.
 */
export function inWords(error: unknown, file: string, act = 'write'): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error;
  return cannotWrite(file, codeOf(error), act, error);
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
