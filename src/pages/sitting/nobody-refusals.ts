// The refusal to ask where there is nobody.
import { CoachError } from '../../domain/text/errors.ts';

/**
 * The error of a command that asks questions where there is no terminal.
 *
 * @param typed - The command with its flags, which are in the one to type next.
 *
 * @example
 * nobodyThere('reflect').message //=> 'there is no terminal to ask questions in'
 */
export function nobodyThere(typed: string): CoachError {
  return new CoachError('there is no terminal to ask questions in', {
    hint: `To answer from a file: coach ${typed} --template >answers.yaml, fill it in, then run it again with --answers answers.yaml`,
  });
}
