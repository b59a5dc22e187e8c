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
    .description('list the question sets, or show, check or write one')
    .addHelpText('after', HELP)
    .action(async () => (await import('./banks.ts')).listBanks(await open()));

  banks
    .command('show')
    .argument('<bank>', 'the name of a question set')
    .option('--role <role>', 'only the questions for this role')
    .option('--example', 'show a whole sitting with made-up answers')
    .description('print a question set with all its questions')
    .addHelpText('after', '\nExamples:\n  $ coach banks show manager\n  $ coach banks show member --example')
    .action(async (name: string, options: { role?: string; example?: true }) =>
      (await import('./banks.ts')).showBank(name, options, await open()),
    );

  banks
    .command('check')
    .argument('<file>', 'a YAML file, or the name of a question set')
    .description('list every problem in a question set, with its line and column')
    .addHelpText('after', '\nExamples:\n  $ coach banks check mine\n  $ coach banks check ./mine.yaml')
    .action(async (file: string) => (await import('./banks.ts')).checkBank(file, await open()));

  banks
    .command('new')
    .argument('<name>', 'a name for the new question set: lower-case words joined by hyphens')
    .description('write your own question set, starting from a commented template')
    .addHelpText('after', '\nExample:\n  $ coach banks new mine')
    .action(async (name: string) => (await import('./banks.ts')).newBank(name, await open()));
}
