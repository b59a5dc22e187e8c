// The flags of coach journal delete.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import { addFilterOptions } from '../flags/filter-options.ts';
import { refuseForeignOptions } from '../flags/foreign-options.ts';
import type { DeleteOptions } from './journal-delete.ts';

const HELP = `
Shows what it is about, and asks. The trash is a folder in the journal; entries
come back from it with: coach journal restore

A file that cannot be read as an entry is deleted only by its path below the
journal folder. So is a copy that differs from its entry, unless you say --all.
Files that are no entries are left alone.

Examples:
  $ coach journal delete last
  $ coach journal delete --about D. --until "last month" --yes
  $ coach journal delete k3x8 --forever
  $ coach journal delete --trash --forever`;

export function addJournalDeleteCommand(journal: Command, { open }: Launch): void {
  const command = journal
    .command('delete')
    .argument('[entry...]', '"last", a day, the beginning of an id, or a path')
    .description('move entries to the trash, from which they can be restored');
  addFilterOptions(command)
    .option('--all', 'all entries')
    .option('--forever', 'not to the trash, but for ever; you are asked to type the word')
    .option('--trash', 'with --forever: what is in the trash; all of it, if nothing is named')
    .option('--yes', 'without asking, for scripts')
    .addHelpText('after', HELP)
    .action(async (names: readonly string[], _options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<DeleteOptions>();
      return (await import('./journal-delete.ts')).deleteEntries(names, options, await open());
    });
}
