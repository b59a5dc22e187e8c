// The flags of coach journal delete.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import { addFilterOptions } from '../flags/filter-options.ts';
import { refuseForeignOptions } from '../flags/foreign-options.ts';
import type { DeleteOptions } from './journal-delete.ts';

const HELP = `
Lists the entries and asks before deleting. The trash is a folder in your
journal. To bring entries back from it: coach journal restore

A file that can't be read as an entry is deleted only if you give its path
inside the journal folder. The same goes for a copy that differs from its entry,
unless you add --all. Files that aren't entries are left alone.

Examples:
  $ coach journal delete last
  $ coach journal delete --about D. --until "last month" --yes
  $ coach journal delete k3x8 --forever
  $ coach journal delete --trash --forever`;

export function addJournalDeleteCommand(journal: Command, { open }: Launch): void {
  const command = journal
    .command('delete')
    .argument('[entry...]', '"last", a date, the start of an id, or a path')
    .description('move entries to the trash; restore brings them back');
  addFilterOptions(command)
    .option('--all', 'delete all entries')
    .option('--forever', 'delete permanently, after you type "forever"')
    .option('--trash', 'with --forever: delete from the trash (all of it, unless you name entries)')
    .option('--yes', "don't ask for confirmation, for scripts")
    .addHelpText('after', HELP)
    .action(async (names: readonly string[], _options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<DeleteOptions>();
      return (await import('./journal-delete.ts')).deleteEntries(names, options, await open());
    });
}
