// The flags of coach banks and of the commands below it.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';

const HELP = `
Examples:
  $ coach banks
  $ coach banks show manager
  $ coach banks new mine
  $ coach banks check mine`;

export function addBanksCommand(program: Command, { open }: Launch): void {
  const banks = program
    .command('banks')
    .description('list the question banks, the built-in ones and your own')
    .addHelpText('after', HELP)
    .action(async () => (await import('./banks.ts')).listBanks(await open()));

  banks
    .command('show')
    .argument('<bank>', 'its name')
    .option('--role <role>', 'only what this role is asked')
    .option('--example', 'a whole sitting with made-up answers')
    .description('print a bank to read')
    .addHelpText('after', '\nExamples:\n  $ coach banks show manager\n  $ coach banks show member --example')
    .action(async (name: string, options: { role?: string; example?: true }) =>
      (await import('./banks.ts')).showBank(name, options, await open()),
    );

  banks
    .command('check')
    .argument('<file>', 'a YAML file, or the name of a bank')
    .description('say all that is wrong with a bank, with line and column')
    .addHelpText('after', '\nExamples:\n  $ coach banks check mine\n  $ coach banks check ./mine.yaml')
    .action(async (file: string) => (await import('./banks.ts')).checkBank(file, await open()));

  banks
    .command('new')
    .argument('<name>', 'lower-case words with hyphens')
    .description('write a commented template into your own folder')
    .addHelpText('after', '\nExample:\n  $ coach banks new mine')
    .action(async (name: string) => (await import('./banks.ts')).newBank(name, await open()));
}
