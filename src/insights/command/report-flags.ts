// The flags and the help of coach report.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { ReportContext, ReportOptions } from './report.ts';

const HELP = `
Everything that coach insights tells you, as pictures on one page: what happened
when and with whom, every rating and every guess as a dot, and what you expected
next to what happened. The page needs no network and runs no script. If your
journal spans more than 14 months, it shows the year up to the last entry.

The page opens in your browser and is deleted once you press Enter. It shows
numbers, dates and names, but none of your own words unless you add --words.
With --to it is kept; only you can read it (mode 0600). It is not encrypted.

Examples:
  $ coach report
  $ coach report --about D. --words
  $ coach report --all --to report.html
  $ coach report --since "this year" > report.html`;

export function addReportCommand(program: Command, { open }: Launch<ReportContext>): void {
  program
    .command('report')
    .description('your insights as pictures, on one page in your browser')
    .option('--role <role>', 'only entries written in this role: manager or member')
    .option('--about [name]', 'only entries about this person or team; without a name, coach asks you')
    .option('--since <day>', 'only entries on or after this date, for example "last month"')
    .option('--until <day>', 'only entries on or before this date')
    .option('--all', 'the whole journal, however long it is')
    .option('--words', 'with your own words: guesses, plans, and answers then and now')
    .option('--to <file>', 'keep the page in this file; - is standard output')
    .option('--force', 'overwrite what is there')
    .option('--no-open', 'with --to: do not open it')
    .addHelpText('after', HELP)
    .action(async (options: ReportOptions) =>
      (await import('./report.ts')).makeReport(options, await open()),
    );
}
