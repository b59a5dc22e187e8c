import type { Command } from 'commander';
import { UsageError } from '../../domain/errors.ts';
import { nearest } from '../../domain/nearest.ts';
import { oneLine } from '../../domain/text.ts';
import type { Context } from '../context.ts';

/** The shells that a script can be printed for. */
const SHELLS = ['bash', 'zsh', 'fish', 'powershell'];

/** Prints the script for a shell. */
export async function printScript(shell: string, program: Command, context: Context): Promise<void> {
  if (!SHELLS.includes(shell)) throw unknownShell(shell);
  await complete(['completion', shell], program, context);
}

function unknownShell(shell: string): UsageError {
  const near = nearest(shell, SHELLS);
  return new UsageError(`there is no completion for "${oneLine(shell)}"`, {
    hint: near === undefined ? `The shells are ${SHELLS.join(', ')}.` : `Did you mean ${near}?`,
  });
}

/**
 * Answers as the completion library does.
 *
 * @param program - A command line of its own, since the library adds its commands to it.
 */
export async function complete(argv: readonly string[], program: Command, { banks }: Context): Promise<void> {
  const { default: tab } = await import('@bomb.sh/tab/commander');
  const names = banks.list().map(({ name }) => name);
  for (const command of program.commands) {
    for (const argument of command.registeredArguments) {
      if (argument.name() === 'bank') argument.argChoices = names;
    }
    for (const option of command.options) {
      if (option.long === '--role') option.argChoices = ['manager', 'member'];
      if (option.long === '--bank') option.argChoices = names;
    }
  }
  const own = program.commands.filter((command) => ['completion', 'complete'].includes(command.name()));
  for (const command of own) (program.commands as Command[]).splice(program.commands.indexOf(command), 1);
  tab(program, { completionCommandName: 'completion' });
  await program.parseAsync([...argv], { from: 'user' });
}
