// The flags and the help of coach schedule and the commands below it.
import { type Command, Option } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { RemindersContext } from './change-crontab.ts';
import type { AddOptions } from './schedule-add.ts';
import type { RemoveOptions } from './schedule-remove.ts';

const HELP = `
Examples:
  $ coach schedule
  $ coach schedule add 16:30 --on workdays
  $ coach schedule remove 1`;

const ADD_HELP = `
Shows what it will write into your crontab, and asks. It goes between two lines
that mark it; everything else in your crontab stays as it is.

The reminder is a notification where there is a desktop, otherwise a line that
cron mails. It comes once a day at most and only while something waits, and it
holds nothing that you wrote.

Examples:
  $ coach schedule add 16:30 --on workdays
  $ coach schedule add 9:00 --lookback
  $ coach schedule add 4:30pm --on mon,wed,fri --dry-run
  $ coach schedule add 16:30 --on workdays --print systemd >units.txt`;

export function addScheduleCommand(program: Command, { open }: Launch<RemindersContext>): void {
  const list = async (): Promise<void> => (await import('./schedule.ts')).listScheduled(await open());
  const schedule = program
    .command('schedule')
    .description('have cron remind you at a time of your own: add, list, remove')
    .addHelpText('after', HELP)
    .action(list);
  addAddCommand(schedule, open);
  schedule
    .command('list')
    .description('list what is in your crontab')
    .addHelpText('after', '\nExample:\n  $ coach schedule list')
    .action(list);
  schedule
    .command('remove')
    .argument('[number...]', 'as coach schedule list counts')
    .description('take reminders out of your crontab again')
    .option('--all', 'all of them')
    .option('--dry-run', 'only show what would be left')
    .option('--yes', 'without asking, for scripts')
    .addHelpText('after', '\nExamples:\n  $ coach schedule remove 1\n  $ coach schedule remove --all --yes')
    .action(async (numbers: readonly string[], options: RemoveOptions) =>
      (await import('./schedule-remove.ts')).removeScheduled(numbers, options, await open()),
    );
}

function addAddCommand(schedule: Command, open: Launch<RemindersContext>['open']): void {
  schedule
    .command('add')
    .argument('<time>', 'for example 16:30, 4:30pm or noon')
    .description('add a reminder of the check-in, or of the monthly look back')
    .option(
      '--on <days>',
      'daily, workdays, weekends, days such as mon,wed,fri, or a day of each month from 1 to 28 (default: daily; with --lookback, 1)',
    )
    .option('--lookback', 'of the monthly look back')
    .option('--dry-run', 'only show what would be written')
    .option('--yes', 'without asking, for scripts')
    .addOption(
      new Option('--print <system>', 'write nothing, and print units for one of these to install yourself')
        .choices(['systemd', 'launchd'])
        .conflicts(['yes', 'dryRun']),
    )
    .addHelpText('after', ADD_HELP)
    .action(async (time: string, options: AddOptions) =>
      (await import('./schedule-add.ts')).addReminder(time, options, await open()),
    );
}
