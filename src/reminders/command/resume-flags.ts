// The help of coach resume.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';

export function addResumeCommand(program: Command, { open }: Launch): void {
  program
    .command('resume')
    .description('end a pause of the reminders')
    .addHelpText('after', '\nExample:\n  $ coach resume')
    .action(async () => (await import('./pause.ts')).resume(await open()));
}
