// The flags of coach reflect, and of the commands that are short for it with a bank.
import { withoutAnswers } from '../flags/without-answers.ts';
import { type Command, Option } from 'commander';
import type { Launch } from '../context.ts';
import type { ReflectOptions } from './reflect.ts';
import { addSittingOptions } from '../flags/sitting-options.ts';

const HELP = `
coach banks lists the question sets. note, prepare, debrief and lookback are
also commands: coach note is the same as coach reflect note.

Examples:
  $ coach reflect --role manager
  $ coach reflect moment --about D.
  $ coach reflect member --template >answers.yaml
  $ coach reflect member --answers answers.yaml`;

const NOTIFY = 'only remind you to look back, with a desktop notification or one line';

export function addReflectCommand(program: Command, { open }: Launch): void {
  const command = program
    .command('reflect')
    .argument('[bank]', 'the question set to answer; default: the one for your role')
    .description('answer a set of questions and save your answers');
  addLengthOptions(command)
    .option('--step <id>', 'the step of the challenge to ask about')
    .addOption(withoutAnswers('--notify', NOTIFY));
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

/** The banks that are commands, too. */
const SHORT = {
  note: { does: 'write freely, without questions', example: 'note' },
  prepare: { does: 'get ready for a detailed conversation', example: 'prepare --about D.' },
  debrief: {
    does: 'look back at how a detailed conversation went',
    example: 'debrief --role member --about D.',
  },
  lookback: { does: 'look back on the past month', example: 'lookback' },
} as const;

/** @returns The function that adds the command of a bank: `coach reflect` with its name. */
export function addShortCommand(name: keyof typeof SHORT): (program: Command, launch: Launch) => void {
  const { does, example } = SHORT[name];
  return (program, { open }) => {
    const command = program.command(name).description(does);
    // All flags of coach reflect are taken; those that do nothing here are not listed.
    addLengthOptions(command, name !== 'note')
      .addOption(new Option('--step <id>').hideHelp())
      .addOption(withoutAnswers('--notify', NOTIFY).hideHelp(name !== 'lookback'));
    addSittingOptions(command)
      .addHelpText('after', `\nThe same as coach reflect ${name}.\n\nExample:\n  $ coach ${example}`)
      .action(async (options: ReflectOptions) =>
        (await import('./reflect.ts')).reflect(name, options, await open()),
      );
  };
}

function addLengthOptions(command: Command, isListed = true): Command {
  return command
    .addOption(new Option('--short', 'ask only the core questions').hideHelp(!isListed))
    .addOption(new Option('--full', 'ask all the questions').hideHelp(!isListed))
    .addOption(new Option('--question <id>', 'ask only this question').hideHelp(!isListed));
}
