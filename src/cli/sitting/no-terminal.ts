// The error of a command that asks questions where there is nobody to ask.
import type { CoachError } from '../../domain/text/errors.ts';
import { flagWord } from '../../formats/text/shell-word.ts';
import { nobodyThere } from '../../pages/sitting/nobody-refusals.ts';
import type { SittingOptions } from '../flags/sitting-options.ts';

/**
 * Says that nobody can be asked here, and what to do about it.
 *
 * @param options - What was typed beside the command; it is in the one to type next.
 *
 * @example
 * throw noTerminal('reflect member', { about: 'D.' })
 */
export function noTerminal(command: string, options: TypedOptions = {}): CoachError {
  return nobodyThere([command, ...optionWords(options)].join(' '));
}

/** The flags of every command that asks questions, and those of `coach reflect`. */
interface TypedOptions extends SittingOptions {
  readonly short?: true;
  readonly question?: string;
  readonly step?: string;
}

function optionWords({ role, about, short, question, step, tag = [], at }: TypedOptions): readonly string[] {
  const given = (name: string, value: string | undefined): readonly string[] =>
    value === undefined ? [] : [flagWord(`--${name}`, value)];
  return [
    ...given('role', role),
    ...(about === true ? ['--about NAME'] : given('about', about)),
    ...(short ? ['--short'] : []),
    ...given('question', question),
    ...given('step', step),
    ...tag.flatMap((one) => given('tag', one)),
    ...given('at', at),
  ];
}
