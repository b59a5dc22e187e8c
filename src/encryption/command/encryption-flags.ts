// The flags of coach unlock and coach lock.
import type { Command } from 'commander';
import type { Context, Launch } from '../../cli/context.ts';
import type { EncryptionContext } from '../key-ring.ts';
import type { UnlockOptions } from './unlock.ts';

const UNLOCK_HELP = `
Asks for the passphrase of an encrypted journal. Until it is locked again,
everything works as in any other journal. You need no passphrase to write.

The key is kept in memory only, for you alone, and never longer than 12 hours.
On a computer that somebody else administers, they could read it there.

Examples:
  $ coach unlock
  $ coach unlock --for 2h
  $ coach unlock --recovery`;

const LOCK_HELP = `
Forgets the key until you type the passphrase again. You can still write.

Example:
  $ coach lock`;

export function addUnlockCommand(program: Command, { open }: Launch<Context & EncryptionContext>): void {
  program
    .command('unlock')
    .description('read an encrypted journal for a while')
    .option('--for <time>', 'lock it after this long without use, such as 2h (default: 30m)')
    .option('--recovery', 'use the recovery key in place of the passphrase')
    .option('--passphrase-file <file>', 'read the passphrase from a file; - is standard input')
    .addHelpText('after', UNLOCK_HELP)
    .action(async (options: UnlockOptions) => (await import('./unlock.ts')).unlock(options, await open()));
}

export function addLockCommand(program: Command, { open }: Launch<Context & EncryptionContext>): void {
  program
    .command('lock')
    .description('lock an encrypted journal now')
    .addHelpText('after', LOCK_HELP)
    .action(async () => (await import('./unlock.ts')).lock(await open()));
}
