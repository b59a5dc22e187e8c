// The refusals of coach encrypt and coach decrypt.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { counted, unasked } from '../pages/text/words.ts';
import type { OpenWork, ConversionWay } from './conversion.ts';
import { DONE } from './encrypt-text.ts';

/**
 * The error of a conversion that has left something.
 *
 * @example
 * someLeft('encrypt', 1).message //=> '1 file was not encrypted'
 */
export function someLeft(way: ConversionWay, count: number): CoachError {
  const hint = {
    encrypt: 'It can be read by anybody who can open it. Fix what is named above, then: coach encrypt',
    decrypt:
      'So the journal stays an encrypted one. Fix what is named above, or move it out of the journal folder, then: coach decrypt',
    renew: 'Fix what is named above, then: coach keys renew',
  }[way];
  return new CoachError(`${counted(count, 'file')} ${count === 1 ? 'was' : 'were'} not ${DONE[way]}`, {
    hint,
  });
}

/**
 * The error where nobody can be shown a key.
 *
 * @example
 * nobodyToEncrypt().message //=> 'nothing was encrypted, because there is no terminal to ask you in'
 */
export function nobodyToEncrypt(): CoachError {
  return new CoachError(unasked('encrypted'), {
    hint: 'coach encrypt shows a recovery key that you write on paper. Run it in a terminal.',
  });
}

/**
 * The same for the way back.
 *
 * @example
 * nobodyToDecrypt().hint //=> 'Every entry would be a readable file again. To do that, add --yes.'
 */
export function nobodyToDecrypt(): CoachError {
  return new CoachError(unasked('decrypted'), {
    hint: 'Every entry would be a readable file again. To do that, add --yes.',
  });
}

/**
 * The error of a sitting or an editor that is open: what it saves would be in the other form.
 *
 * @example
 * openNow({ kind: 'sitting', file: 'a.json' }).message //=> 'a sitting is open: a.json'
 */
export function openNow({ kind, file }: OpenWork): CoachError {
  return kind === 'sitting'
    ? new CoachError(`a sitting is open: ${file}`, {
        hint: 'Nothing was changed. Finish the sitting, or leave it with Ctrl-C, and try again.',
      })
    : new CoachError(`text is open in an editor: ${file}`, {
        hint: 'Nothing was changed. Save it, close the editor, and try again.',
      });
}

/**
 * The error of a flag that comes too late.
 *
 * @example
 * namesAreChosen().message //=> 'the journal is encrypted already, and how its files are named was chosen then'
 */
export function namesAreChosen(): UsageError {
  return new UsageError('the journal is encrypted already, and how its files are named was chosen then', {
    hint: 'To choose again: coach decrypt, then coach encrypt --keep-names',
  });
}

/**
 * The error of a journal that another process has begun to encrypt.
 *
 * @example
 * encryptedMeanwhile().message //=> 'the journal was encrypted meanwhile'
 */
export function encryptedMeanwhile(): CoachError {
  return new CoachError('the journal was encrypted meanwhile', {
    hint: 'Another copy of coach did it, with another passphrase and another recovery key. Those count; the ones you were just shown do not.',
  });
}

/**
 * The error of a journal whose key another process has changed or taken away.
 *
 * @example
 * keyChangedMeanwhile().message //=> 'the key of the journal was changed meanwhile'
 */
export function keyChangedMeanwhile(): CoachError {
  return new CoachError('the key of the journal was changed meanwhile', {
    hint: 'Another copy of coach did it. Nothing was changed by this one. See how things are: coach keys',
  });
}
