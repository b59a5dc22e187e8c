// The flags of coach checkin.
import { withoutAnswers } from '../flags/without-answers.ts';
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import type { CheckinOptions } from './checkin.ts';
import { addSittingOptions } from '../flags/sitting-options.ts';

const HELP = `
Without a terminal it prints one line a day at most: that a check-in waits.
It never prints what you wrote. With --notify it does no more in a terminal,
either, and a desktop shows it in place of the line; coach schedule puts that
into your crontab.

Examples:
  $ coach checkin
  $ coach checkin --role member --template >today.yaml
  $ echo '{"checkin-trust": 4, "checkin-autonomy": 3}' | coach checkin --role member --answers -`;

export function addCheckinCommand(program: Command, { open }: Launch): void {
  const command = program
    .command('checkin')
    .description('three scales and one question, in two minutes; safe to run from cron')
    .option('--short', 'only the scales')
    .addOption(withoutAnswers('--notify', 'only say that one is waiting, on the desktop if there is one'));
  addSittingOptions(command)
    .addHelpText('after', HELP)
    .action(async (options: CheckinOptions) => (await import('./checkin.ts')).checkIn(options, await open()));
}
