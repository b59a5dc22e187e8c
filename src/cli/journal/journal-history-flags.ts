// The flags of coach journal history.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import { refuseForeignOptions } from '../flags/foreign-options.ts';

const HELP = `
An edit keeps what the entry said before, for 90 days unless you set another
time: coach config set keep-versions forever

Examples:
  $ coach journal history last
  $ coach journal show last --version 1
  $ coach journal restore last --version 1`;

export function addJournalHistoryCommand(journal: Command, { open }: Launch): void {
  journal
    .command('history')
    .argument('<entry>', '"last", a date, the start of an id, or a path')
    .description('list what an entry said before it was edited')
    .addHelpText('after', HELP)
    .action(async (which: string, _options: unknown, command: Command) => {
      refuseForeignOptions(command);
      return (await import('./journal-versions.ts')).listVersions(which, await open());
    });
}
