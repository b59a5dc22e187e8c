import type { Command } from 'commander';
import type { Launch } from '../context.ts';

export function addHelpPeopleCommand(program: Command, { open }: Launch): void {
  program
    .command('help-people')
    .description('when questions are not enough: whom to talk to')
    .addHelpText('after', '\nExample:\n  $ coach help-people')
    .action(async () => (await import('./texts.ts')).showPeople(await open()));
}
