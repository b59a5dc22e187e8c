// The flags and the help of coach challenge and the commands below it.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import { addSittingOptions, collect, type SittingOptions } from '../../cli/flags/sitting-options.ts';
import type { ChallengeOptions } from './challenge.ts';

const HELP = `
On its own, this command shows where you are: the steps, what to try and until
when, and what you will be asked afterwards. You set the pace: ready moves you
on, before the week is up or later, and repeat gives a step more time. You can
pause or stop whenever you like.

Examples:
  $ coach challenge
  $ coach challenge ready --about D.
  $ coach challenge --about D. --json`;

const READY_HELP = `
Starts the challenge if you haven't yet, and picks it up again if you paused or
stopped it.

Examples:
  $ coach challenge ready
  $ coach challenge ready --about D. --role member --template >step.yaml
  $ coach challenge ready --about D. --role member --answers step.yaml`;

const STOP_HELP = `
Stopping is an outcome too. The challenge stops only once the outcome is saved:
if you press Ctrl-C before then, it goes on. Without a terminal, this command
just records that you stopped.
To resume: coach challenge ready

Examples:
  $ coach challenge stop --about D.
  $ coach challenge stop --about D. --template`;

export function addChallengeCommands(program: Command, launch: Launch): void {
  const { open } = launch;
  const challenge = program
    .command('challenge')
    .description('eight small steps over nine weeks, for one relationship')
    .option('--about [name]', "the relationship or team; default: all the ones you've started")
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
    .description('go on: start the next step, or say how the last one went');
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
    {
      choice: 'pause',
      does: 'take a break; you keep your place',
      more: '\nTo pick it up again: coach challenge ready\n',
    },
  ] as const;
  for (const { choice, does, more } of choices) {
    challenge
      .command(choice)
      .description(does)
      .option('--role <role>', 'manager or member')
      .option('--about [name]', 'the relationship or team; without a name, coach asks you')
      .option('--tag <tag>', 'add a tag to the entry; can be repeated', collect)
      .option('--at <time>', 'the time of the entry, if not now, for example "yesterday 18:00"')
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
  const stop = challenge.command('stop').description('end it here and, if you like, say what you learned');
  addSittingOptions(stop)
    .addHelpText('after', STOP_HELP)
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<SittingOptions>();
      return (await import('./challenge-choices.ts')).stopHere(options, await open());
    });
}
