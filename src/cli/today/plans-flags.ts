// The flags of coach plans.
import { type Command, Option } from 'commander';
import type { Launch } from '../context.ts';
import type { PlansOptions } from './plans.ts';

const HELP = `
Shows your own words. coach alone only says how many there are, unless you set
show-plans: coach config set show-plans yes

Examples:
  $ coach plans
  $ coach plans --all
  $ coach plans --json`;

export function addPlansCommand(program: Command, { open }: Launch): void {
  program
    .command('plans')
    .description('your open plans and guesses: what is due and what is coming')
    .option('--all', 'also those that rest and those that are closed, with what became of them')
    .addOption(new Option('--resting', 'those that rest: not looked at for three weeks').conflicts('all'))
    .option('--json', 'print them as JSON')
    .addHelpText('after', HELP)
    .action(async (options: PlansOptions) => (await import('./plans.ts')).showPlans(options, await open()));
}
