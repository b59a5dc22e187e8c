// Flags of the command above, which the one below does not know.
import type { Command } from 'commander';
import { UnknownWord } from './unknown-word.ts';

/**
 * Refuses what a command does not list, but the one above it does, such as `coach journal`: the parser takes it for an option
 * of that one, and it would be passed over in silence.
 *
 * @returns The command, for its options to be read.
 * @throws UnknownWord for such an option.
 */
export function refuseForeignOptions(command: Command): Command {
  const own = command.options.map((option) => option.attributeName());
  for (const option of command.parent?.options ?? []) {
    const name = option.attributeName();
    if (own.includes(name) || command.parent?.getOptionValue(name) === undefined) continue;
    throw new UnknownWord(option.long ?? '', `coach ${command.parent.name()} ${command.name()}`);
  }
  return command;
}
