// The flags of coach encrypt, coach decrypt and coach keys.
import type { Command } from 'commander';
import type { Context, Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import type { EncryptionContext } from '../key-ring.ts';
import type { DecryptOptions } from './decrypt.ts';
import type { EncryptOptions } from './encrypt.ts';
import type { ForgetKeysOptions } from './keys.ts';
import type { RenewOptions } from './renew-key.ts';

type EncryptionLaunch = Launch<Context & EncryptionContext>;

const ENCRYPT_HELP = `
Asks for a passphrase, shows a recovery key for you to write on paper, and
encrypts what is in the journal: entries, trash, earlier versions and drafts.
If it is stopped half-way, run it again to go on.

File names then show only the day. Each file is an ordinary file of age, a free
program that can read it without coach.

Examples:
  $ coach encrypt
  $ coach encrypt --dry-run`;

const DECRYPT_HELP = `
Makes every entry a readable file again, with its old name. Asks you to type
"decrypt". If it is stopped half-way, run it again to go on.

Example:
  $ coach decrypt`;

const KEYS_HELP = `
Says how the journal is encrypted, how long it stays unlocked, and what is not
encrypted yet.

Examples:
  $ coach keys
  $ coach keys recovery`;

export function addEncryptCommand(program: Command, { open }: EncryptionLaunch): void {
  program
    .command('encrypt')
    .description('encrypt the journal with a passphrase')
    .option('--passphrase-file <file>', 'read the passphrase from a file; - is standard input')
    .option('--keep-names', 'keep the time and the question set in file names')
    .option('--dry-run', 'only say what would be encrypted')
    .option('--yes', "don't ask for confirmation; the recovery key is still asked for")
    .addHelpText('after', ENCRYPT_HELP)
    .action(async (options: EncryptOptions) => (await import('./encrypt.ts')).encrypt(options, await open()));
}

export function addDecryptCommand(program: Command, { open }: EncryptionLaunch): void {
  program
    .command('decrypt')
    .description('make the entries readable files again')
    .option('--dry-run', 'only say what would be decrypted')
    .option('--yes', "don't ask for confirmation, for scripts")
    .addHelpText('after', DECRYPT_HELP)
    .action(async (options: DecryptOptions) => (await import('./decrypt.ts')).decrypt(options, await open()));
}

export function addKeysCommand(program: Command, { open }: EncryptionLaunch): void {
  const keys = program
    .command('keys')
    .description('the key of an encrypted journal: passphrase, recovery key')
    .addHelpText('after', KEYS_HELP)
    .action(async () => (await import('./keys.ts')).showKeys(await open()));
  keys
    .command('passphrase')
    .description('change the passphrase')
    .addHelpText(
      'after',
      '\nThe key and the recovery key stay the same. Without the passphrase, run\ncoach unlock --recovery first.\n\nExample:\n  $ coach keys passphrase',
    )
    .action(async () => (await import('./keys.ts')).changePassphrase(await open()));
  keys
    .command('recovery')
    .description('show the recovery key again')
    .addHelpText('after', '\nAsks for the passphrase, unlocked or not.\n\nExample:\n  $ coach keys recovery')
    .action(async () => (await import('./keys.ts')).showRecovery(await open()));
  keys
    .command('renew')
    .description('make a new key, and encrypt everything again with it')
    .option('--yes', "don't ask for confirmation; the recovery key is still asked for")
    .addHelpText(
      'after',
      '\nFor when somebody may have seen the passphrase or the recovery key. If\nit is stopped half-way, run it again to go on.\n\nExample:\n  $ coach keys renew',
    )
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<RenewOptions>();
      return (await import('./renew-key.ts')).renewKey(options, await open());
    });
  keys
    .command('accept')
    .description('take the key that another computer put in the journal')
    .addHelpText(
      'after',
      '\nAfter coach keys passphrase or coach keys renew on another computer that has\nthe same journal. If it is synced, this syncs before and after.\n\nExample:\n  $ coach keys accept',
    )
    .action(async () => (await import('./accept-key.ts')).acceptKey(await open()));
  keys
    .command('forget')
    .description('delete earlier keys from this computer')
    .option('--yes', "don't ask for confirmation, for scripts")
    .addHelpText(
      'after',
      '\nThe key of a journal that is still encrypted stays. Asks you to type "forget".\n\nExample:\n  $ coach keys forget',
    )
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<ForgetKeysOptions>();
      return (await import('./keys.ts')).forgetKeys(options, await open());
    });
}
