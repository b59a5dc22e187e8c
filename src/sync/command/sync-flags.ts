// The flags of coach sync and of the commands below it.
import { type Command, Option } from 'commander';
import type { Context, Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import type { SyncContext } from '../sync-world.ts';
import type { AnewOptions, SetupOptions } from './sync-setup.ts';
import type { SyncOptions } from './sync.ts';

const SYNC_HELP = `
Brings this journal and that of your other computers together, over a git
repository of your own. Entries that were changed on both sides are kept twice.
What was deleted elsewhere goes to the trash here. coach undo takes back what a
sync changed here. To begin with: coach sync setup ADDRESS

Examples:
  $ coach sync
  $ coach sync --dry-run`;

const SETUP_HELP = `
The address is one that git takes, or a folder, such as one on a USB stick. The
repository has to be there, and should be private. Shows where your entries
would go and who can see what, and asks you to type "yes".

Examples:
  $ coach sync setup git@git.example.org:me/journal.git
  $ coach sync setup /media/stick/journal.git`;

const STATUS_HELP = `
Shows where entries go, how the last sync went, and whether one is at work or
waits to start. Nothing is sent.

Examples:
  $ coach sync status
  $ coach sync status --json`;

const STOP_HELP = `
Entries stay here, and the other side keeps what was sent.

Example:
  $ coach sync stop`;

const FORGET_HELP = `
A git repository keeps every text that was ever sent. This starts its history
again, with the entries as they are now. Asks you to type "forget".

Example:
  $ coach sync forget`;

export function addSyncCommand(program: Command, { open }: Launch<Context & SyncContext>): void {
  const sync = program
    .command('sync')
    .description('keep your computers in step: setup, status, stop, forget')
    .option('--dry-run', 'only say how much would come in and go out')
    .option('--take-deletions', 'go on although many entries are gone')
    .option('--take-rewritten', 'go on although the other side was replaced')
    .option('--ask', 'let git ask for a password, or about a host')
    .option('--for <time>', 'give up after so long, such as 30s or 5m (60s)')
    .option('--quiet', 'say nothing, unless it has failed for a day')
    // What coach calls itself with.
    .addOption(new Option('--after-change').hideHelp())
    .addHelpText('after', SYNC_HELP)
    .action(async ({ afterChange, ...options }: SyncOptions & { readonly afterChange?: true }) =>
      afterChange
        ? (await import('./sync-after-change.ts')).syncAfterChange(await open())
        : (await import('./sync.ts')).sync(options, await open()),
    );
  sync
    .command('setup')
    .argument('<address>', 'a git address, or a folder')
    .description('say where entries go')
    .option('--readable', 'send entries although they are not encrypted')
    .option('--branch <name>', 'the branch that entries go to (main)')
    .addHelpText('after', SETUP_HELP)
    .action(async (address: string, _options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).opts<SetupOptions>();
      return (await import('./sync-setup.ts')).setUp(address, options, await open());
    });
  sync
    .command('status')
    .description('how the last sync went')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', STATUS_HELP)
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).opts<{ readonly json?: true }>();
      return (await import('./sync.ts')).syncStatus(options, await open());
    });
  sync
    .command('stop')
    .description('sync no more from this computer')
    .addHelpText('after', STOP_HELP)
    .action(async (_options: unknown, command: Command) => {
      refuseForeignOptions(command);
      return (await import('./sync-setup.ts')).stopSync(await open());
    });
  sync
    .command('forget')
    .description('start the history of the other side again')
    .option('--yes', "don't ask for confirmation, for scripts")
    .addHelpText('after', FORGET_HELP)
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).opts<AnewOptions>();
      return (await import('./sync-setup.ts')).forgetHistory(options, await open());
    });
}
