// The flags of coach journal edit.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import { refuseForeignOptions } from '../flags/foreign-options.ts';

const HELP = `
You choose an answer and give another one, or open the whole file in your
editor. Nothing else in the file is touched. What you change is saved only if
the file has not changed in the meantime.

The editor is the one that you set (coach config set editor "code --wait"),
else $VISUAL or $EDITOR. An editor with a window has to wait until you close
the file. Without a terminal it is opened at once.

Examples:
  $ coach journal edit last
  $ coach journal edit k3x8 --editor`;

export function addJournalEditCommand(journal: Command, { open }: Launch): void {
  journal
    .command('edit')
    .argument('<entry>', '"last", a day, the beginning of an id, or a path')
    .description('change an answer, or the whole entry in your editor')
    .option('--editor', 'open the whole file in your editor at once')
    .addHelpText('after', HELP)
    .action(async (which: string, options: { readonly editor?: true }, command: Command) => {
      refuseForeignOptions(command);
      return (await import('./journal-edit.ts')).editEntry(which, options, await open());
    });
}
