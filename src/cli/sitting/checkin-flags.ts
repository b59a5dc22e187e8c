// The flags of coach checkin.
import { withoutAnswers } from '../flags/without-answers.ts';
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import type { CheckinOptions } from './checkin.ts';
import { addSittingOptions } from '../flags/sitting-options.ts';

const HELP = `
Without a terminal, coach checkin prints at most one line a day, saying that a
check-in is waiting. With --notify it asks nothing, even in a terminal, and on a
desktop it shows a notification instead of the line. Neither shows what you
wrote. To have cron run it for you: coach schedule add 16:30

Examples:
  $ coach checkin
  $ coach checkin --role member --template >today.yaml
  $ echo '{"checkin-trust": 4, "checkin-autonomy": 3}' | coach checkin --role member --answers -`;

export function addCheckinCommand(program: Command, { open }: Launch): void {
  const command = program
    .command('checkin')
    .description('a quick daily check-in: a few ratings and one question')
    .option('--short', 'ask only for the ratings')
    .addOption(
      withoutAnswers('--notify', 'only remind you to check in, with a desktop notification or one line'),
    );
  addSittingOptions(command)
    .addHelpText('after', HELP)
    .action(async (options: CheckinOptions) => (await import('./checkin.ts')).checkIn(options, await open()));
}
