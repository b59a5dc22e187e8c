// The flags and the help of coach align and the commands below it.
import { type Command, Option } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import { addSittingOptions, type SittingOptions } from '../../cli/flags/sitting-options.ts';
import type { AlignOptions } from './align.ts';
import type { SheetOptions } from './chosen-sheet.ts';
import type { OpenOptions } from './align-open.ts';
import type { SealOptions } from './align-seal.ts';

const HELP = `
Two people, a few pieces of work, and seven steps of who decides. Each of you
says, alone, how it is today and how you would like it (fill). Then you lay both
side by side (open), talk, and agree on something (agree), with a day to look at
it again; coach brings it up. The other person needs no coach. If both of you
have it, you can send each other your sheets beforehand, sealed (seal).

On its own, this command shows what is on your sheets. The idea of seven steps
comes from Management 3.0 by Jurgen Appelo.

Examples:
  $ coach align
  $ coach align fill --about D.
  $ coach align --marks`;

const FILL_HELP = `
One sitting is one piece of work. To change a piece, fill it in again under the
same name. What happened last time and your guesses are for you alone: no other
command of coach align shows the first, and only "guesses" shows the second.

Examples:
  $ coach align fill --about D.
  $ coach align fill --about D. --template >piece.yaml
  $ coach align fill --about D. --answers piece.yaml`;

const INVITE_HELP = `
It names your pieces of work and explains the steps. None of your marks are in
it.

Example:
  $ coach align invite --about D.`;

const SEAL_HELP = `
Shows all that the file will hold, and asks before anything is written. Only
five words open the file: say them when you sit together, the lead first. Once
sealed and sent, neither sheet can be adapted to what the other one says.

It does not help against whoever has both computers, such as an employer, and it
does not prove that what it holds is honest. Without coach: age -d FILE

Examples:
  $ coach align seal --about D.
  $ coach align seal --about D. --to for-d.coach`;

const OPEN_HELP = `
With a sealed file, they say their words and you type them; seal your own sheet
first. The file stays where it is, and nothing in it is kept.

Without one, both of you say a number at the same moment, and you type theirs;
yours are not shown until then. Either way nothing of theirs is saved, unless
you ask for a page: --html writes one for a bigger screen, with both sheets.

Examples:
  $ coach align open --about D.
  $ coach align open from-lead.coach --about D.
  $ coach align open --about D. --html both.html`;

const GUESSES_HELP = `
What they marked is not kept anywhere, so this shows only your guesses.

Example:
  $ coach align guesses --about D.`;

const AGREE_HELP = `
One agreement is one piece of work: the step, the means, the limits, and a plan
to look at it. On that day coach brings it up, and coach review asks about it.

Examples:
  $ coach align agree --about D.
  $ coach align agree --about D. --template >agreed.yaml
  $ coach align agree --about D. --answers agreed.yaml`;

export function addAlignCommands(program: Command, launch: Launch): void {
  const { open } = launch;
  const align = withSheet(program.command('align'))
    .description('who decides: your picture and theirs, side by side')
    .option('--marks', 'show your own marks, too')
    .addHelpText('after', HELP)
    .action(async (options: AlignOptions) => (await import('./align.ts')).showSheets(options, await open()));
  const command = (name: string, does: string, help: string): Command =>
    align.command(name).description(does).addHelpText('after', help);
  addSittingOptions(command('fill', 'say how you see one piece of work', FILL_HELP)).action(
    async (_options: unknown, own: Command) =>
      (await import('./align-fill.ts')).fillIn(
        refuseForeignOptions(own).optsWithGlobals<SittingOptions>(),
        await open(),
      ),
  );
  withSheet(command('invite', 'a message that asks the other to do the same', INVITE_HELP)).action(
    async (_options: unknown, own: Command) =>
      (await import('./align.ts')).invite(
        refuseForeignOptions(own).optsWithGlobals<SheetOptions>(),
        await open(),
      ),
  );
  withSheet(command('seal', 'a sealed file to send, opened by words you say', SEAL_HELP))
    .option('--to <file>', 'the file to write (default: from-doer.coach or from-lead.coach)')
    .option('--force', 'overwrite that file')
    .option('--plain', 'line by line, for screen readers and simple terminals')
    .action(async (_options: unknown, own: Command) =>
      (await import('./align-seal.ts')).sealSheet(
        refuseForeignOptions(own).optsWithGlobals<SealOptions>(),
        await open(),
      ),
    );
  withSheet(command('open', 'lay both sheets side by side, together', OPEN_HELP))
    .argument('[sealed-file]', 'the file that the other person sealed')
    .addOption(new Option('--spoken', 'they say their numbers, and you type them (as without a file)'))
    .option('--html <file>', 'also write the comparison as a page')
    .option('--force', 'let --html overwrite a file')
    .option('--plain', 'in words and line by line, for screen readers and simple terminals')
    .action(async (file: string | undefined, _options: unknown, own: Command) => {
      const options = refuseForeignOptions(own).optsWithGlobals<OpenOptions>();
      if (file === undefined) await (await import('./align-open.ts')).openTogether(options, await open());
      else await (await import('./align-open-sealed.ts')).openSealed(file, options, await open());
    });
  withSheet(command('guesses', 'your guesses about their marks', GUESSES_HELP)).action(
    async (_options: unknown, own: Command) =>
      (await import('./align.ts')).showGuesses(
        refuseForeignOptions(own).optsWithGlobals<SheetOptions>(),
        await open(),
      ),
  );
  addSittingOptions(command('agree', 'write down what you agreed on', AGREE_HELP)).action(
    async (_options: unknown, own: Command) =>
      (await import('./align-agree.ts')).agree(
        refuseForeignOptions(own).optsWithGlobals<SittingOptions>(),
        await open(),
      ),
  );
}

/** The flags that say whose sheet is meant. */
function withSheet(command: Command): Command {
  return command
    .option('--about [name]', 'whose sheet; without a name, coach asks you')
    .option('--role <role>', 'the sheet from this side: manager (the lead) or member (the doer)');
}
