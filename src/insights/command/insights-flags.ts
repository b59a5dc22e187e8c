// The flags and the help of coach insights.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { InsightsOptions } from './insights.ts';

const HELP = `
A few numbers say little, so coach waits. It looks for a trend once there are
30 ratings under one name, and again at 40, 50 and so on. It compares guesses
with what happened once there are 5. What it has shown you stays there, with its
date. Two people are never compared. You know better than the numbers what it
all means.

A guess counts for the day you made it, no matter when it was closed. Guesses
are shown by date and question; --words shows guesses and plans in your own
words, and --json includes those words.

Examples:
  $ coach insights
  $ coach insights --about D. --since "this year"
  $ coach insights --words
  $ coach insights --json`;

export function addInsightsCommand(program: Command, { open }: Launch): void {
  program
    .command('insights')
    .description('what your ratings, guesses and plans show so far')
    .option('--role <role>', 'only entries written in this role: manager or member')
    .option('--about [name]', 'only entries about this person or team; without a name, coach asks you')
    .option('--since <day>', 'only entries on or after this date, for example "last month"')
    .option('--until <day>', 'only entries on or before this date')
    .option('--words', 'show guesses and plans in your own words')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: InsightsOptions) =>
      (await import('./insights.ts')).tellInsights(options, await open()),
    );
}
