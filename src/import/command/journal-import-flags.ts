// The flags and the help of coach journal import.
import { type Command, Option } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import { SOURCE_KINDS } from '../source-kinds.ts';
import type { ImportContext, ImportOptions } from './journal-import.ts';

const HELP = `
Reads the JSON of coach, jrnl (JSON, text or folder), Day One (JSON or zip),
journal-cli, Markdown files with a day in their names, and lines of JSON such as
{"date": "1660-01-11", "text": "…"}. Shows what is there, and asks.

The same entry never comes in twice: run it again at any time. What was deleted
since stays deleted. Where something cannot be read, nothing is imported.

Examples:
  $ coach journal import journal.json --dry-run
  $ coach journal import journal.json
  $ coach journal import daily-notes --from markdown --yes
  $ cat old.jsonl | coach journal import - --yes`;

export function addJournalImportCommand(journal: Command, { open }: Launch<ImportContext>): void {
  journal
    .command('import')
    .argument('<path>', 'a file, a folder or a zip; - is standard input')
    .description('bring in entries from another program, or from the JSON of coach')
    .addOption(
      new Option('--from <kind>', 'what it is, where that does not show').choices(Object.keys(SOURCE_KINDS)),
    )
    .option('--dry-run', 'only look, and say what is there')
    .option('--skip-unreadable', 'bring in the rest, where some of it cannot be read')
    .option('--yes', 'without asking, for scripts')
    .addHelpText('after', HELP)
    .action(async (path: string, _options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<ImportOptions>();
      return (await import('./journal-import.ts')).importEntries(path, options, await open());
    });
}
