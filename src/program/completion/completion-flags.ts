// The flags and the help of coach completion, and the hidden command that its scripts call.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';

const HELP = `
Add the line for your shell to its start-up file:
  bash        eval "$(coach completion bash)"
  zsh         source <(coach completion zsh)
  fish        coach completion fish | source
  powershell  coach completion powershell | Out-String | Invoke-Expression

Example:
  $ coach completion bash`;

export function addCompletionCommand(program: Command, { open }: Launch): void {
  program
    .command('completion')
    .argument('<shell>', 'bash, zsh, fish or powershell')
    .description('print a script for Tab completion in your shell')
    .addHelpText('after', HELP)
    .action(async (shell: string) => (await import('./completion.ts')).printScript(shell, await open()));
  // The scripts call it at each press of the Tab key.
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action(async (words: readonly string[]) =>
      (await import('./completion.ts')).complete(words, program, await open()),
    );
}
