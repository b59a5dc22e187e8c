import type { Command } from 'commander';
import type { Launch } from '../context.ts';

export function addReadingsCommand(program: Command, { open }: Launch): void {
  program
    .command('readings')
    .description('books and articles the ideas come from, and some more')
    .addHelpText('after', '\nExample:\n  $ coach readings')
    .action(async () => (await import('./texts.ts')).listReadings(await open()));
}
