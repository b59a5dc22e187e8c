// The refusals of a file that a comparison is to be written to.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { oneLine } from '../domain/text/plain-text.ts';

/**
 * The error of --html without a name.
 *
 * @example
 * htmlNeedsFile().message //=> '--html needs the name of a file'
 */
export function htmlNeedsFile(): UsageError {
  return new UsageError('--html needs the name of a file', { hint: 'For example: --html both.html' });
}

/**
 * The error of --force without a file.
 *
 * @example
 * forceNeedsHtml().message //=> '--force needs a file to overwrite'
 */
export function forceNeedsHtml(): UsageError {
  return new UsageError('--force needs a file to overwrite', { hint: 'Give it with --html.' });
}

/**
 * The error of a place in the journal, in which nothing of another person belongs.
 *
 * @example
 * pageInJournal('journal/both.html').message //=> 'journal/both.html is in the journal'
 */
export function pageInJournal(named: string): UsageError {
  return new UsageError(`${oneLine(named)} is in the journal`, {
    hint: 'What the other person says does not belong in your journal. Choose a place outside it.',
  });
}

/**
 * The error of a place that is no file.
 *
 * @example
 * pageNotAFile('out').message //=> 'out is not a file'
 */
export function pageNotAFile(named: string): CoachError {
  return new CoachError(`${oneLine(named)} is not a file`, {
    hint: 'Give the name of a new file: --html both.html',
  });
}
