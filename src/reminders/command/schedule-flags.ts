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
Shows what it will write to your crontab, and asks before writing it. The
reminder goes between two marker lines; everything else in your crontab stays as
it is.

On a desktop the reminder is a notification; elsewhere it is a line that cron
mails to you. It comes at most once a day, only when something is waiting, and
never contains anything you wrote. --sync runs coach sync --quiet every so
often, on top of the sync after each change; coach sync setup comes first.

Examples:
  $ coach schedule add 16:30 --on workdays
  $ coach schedule add 9:00 --lookback
  $ coach schedule add --sync 30m
  $ coach schedule add 4:30pm --on mon,wed,fri --dry-run
  $ coach schedule add 16:30 --on workdays --print systemd >units.txt`;

export function addScheduleCommand(program: Command, { open }: Launch<RemindersContext>): void {
  const list = async (): Promise<void> => (await import('./schedule.ts')).listScheduled(await open());
  const schedule = program
    .command('schedule')
    .description('set up reminders, or syncs, with cron: add, list, remove')
    .addHelpText('after', HELP)
    .action(list);
  addAddCommand(schedule, open);
  schedule
    .command('list')
    .description('list the reminders and syncs in your crontab')
    .addHelpText('after', '\nExample:\n  $ coach schedule list')
    .action(list);
  schedule
    .command('remove')
    .argument('[number...]', 'the number shown by coach schedule list')
    .description('remove reminders or syncs from your crontab')
    .option('--all', 'remove all of them')
    .option('--dry-run', 'only show what would be left')
    .option('--yes', "don't ask for confirmation (for scripts)")
    .addHelpText('after', '\nExamples:\n  $ coach schedule remove 1\n  $ coach schedule remove --all --yes')
    .action(async (numbers: readonly string[], options: RemoveOptions) =>
      (await import('./schedule-remove.ts')).removeScheduled(numbers, options, await open()),
    );
}

function addAddCommand(schedule: Command, open: Launch<RemindersContext>['open']): void {
  schedule
    .command('add')
    .argument('[time]', 'for example 16:30, 4:30pm or noon')
    .description('add a reminder to check in or to look back, or a sync')
    .option(
      '--on <days>',
      'which days: daily, workdays, weekends, a list such as mon,wed,fri, or a day of the month from 1 to 28 (default: daily; with --lookback: 1)',
    )
    .option('--lookback', 'remind you of the monthly look back instead')
    .option('--sync <every>', 'sync instead, this often: from 5m to 24h')
    .option('--dry-run', 'only show what would be written')
    .option('--yes', "don't ask for confirmation (for scripts)")
    .addOption(
      new Option('--print <system>', 'write nothing; print systemd or launchd units to install yourself')
        .choices(['systemd', 'launchd'])
        .conflicts(['yes', 'dryRun']),
    )
    .addHelpText('after', ADD_HELP)
    .action(async (time: string | undefined, options: AddOptions) =>
      (await import('./schedule-add.ts')).addScheduled(time, options, await open()),
    );
}
