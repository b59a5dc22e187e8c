// The flags of coach journal edit.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import { refuseForeignOptions } from '../flags/foreign-options.ts';

const HELP = `
Choose an answer and write a new one; nothing else in the file is touched. Or
open the whole file in your editor. Your edit is saved only if the result is a
valid entry and the file hasn't changed in the meantime.

The editor is the one you set (coach config set editor "code --wait"), or else
$VISUAL or $EDITOR. An editor with its own window has to wait until you close
the file, as code does with --wait. Without a terminal, the editor opens right
away.

Examples:
  $ coach journal edit last
  $ coach journal edit k3x8 --editor`;

export function addJournalEditCommand(journal: Command, { open }: Launch): void {
  journal
    .command('edit')
    .argument('<entry>', '"last", a date, the start of an id, or a path')
    .description('change an answer, or open the entry in your editor')
    .option('--editor', 'open the whole file in your editor right away')
    .addHelpText('after', HELP)
    .action(async (which: string, options: { readonly editor?: true }, command: Command) => {
      refuseForeignOptions(command);
      return (await import('./journal-edit.ts')).editEntry(which, options, await open());
    });
}
