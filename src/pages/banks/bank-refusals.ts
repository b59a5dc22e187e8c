// The refusals of question banks.
import { CoachError, FileMistakes, type UsageError } from '../../domain/text/errors.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';
import { unknownName } from '../text/name-refusals.ts';

/**
 * The error of a name that no bank has.
 *
 * @param names - Those of all banks.
 *
 * @example
 * unknownBank('boss', ['member', 'manager']).message //=> 'there is no question set "boss"'
 */
export function unknownBank(name: string, names: readonly string[]): UsageError {
  return unknownName('question set', name, names, 'question sets');
}

/**
 * The error of a name that no bank has that can be seen.
 *
 * @param folder - That of the person's own, which cannot be read.
 *
 * @example
 * unseenBank('boss', '/banks').message //=> 'cannot tell whether there is a question set called "boss"'
 */
export function unseenBank(name: string, folder: string): CoachError {
  return new CoachError(`cannot tell whether there is a question set called "${oneLine(name)}"`, {
    hint: `Your own question sets are in a folder that cannot be read: ${plainText(folder)}`,
  });
}

/**
 * The error of a bank that calls itself otherwise than its file.
 *
 * @param file - With the text in it.
 *
 * @example
 * misnamedBank('a', 'b', { file: 'a.yaml', text: 'bank: b' }).message
 * //=> 'a.yaml:1:1: bank: expected a, the name of the file, not b'
 */
export function misnamedBank(
  expected: string,
  name: string,
  { file, text }: { readonly file: string; readonly text: string },
): FileMistakes {
  const line = text.split('\n').findIndex((one) => one.startsWith('bank:')) + 1;
  const message = `bank: expected ${expected}, the name of the file, not ${name}`;
  return new FileMistakes(file, [{ line: Math.max(1, line), column: 1, message }], 'Rename one of the two.');
}
