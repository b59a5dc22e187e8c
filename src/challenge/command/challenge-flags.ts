// The flags and the help of coach challenge and the commands below it.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import { addSittingOptions, collect, type SittingOptions } from '../../cli/flags/sitting-options.ts';
import type { ChallengeOptions } from './challenge.ts';

const HELP = `
Alone it shows where you are: the steps, what to try and until when, what to
bring back. You set the pace: ready goes on, before the week is round or after,
repeat gives the step another week, pause and stop are there at any time.

Examples:
  $ coach challenge
  $ coach challenge ready --about D.
  $ coach challenge --about D. --json`;

const READY_HELP = `
Where nothing is begun it begins; what was paused or stopped it takes up again.

Examples:
  $ coach challenge ready
  $ coach challenge ready --about D. --role member --template >step.yaml
  $ coach challenge ready --about D. --role member --answers step.yaml`;

const STOP_HELP = `
Stopping is an outcome too. It counts once it is saved: Ctrl-C leaves the
challenge under way. Without a terminal nothing is asked, and it is saved that
you stopped. Should you want to go on after all: coach challenge ready

Examples:
  $ coach challenge stop --about D.
  $ coach challenge stop --about D. --template`;

export function addChallengeCommands(program: Command, launch: Launch): void {
  const { open } = launch;
  const challenge = program
    .command('challenge')
    .description('eight steps over nine weeks, for one relationship: where you are, and how to go on')
    .option('--about [name]', 'the relationship or team; without it, all that you have begun')
    .option('--role <role>', 'manager or member')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: ChallengeOptions) =>
      (await import('./challenge.ts')).showChallenge(options, await open()),
    );
  addReadyCommand(challenge, launch);
  addChoiceCommands(challenge, launch);
}

function addReadyCommand(challenge: Command, { open }: Launch): void {
  const ready = challenge
    .command('ready')
    .description('what comes next: the questions of a step, or what came of it and where to from there');
  addSittingOptions(ready)
    .addHelpText('after', READY_HELP)
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<SittingOptions>();
      return (await import('./challenge-ready.ts')).goOn(options, await open());
    });
}

/** The choices between two sittings, at any time. */
function addChoiceCommands(challenge: Command, { open }: Launch): void {
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
    .addHelpText('after', STOP_HELP)
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<SittingOptions>();
      return (await import('./challenge-choices.ts')).stopHere(options, await open());
    });
}
