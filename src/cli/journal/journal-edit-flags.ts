// The flags of coach journal edit.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import { refuseForeignOptions } from '../flags/foreign-options.ts';

const HELP = `
Opens a private copy in $VISUAL or $EDITOR. It takes the place of the entry in
one step, if it can be read as one and nothing has changed the entry meanwhile.

Examples:
  $ coach journal edit last
  $ coach journal edit k3x8`;

export function addJournalEditCommand(journal: Command, { open }: Launch): void {
  journal
    .command('edit')
    .argument('<entry>', '"last", a day, the beginning of an id, or a path')
    .description('change an entry in your editor')
    .addHelpText('after', HELP)
    .action(async (which: string, _options: unknown, command: Command) => {
      refuseForeignOptions(command);
      return (await import('./journal-edit.ts')).editEntry(which, await open());
    });
}
