// The flags and the help of coach doctor.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { DoctorContext, DoctorOptions } from './doctor.ts';

const HELP = `
Says of each finding what it is, what it puts at risk, and what mends it.
Nothing that you wrote is printed. Exit code 1: there is a problem.

Examples:
  $ coach doctor
  $ coach doctor --verbose`;

export function addDoctorCommand(program: Command, { open }: Launch<DoctorContext>): void {
  program
    .command('doctor')
    .description('is the journal sound? reads and checks everything, changes nothing')
    .option('--verbose', 'with the notes, of which nothing has to be mended')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: DoctorOptions) => (await import('./doctor.ts')).runDoctor(options, await open()));
}
