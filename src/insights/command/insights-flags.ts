// The flags and the help of coach insights.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { InsightsOptions } from './insights.ts';

const HELP = `
A few numbers tell little, so coach waits: for 30 ratings about one name before
it shows a direction, then for 40, 50 and so on; for 5 guesses before it sets
them beside what happened. Once it has shown something, that stays, with its
date. Two people are never compared. What it all means, you know better than the
numbers.

A guess counts on the day you made it, whenever it was closed. It is shown by
its day and question; --words shows guesses and plans in your own words, and
--json includes them.

Examples:
  $ coach insights
  $ coach insights --about D. --since "this year"
  $ coach insights --words
  $ coach insights --json`;

export function addInsightsCommand(program: Command, { open }: Launch): void {
  program
    .command('insights')
    .description('what your ratings, guesses and plans show so far')
    .option('--role <role>', 'only entries written from this side: manager or member')
    .option('--about [name]', 'only entries about this person or team; asks you if no name is given')
    .option('--since <day>', 'only entries from this day on, for example "last month"')
    .option('--until <day>', 'only entries up to this day')
    .option('--words', 'show guesses and plans in your own words')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: InsightsOptions) =>
      (await import('./insights.ts')).tellInsights(options, await open()),
    );
}
