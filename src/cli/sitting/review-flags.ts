// The flags of coach review.
import { withoutAnswers } from '../flags/without-answers.ts';
import { type Command, Option } from 'commander';
import type { Launch } from '../context.ts';
import type { ReviewOptions } from './review.ts';

const HELP = `
Asks about up to three plans and guesses, oldest first. Skipped ones stay due.
Any you leave for three weeks are set aside; a look back or --all brings them
up. A guess about a conversation waits a week for its debrief.

Examples:
  $ coach review
  $ coach review --all --json
  $ coach review --template >became.yaml
  $ coach review --answers became.yaml`;

export function addReviewCommand(program: Command, { open }: Launch): void {
  program
    .command('review')
    .argument('[entry]', 'review the plans and guesses of one entry, due or not: its id, a date, or "last"')
    .description('see how due plans and guesses turned out')
    .option('--all', 'ask about all of them at once, including the resting ones')
    .addOption(withoutAnswers('--json', 'print what is due as JSON, including what you wrote'))
    .addOption(
      new Option(
        '--answers <file>',
        'read how they turned out from a YAML or JSON file; - is standard input',
      ).conflicts('template'),
    )
    .option('--template', 'print a commented file to fill in for --answers')
    .option('--plain', 'ask line by line, for screen readers and simple terminals')
    .addHelpText('after', HELP)
    .action(async (entry: string | undefined, options: ReviewOptions) =>
      (await import('./review.ts')).review(entry, options, await open()),
    );
}
