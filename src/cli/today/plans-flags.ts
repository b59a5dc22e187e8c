// The flags of coach plans.
import { type Command, Option } from 'commander';
import type { Launch } from '../context.ts';
import type { PlansOptions } from './plans.ts';

const HELP = `
Shows your plans and guesses in your own words. coach on its own only says how
many there are. To see your words there too: coach config set show-plans yes

Examples:
  $ coach plans
  $ coach plans --all
  $ coach plans --json`;

export function addPlansCommand(program: Command, { open }: Launch): void {
  program
    .command('plans')
    .description('show your open plans and guesses: what is due and what is coming')
    .option('--all', 'also show resting and closed ones, and how they turned out')
    .addOption(
      new Option('--resting', 'show only the resting ones: due, but untouched for three weeks').conflicts(
        'all',
      ),
    )
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: PlansOptions) => (await import('./plans.ts')).showPlans(options, await open()));
}
