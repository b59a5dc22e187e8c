// The flags of coach journal and journal show.
import type { Command } from 'commander';
import type { Launch } from '../context.ts';
import type { JournalOptions } from './journal.ts';
import { addFilterOptions } from '../flags/filter-options.ts';
import { refuseForeignOptions } from '../flags/foreign-options.ts';

const HELP = `
The list shows only titles; a search also shows the words around each match.
To read an entry: coach journal show last

A search looks through answers, questions and tags, and finds entries that have
all the words; case and accents don't matter. Put a "phrase" in quotes. Use
word* for all words that begin with "word", and -word to leave out entries with
that word (if -word comes first, use --search=-word).

While browsing, type what you are looking for: words, a title, a name, or a date
such as nov 22 or 2026-11. Enter opens an entry; Esc goes back to the list. In
the list, Esc leaves.

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
  $ coach journal show k3x8
  $ coach journal show last --version 1`;

/** @returns The command, below which others stand. */
export function addJournalCommand(program: Command, { open }: Launch): Command {
  const journal = program
    .command('journal')
    .description('list and search your entries; show, edit, delete, export or import them');
  addFilterOptions(journal)
    .option('--limit <number>', 'how many entries to show, or "all" (default: 10; with --json: all)')
    .option('--sort <order>', '"newest" first, or "relevance" for the best matches first')
    .option('--random', 'show one entry at random')
    .option('--full', 'show everything you wrote, not only the titles')
    .option('--browse', 'browse the entries: type to narrow the list, press Enter to open one')
    .option('--plain', 'with --browse: work line by line, for screen readers and simple terminals')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', HELP)
    .action(async (options: JournalOptions) =>
      (await import('./journal.ts')).listEntries(options, await open()),
    );

  journal
    .command('show')
    .argument('<entry>', '"last", a date, or the start of an id')
    .description('show one entry, or all entries from a day')
    .option('--version <number>', 'what it said before an edit, as coach journal history counts')
    .option('--json', 'print JSON, for scripts')
    .addHelpText('after', SHOW_HELP)
    .action(async (which: string, _options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<{ json?: true; version?: string }>();
      if (options.version !== undefined)
        return (await import('./journal-versions.ts')).showVersion(
          which,
          options.version,
          options,
          await open(),
        );
      return (await import('./journal-show.ts')).showEntries(which, options, await open());
    });
  return journal;
}
