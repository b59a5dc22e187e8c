import type { Command } from 'commander';
import type { Launch } from '../context.ts';

export function addAboutCommand(program: Command, { open }: Launch): void {
  program
    .command('about')
    .description('the idea behind the questions, and what the numbers are not')
    .addHelpText('after', '\nExample:\n  $ coach about')
    .action(async () => (await import('./texts.ts')).showAbout(await open()));
}
