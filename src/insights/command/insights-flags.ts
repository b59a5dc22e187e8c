// The flags and the help of coach insights.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { InsightsOptions } from './insights.ts';

const HELP = `
Small numbers say little, so little is said of them: a direction from 30 ratings
about one name on, then again at 40, 50 and so on; guesses against what happened
from 5 on. What was said stays said, with its day. Two people are never compared
with each other. What it means, you know better than the numbers.

A guess counts by the day it was made, whenever it was closed. It is shown by
its day and question; --words shows guesses and plans in your own words. --json
has your words, too.

Examples:
  $ coach insights
  $ coach insights --about D. --since "this year"
  $ coach insights --words
  $ coach insights --json`;

export function addInsightsCommand(program: Command, { open }: Launch): void {
  program
    .command('insights')
    .description('what your ratings, guesses and plans show so far')
    .option('--role <role>', 'only entries of this role')
    .option('--about [name]', 'only entries about this person or team; without a name, you are asked')
    .option('--since <day>', 'only entries on or after this day, for example "last month"')
    .option('--until <day>', 'only entries on or before this day')
    .option('--words', 'with your own words: guesses and plans as you wrote them')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: InsightsOptions) =>
      (await import('./insights.ts')).tellInsights(options, await open()),
    );
}
