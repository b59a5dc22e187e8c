// The flags and the help of coach share.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { collect } from '../../cli/flags/sitting-options.ts';
import type { ShareOptions } from './share.ts';

const HELP = `
Choose answers of one entry, read exactly what will leave, change what you
like, and write it to a file or print it. Nothing is ticked beforehand, coach
sends nothing, and the entry stays as it is. Ratings, likelihoods and what
became of a plan or a guess are never offered.

Without a terminal it prints the answers that you name with --question.

Examples:
  $ coach share
  $ coach share c8p2 --to note.txt
  $ coach share c8p2 --question see-my-gain --without-questions`;

export function addShareCommand(program: Command, { open }: Launch): void {
  program
    .command('share')
    .argument('[entry]', '"last", a date, the start of an id, or a path; default: last')
    .description('tell somebody: chosen answers, seen before they leave')
    .option('--question <id>', 'share this answer; can be repeated', collect)
    .option('--without-questions', 'only the answers')
    .option('--to <file>', 'write a text file, after you have seen it and said yes')
    .option('--plain', 'ask line by line, for screen readers and simple terminals')
    .addHelpText('after', HELP)
    .action(async (which: string | undefined, options: ShareOptions) =>
      (await import('./share.ts')).shareEntry(which, options, await open()),
    );
}
