// The refusals of a place that was named with --to.
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';

/**
 * The error of --force without a place.
 *
 * @param orFolder - A folder could be overwritten as well.
 *
 * @example
 * forceNeedsPlace().message //=> '--force needs a file to overwrite'
 */
export function forceNeedsPlace(orFolder = false): UsageError {
  const place = orFolder ? 'a file or folder' : 'a file';
  return new UsageError(`--force needs ${place} to overwrite`, { hint: 'Give it with --to.' });
}

/**
 * The error of --to without a path.
 *
 * @param example - The name of a file.
 *
 * @example
 * toNeedsPath('journal.html').hint //=> 'For example: --to journal.html'
 */
export function toNeedsPath(example: string): UsageError {
  return new UsageError('--to needs a path', { hint: `For example: --to ${example}` });
}

/**
 * The error of a place that is something else than what is written.
 *
 * @param isFolder - A folder is written.
 *
 * @example
 * isOther('/dev/null', false).message //=> '/dev/null is not a file'
 */
export function isOther(named: string, isFolder: boolean): CoachError {
  return new CoachError(`${oneLine(named)} is not a ${isFolder ? 'folder' : 'file'}`, {
    hint: 'Choose another place, or leave out --to for standard output.',
  });
}

/**
 * The error of a file that is not to be overwritten.
 *
 * @example
 * isThereAlready('a.html').message //=> 'a.html already exists'
 */
export function isThereAlready(named: string): CoachError {
  return new CoachError(`${oneLine(named)} already exists`, {
    hint: 'Nothing was written. Overwrite the file with --force, or choose another name.',
  });
}
