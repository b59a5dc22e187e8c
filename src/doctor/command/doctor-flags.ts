// The flags and the help of coach doctor.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { DoctorContext, DoctorOptions } from './doctor.ts';

const HELP = `
Says what each problem is, what it puts at risk, and how to fix it. Nothing you
wrote is printed. The exit code is 1 if there is a problem.

Examples:
  $ coach doctor
  $ coach doctor --verbose`;

export function addDoctorCommand(program: Command, { open }: Launch<DoctorContext>): void {
  program
    .command('doctor')
    .description('check your files for problems (changes nothing)')
    .option('--verbose', 'also show notes, which need no fixing')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: DoctorOptions) => (await import('./doctor.ts')).runDoctor(options, await open()));
}
