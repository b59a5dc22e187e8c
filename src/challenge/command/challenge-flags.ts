// The flags and the help of coach challenge.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { ChallengeOptions } from './challenge.ts';

const HELP = `
Alone it shows where you are: the steps, what to try and until when, what to
bring back. You set the pace: ready goes on, before the week is round or after,
repeat gives the step another week, pause and stop are there at any time.

Examples:
  $ coach challenge
  $ coach challenge ready --about D.
  $ coach challenge --about D. --json`;

/** @returns The command, below which others stand. */
export function addChallengeCommand(program: Command, { open }: Launch): Command {
  return program
    .command('challenge')
    .description('eight steps over nine weeks, for one relationship: where you are, and how to go on')
    .option('--about [name]', 'the relationship or team; without it, all that you have begun')
    .option('--role <role>', 'manager or member')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: ChallengeOptions) =>
      (await import('./challenge.ts')).showChallenge(options, await open()),
    );
}
