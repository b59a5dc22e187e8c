// The flags of coach review.
import { withoutAnswers } from '../flags/without-answers.ts';
import { type Command, Option } from 'commander';
import type { Launch } from '../context.ts';
import type { ReviewOptions } from './review.ts';

const HELP = `
Asks about up to three plans and guesses, oldest first. Skipped ones stay due.
Any you leave for three weeks are set aside; a look back or --all brings them up
again. A guess about a conversation waits up to a week for the debrief.

Examples:
  $ coach review
  $ coach review --all --json
  $ coach review --template >became.yaml
  $ coach review --answers became.yaml`;

export function addReviewCommand(program: Command, { open }: Launch): void {
  program
    .command('review')
    .argument('[entry]', 'review the plans and guesses in one entry, due or not: its id, a date, or "last"')
    .description('see how due plans and guesses turned out')
    .option('--all', 'ask about all due plans and guesses at once, including resting ones')
    .addOption(withoutAnswers('--json', 'print due plans and guesses as JSON, including what you wrote'))
    .addOption(
      new Option(
        '--answers <file>',
        'read the answers from a YAML or JSON file; - means standard input',
      ).conflicts('template'),
    )
    .option('--template', 'print a template to fill in and pass to --answers')
    .option('--plain', 'ask line by line, for screen readers and simple terminals')
    .addHelpText('after', HELP)
    .action(async (entry: string | undefined, options: ReviewOptions) =>
      (await import('./review.ts')).review(entry, options, await open()),
    );
}
