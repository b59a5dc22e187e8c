// The arguments and the help of coach pause.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';

export function addPauseCommand(program: Command, { open }: Launch): void {
  program
    .command('pause')
    .argument('[span...]', 'how long, or until when')
    .description('no reminders on this machine for a while')
    .addHelpText(
      'after',
      `
You can still check in meanwhile. When the time is over, reminders come again.

Examples:
  $ coach pause 14d
  $ coach pause 2 weeks
  $ coach pause 1 month
  $ coach pause until 2026-12-10`,
    )
    .action(async (span: readonly string[]) => {
      const { pause } = await import('./pause.ts');
      pause(span, await open());
    });
}
