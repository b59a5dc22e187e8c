// The flags and the help of coach challenge ready.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import { addSittingOptions, type SittingOptions } from '../../cli/flags/sitting-options.ts';

const HELP = `
Where nothing is begun it begins; what was paused or stopped it takes up again.

Examples:
  $ coach challenge ready
  $ coach challenge ready --about D. --role member --template >step.yaml
  $ coach challenge ready --about D. --role member --answers step.yaml`;

export function addChallengeReadyCommand(challenge: Command, { open }: Launch): void {
  const command = challenge
    .command('ready')
    .description('what comes next: the questions of a step, or what came of it and where to from there');
  addSittingOptions(command)
    .addHelpText('after', HELP)
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<SittingOptions>();
      return (await import('./challenge-ready.ts')).goOn(options, await open());
    });
}
