// The flags of coach journal and journal show.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import type { JournalOptions } from './journal.ts';
import { addFilterOptions } from '../flags/filter-options.ts';
import { refuseForeignOptions } from '../flags/foreign-options.ts';

const HELP = `
The list shows titles, and of your words only a line around what you search for.
Show an entry with: coach journal show last

Words are searched in answers, questions and tags. All of them have to be there;
case and accents do not count. A "phrase" stands in quotes, word* is the
beginning of a word, and -word must not be there (first: --search=-word).

To browse, type what you look for: words, a title, a name, a day such as nov 22
or 2026-11. Enter opens an entry, Esc leads back and out.

Examples:
  $ coach journal --search "deadline client* -friday"
  $ coach journal --since "last month" --role manager
  $ coach journal --question checkin-trust --about D.
  $ coach journal --on-this-day
  $ coach journal --browse --since "this year"
  $ coach journal --json --limit 1`;

const SHOW_HELP = `
Examples:
  $ coach journal show last
  $ coach journal show 2026-11-20
  $ coach journal show k3x8`;

/** @returns The command, below which others stand. */
export function addJournalCommand(program: Command, { open }: Launch): Command {
  const journal = program.command('journal').description('list and search your entries, newest first');
  addFilterOptions(journal)
    .option('--limit <number>', 'at most this many, or "all" (10 unless you say so; all with --json)')
    .option('--sort <order>', 'newest or relevance: how many different words matched, then newest')
    .option('--random', 'show one of them, any one')
    .option('--full', 'with everything you wrote')
    .option('--browse', 'look through them: type to narrow, Enter opens')
    .option('--plain', 'with --browse: line by line, for screen readers and simple terminals')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: JournalOptions) =>
      (await import('./journal.ts')).listEntries(options, await open()),
    );

  journal
    .command('show')
    .argument('<entry>', '"last", a day, or the beginning of an id')
    .description('show one entry, or those of a day')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', SHOW_HELP)
    .action(async (which: string, _options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<{ json?: true }>();
      return (await import('./journal-show.ts')).showEntries(which, options, await open());
    });
  return journal;
}
