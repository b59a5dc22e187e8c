// The flags of coach reflect.
import { withoutAnswers } from '../flags/without-answers.ts';
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import type { ReflectOptions } from './reflect.ts';
import { addSittingOptions } from '../flags/sitting-options.ts';

const HELP = `
Examples:
  $ coach reflect --role manager
  $ coach reflect prepare --role member --about D.
  $ coach reflect note
  $ coach reflect member --template >answers.yaml
  $ coach reflect member --answers answers.yaml`;

export function addReflectCommand(program: Command, { open }: Launch): void {
  const command = program
    .command('reflect')
    .argument('[bank]', 'the question bank; without one, that of your role')
    .description('walk through a bank of questions and save the answers as an entry')
    .option('--short', 'only the core questions')
    .option('--full', 'all questions')
    .option('--question <id>', 'only this question')
    .option('--step <id>', 'a step of the challenge')
    .addOption(
      withoutAnswers('--notify', 'only say that the look back is waiting, on the desktop if there is one'),
    );
  addSittingOptions(command)
    .addHelpText('after', HELP)
    .action(async (bank: string | undefined, options: ReflectOptions) => {
      // What became of plans and guesses is asked in an order and at a time of its own.
      if (bank === 'review' && options.question === undefined) {
        const { review } = await import('./review.ts');
        return review(undefined, options, await open());
      }
      const { reflect } = await import('./reflect.ts');
      await reflect(bank, options, await open());
    });
}
