// The flags and the help of coach completion, and the hidden command that its scripts call.
import type { Command } from 'commander';
import type { Launch } from '../cli/context.ts';
import type { WholeContext } from './whole-context.ts';

const HELP = `
Add one of these to the start-up file of your shell:
  bash        source <(coach completion bash)
  zsh         source <(coach completion zsh)
  fish        coach completion fish | source
  powershell  coach completion powershell | Out-String | Invoke-Expression

Example:
  $ coach completion bash`;

export function addCompletionCommand(
  program: Command,
  launch: Launch<WholeContext>,
  again: (launch: Launch<WholeContext>) => Command,
): void {
  program
    .command('completion')
    .argument('<shell>', 'bash, zsh, fish or powershell')
    .description('print a script that completes commands with the Tab key')
    .addHelpText('after', HELP)
    .action(async (shell: string) =>
      (await import('./completion.ts')).printScript(shell, again(launch), await launch.open()),
    );
  // The scripts call it at each press of the Tab key.
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .allowUnknownOption()
    .action(async (words: readonly string[]) =>
      (await import('./completion.ts')).complete(
        ['complete', '--', ...words],
        again(launch),
        await launch.open(),
      ),
    );
}
