// The flags of coach review.
import { withoutAnswers } from '../flags/without-answers.ts';
import { type Command, Option } from 'commander';
import type { Launch } from '../context.ts';
import type { ReviewOptions } from './review.ts';

const HELP = `
Three at a sitting, the longest due first. What is passed stays due; what nobody
looks at for three weeks rests until a look back, or --all. The guess about a
conversation is left to its debrief for a week.

Examples:
  $ coach review
  $ coach review --all --json
  $ coach review --template >became.yaml
  $ coach review --answers became.yaml`;

export function addReviewCommand(program: Command, { open }: Launch): void {
  program
    .command('review')
    .argument('[entry]', 'the plans and guesses of this entry, due or not: its id, a day, or "last"')
    .description('what became of the plans and guesses whose date has come')
    .option('--all', 'all of them at one sitting, and those that rest')
    .addOption(withoutAnswers('--json', 'print what is due as JSON, with your own words'))
    .addOption(
      new Option(
        '--answers <file>',
        'what became of them, from a YAML or JSON file; - is standard input',
      ).conflicts('template'),
    )
    .option('--template', 'print a commented file to fill in')
    .option('--plain', 'ask line by line, for screen readers and simple terminals')
    .addHelpText('after', HELP)
    .action(async (entry: string | undefined, options: ReviewOptions) =>
      (await import('./review.ts')).review(entry, options, await open()),
    );
}
