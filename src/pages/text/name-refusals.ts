// The refusals of names that nothing goes by.
import { UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import { oneLine } from '../../domain/text/plain-text.ts';

/**
 * The error of a name that nothing of a kind goes by, with the near one, or else all that there are.
 *
 * @param these - Several of the kind.
 *
 * @example
 * unknownName('format', 'pdf', ['html', 'csv'], 'formats').message //=> 'there is no format "pdf"'
 * unknownName('format', 'pdf', ['html', 'csv'], 'formats').hint //=> 'The formats are html, csv.'
 * unknownName('format', 'cvs', ['html', 'csv'], 'formats').hint //=> 'Did you mean csv?'
 */
export function unknownName(what: string, name: string, known: readonly string[], these: string): UsageError {
  return unknown(what, name, known, `The ${these} are ${known.join(', ')}.`);
}

/**
 * The error of a role that there is not.
 *
 * @example
 * unknownRole('boss').hint //=> 'The roles are manager and member.'
 * unknownRole('micromangaer').hint //=> 'Did you mean micromanager?'
 */
export function unknownRole(word: string): UsageError {
  const known = ['manager', 'member', 'micromanager', 'micromanaged'];
  return unknown('role', word, known, 'The roles are manager and member.');
}

function unknown(what: string, name: string, known: readonly string[], otherwise: string): UsageError {
  return new UsageError(`there is no ${what} "${oneLine(name)}"`, {
    hint: nearestHint(name, known, otherwise),
  });
}
