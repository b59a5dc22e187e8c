// The flags and the help of coach insights.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { InsightsOptions } from './insights.ts';

const HELP = `
Small numbers say little, so that little is said of them: a direction from 20
ratings on and again at 30, 40 and so on, guesses against what happened from 5
on. No rule fires by itself; what it means, you know better than the numbers.

A guess counts by the day it was made, whenever it was closed. Guesses that few
allow nothing but a list, and those never put to the test, are shown in your own
words.

Examples:
  $ coach insights
  $ coach insights --about D. --since "this year"
  $ coach insights --json`;

export function addInsightsCommand(program: Command, { open }: Launch): void {
  program
    .command('insights')
    .description('what may honestly be said so far about ratings, guesses and plans')
    .option('--role <role>', 'only entries of this role')
    .option('--about [name]', 'only entries about this person or team; without a name, you are asked')
    .option('--since <day>', 'only entries on or after this day, for example "last month"')
    .option('--until <day>', 'only entries on or before this day')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: InsightsOptions) =>
      (await import('./insights.ts')).tellInsights(options, await open()),
    );
}
