import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import type { JournalOptions } from '../run/journal.ts';
import { collect } from '../sitting-options.ts';

export function addJournalCommand(program: Command, { open }: Launch): void {
  const journal = program
    .command('journal')
    .description('list your entries, newest first')
    .option('--limit <number>', 'at most this many, or "all" (10 unless you say so; all with --json)')
    .option('--bank <name>', 'only entries of this bank; may be given several times', collect)
    .option('--role <role>', 'only entries of this role')
    .option('--about [name]', 'only entries about this person or team; without a name, you are asked')
    .option('--tag <tag>', 'only entries with this tag; may be given several times', collect)
    .option('--since <day>', 'only entries on or after this day, for example "last month"')
    .option('--until <day>', 'only entries on or before this day')
    .option('--full', 'with everything you wrote')
    .option('--json', 'print JSON, for scripts')
    .addHelpText(
      'after',
      `
The list shows titles, never your words. Show one with: coach journal show last

Examples:
  $ coach journal --since "last month" --role manager
  $ coach journal --about D. --full
  $ coach journal --json --limit 1`,
    )
    .action(async (options: JournalOptions) => {
      const { listEntries } = await import('../run/journal.ts');
      await listEntries(options, await open());
    });

  journal
    .command('show')
    .argument('<entry>', '"last", a day, or the beginning of an id')
    .description('show one entry, or those of a day')
    .option('--json', 'print JSON, for scripts')
    .addHelpText(
      'after',
      `
Examples:
  $ coach journal show last
  $ coach journal show 2026-11-20
  $ coach journal show k3x8`,
    )
    .action(async (which: string, _options: unknown, command: Command) => {
      const { showEntries } = await import('../run/journal-show.ts');
      await showEntries(which, command.optsWithGlobals<{ json?: true }>(), await open());
    });
}
