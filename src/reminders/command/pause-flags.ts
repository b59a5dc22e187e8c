// The arguments and the help of coach pause, and of coach resume, which ends it.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';

const HELP = `
You can still check in during the pause. Reminders come back on when it is over.

Examples:
  $ coach pause 14d
  $ coach pause 2 weeks
  $ coach pause 1 month
  $ coach pause until 2026-12-10`;

export function addPauseCommand(program: Command, { open }: Launch): void {
  program
    .command('pause')
    .argument('[span...]', 'how long, or until when')
    .description('turn reminders off for a while, on this machine')
    .addHelpText('after', HELP)
    .action(async (span: readonly string[]) => {
      const { pause } = await import('./pause.ts');
      pause(span, await open());
    });
}

export function addResumeCommand(program: Command, { open }: Launch): void {
  program
    .command('resume')
    .description('turn reminders back on')
    .addHelpText('after', '\nExample:\n  $ coach resume')
    .action(async () => (await import('./pause.ts')).resume(await open()));
}
