// The flags of coach journal restore.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import { refuseForeignOptions } from '../flags/foreign-options.ts';
import type { RestoreOptions } from './journal-restore.ts';

const HELP = `
Entries go back to where they were. If a file is already there, the restored one
is named "... (1)"; nothing is overwritten.

With --version, an entry says again what it said before an edit; what it says
now is kept as a version, too.

Examples:
  $ coach journal restore
  $ coach journal restore last
  $ coach journal restore --all
  $ coach journal restore last --version 1`;

export function addJournalRestoreCommand(journal: Command, { open }: Launch): void {
  journal
    .command('restore')
    .argument('[entry...]', '"last", a date, the start of an id, or a path')
    .description('list what is in the trash, or bring entries back')
    .option('--all', 'bring back everything in the trash')
    .option('--version <number>', 'bring back what an entry said before an edit')
    .addHelpText('after', HELP)
    .action(async (names: readonly string[], _options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<RestoreOptions>();
      return (await import('./journal-restore.ts')).restoreEntries(names, options, await open());
    });
}
