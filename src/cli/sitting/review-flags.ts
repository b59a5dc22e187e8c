// The flags of coach review.
import { withoutAnswers } from '../flags/without-answers.ts';
import { type Command, Option } from 'commander';
import type { Launch } from '../context.ts';
import type { ReviewOptions } from './review.ts';

const HELP = `
Asks about up to three, oldest first. Skipped ones stay due. After three weeks
untouched they rest; a look back or --all brings them up. A guess about a
conversation waits a week for its debrief.

Examples:
  $ coach review
  $ coach review --all --json
  $ coach review --template >became.yaml
  $ coach review --answers became.yaml`;

export function addReviewCommand(program: Command, { open }: Launch): void {
  program
    .command('review')
    .argument('[entry]', 'review the plans and guesses of this entry, due or not: its id, a day, or "last"')
    .description('see how due plans and guesses turned out')
    .option('--all', 'all of them in one go, and the resting ones too')
    .addOption(withoutAnswers('--json', 'print what is due as JSON, with your own words'))
    .addOption(
      new Option(
        '--answers <file>',
        'how they turned out, from a YAML or JSON file; - is standard input',
      ).conflicts('template'),
    )
    .option('--template', 'print a file with comments to fill in for --answers')
    .option('--plain', 'ask line by line, for screen readers and simple terminals')
    .addHelpText('after', HELP)
    .action(async (entry: string | undefined, options: ReviewOptions) =>
      (await import('./review.ts')).review(entry, options, await open()),
    );
}
