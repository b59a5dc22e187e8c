// The flags and the help of coach doctor.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { DoctorContext, DoctorOptions } from './doctor.ts';

const HELP = `
For each problem: what it is, what is at risk, and how to fix it. Nothing you
wrote is printed. The exit code is 1 if there is a problem.

Examples:
  $ coach doctor
  $ coach doctor --verbose`;

export function addDoctorCommand(program: Command, { open }: Launch<DoctorContext>): void {
  program
    .command('doctor')
    .description('check your files for problems (changes nothing)')
    .option('--verbose', 'also show notes (nothing to fix)')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: DoctorOptions) => (await import('./doctor.ts')).runDoctor(options, await open()));
}
