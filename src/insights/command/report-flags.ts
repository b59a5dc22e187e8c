// The flags and the help of coach report.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import type { ReportContext, ReportOptions } from './report.ts';

const HELP = `
One page with what coach insights tells, as pictures: what lay on which day with
whom, every rating and every guess as a dot, what you expected beside what
happened. It needs no network and runs no script. A journal of more than 14
months is shown from a year before its last entry on.

The page opens in your browser and is deleted once you press Enter. It holds
numbers, days and names, and none of your own words unless you ask for --words.
With --to it is kept: only you can read it (mode 0600), and it is not encrypted.

Examples:
  $ coach report
  $ coach report --about D. --words
  $ coach report --all --to report.html
  $ coach report --since "this year" --to - > report.html`;

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
