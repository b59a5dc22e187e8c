// The flags of coach undo, coach redo and coach history.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import type { Way } from '../take-back.ts';
import type { ForgetOptions } from './forget.ts';
import type { UndoOptions } from './undo.ts';

const UNDO_HELP = `
Takes back the last edit, deletion, restore, import or sync on this computer,
and then the one before it, as often as you run it. Shows what it will do, and
asks. A file that was changed since is left alone and named.

Not undone: what was deleted with --forever, and saving. To take back an entry
that you saved: coach journal delete last

Examples:
  $ coach undo
  $ coach undo --yes`;

const REDO_HELP = `
Does again what coach undo took back, as long as nothing else was done since.

Examples:
  $ coach redo
  $ coach redo --yes`;

const HISTORY_HELP = `
Lists edits, deletions, imports and syncs of the last 90 days, never what you
wrote. To take back the last one: coach undo

What one entry said before: coach journal history last

Examples:
  $ coach history
  $ coach history --json`;

const addWay =
  (way: Way, does: string, help: string) =>
  (program: Command, { open }: Launch): void => {
    program
      .command(way)
      .description(does)
      .option('--yes', "don't ask for confirmation, for scripts")
      .addHelpText('after', help)
      .action(async (options: UndoOptions) => (await import('./undo.ts')).goBack(way, options, await open()));
  };

export const addUndoCommand = addWay('undo', 'take back the last edit, deletion, import or sync', UNDO_HELP);
export const addRedoCommand = addWay('redo', 'do again what undo took back', REDO_HELP);

const FORGET_HELP = `
Deletes what entries said before they were edited, or all of that with the list
of what was done. The entries themselves stay. Asks you to type "forget".

Examples:
  $ coach history forget last
  $ coach history forget`;

export function addHistoryCommand(program: Command, { open }: Launch): void {
  const history = program
    .command('history')
    .description('what was edited, deleted, imported and synced, newest first')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HISTORY_HELP)
    .action(async (options: { readonly json?: true }) =>
      (await import('./history.ts')).listHistory(options, await open()),
    );
  history
    .command('forget')
    .argument('[entry...]', '"last", a date, the start of an id, or a path; without one: all')
    .description('delete what was kept of earlier texts')
    .option('--yes', "don't ask for confirmation, for scripts")
    .addHelpText('after', FORGET_HELP)
    .action(async (names: readonly string[], _options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<ForgetOptions>();
      return (await import('./forget.ts')).forgetHistory(names, options, await open());
    });
}
