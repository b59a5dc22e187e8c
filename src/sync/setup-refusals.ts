// Refusals of coach sync setup that are about what was typed.
import { oneLine } from '../domain/text/plain-text.ts';
import { UsageError } from '../domain/text/errors.ts';

/**
 * The error of what is no address.
 *
 * @example
 * notAnAddress('ext::sh').message //=> '"ext::sh" is not an address that coach can sync with'
 */
export function notAnAddress(typed: string): UsageError {
  return new UsageError(`"${oneLine(typed)}" is not an address that coach can sync with`, {
    hint: 'Give a git address such as git@git.example.org:me/journal.git, or a folder such as /media/stick/journal.git.',
  });
}

/**
 * The error of an address with a password in it.
 *
 * @example
 * hasPassword().message //=> 'this address has a password in it'
 */
export function hasPassword(): UsageError {
  return new UsageError('this address has a password in it', {
    hint: "Take it out: other people on this computer could see it. git's credential helper asks for it once and keeps it.",
  });
}

/**
 * The error of what is no name of a branch.
 *
 * @example
 * notABranch('-x').message //=> '"-x" is not the name of a branch'
 */
export function notABranch(typed: string): UsageError {
  return new UsageError(`"${oneLine(typed)}" is not the name of a branch`, { hint: 'Use one such as main.' });
}
