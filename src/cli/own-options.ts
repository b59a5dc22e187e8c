import type { Command } from 'commander';
import { UsageError } from '../domain/errors.ts';

/**
 * The options of a command below another that does something itself, such as `coach journal`. The parser gives it those of the
 * other, too; what the command does not list is refused, since it would be passed over in silence.
 *
 * @throws UsageError for an option of the other command alone.
 */
export function ownOptions<Options extends object>(command: Command): Options {
  const own = command.options.map((option) => option.attributeName());
  for (const option of command.parent?.options ?? []) {
    const name = option.attributeName();
    if (own.includes(name) || command.parent?.getOptionValue(name) === undefined) continue;
    throw new UsageError(`unknown option '${option.long}'`, {
      hint: `coach ${command.parent.name()} ${command.name()} --help lists what there is.`,
    });
  }
  return command.optsWithGlobals<Options>();
}
