// The flags and the help of coach challenge repeat, pause and stop.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import { addSittingOptions, collect, type SittingOptions } from '../../cli/flags/sitting-options.ts';

const HELP = `
Stopping is an outcome too. It counts once it is saved: Ctrl-C leaves the
challenge under way. Without a terminal nothing is asked, and it is saved that
you stopped. Should you want to go on after all: coach challenge ready

Examples:
  $ coach challenge stop --about D.
  $ coach challenge stop --about D. --template`;

/** The choices between two sittings, at any time. */
export function addChallengeChoiceCommands(challenge: Command, { open }: Launch): void {
  const choices = [
    { choice: 'repeat', does: 'try the step once more, from today', more: '' },
    { choice: 'pause', does: 'rest where you are', more: '\nTo take it up again: coach challenge ready\n' },
  ] as const;
  for (const { choice, does, more } of choices) {
    challenge
      .command(choice)
      .description(does)
      .option('--role <role>', 'manager or member')
      .option('--about [name]', 'the relationship or team; without a name, you are asked')
      .option('--tag <tag>', 'a tag for the entry; may be given several times', collect)
      .option('--at <time>', 'back-fill: when it was, for example "yesterday 18:00"')
      .option('--plain', 'ask line by line, for screen readers and simple terminals')
      .addHelpText(
        'after',
        `${more}
Example:
  $ coach challenge ${choice} --about D.`,
      )
      .action(async (_options: unknown, command: Command) => {
        const options = refuseForeignOptions(command).optsWithGlobals<SittingOptions>();
        return (await import('./challenge-choices.ts')).choose(choice, options, await open());
      });
  }
  const stop = challenge.command('stop').description('end it here, and say what you learned, if you like');
  addSittingOptions(stop)
    .addHelpText('after', HELP)
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<SittingOptions>();
      return (await import('./challenge-choices.ts')).stopHere(options, await open());
    });
}
