// The flags and the help of coach journal import.
import { type Command, Option } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import { wordList } from '../../pages/text/word-list.ts';
import { SOURCE_KINDS } from '../source-kinds.ts';
import type { ImportContext, ImportOptions } from './journal-import.ts';

const KINDS = Object.keys(SOURCE_KINDS);

const HELP = `
Reads coach's own exports (JSON or folder), jrnl (JSON, text or folder), Day
One (JSON or zip), Journey (zip or folder), Daylio (CSV), Fatebook (CSV, as
guesses and what became of them), journal-cli, dated Markdown or text files,
text with dated headings, and lines of JSON such as {"date": "1660-01-11",
"text": "…"}. Shows what it found, and asks before importing anything.

No entry is imported twice, so you can run it again at any time. Entries you
have since deleted stay deleted. If something can't be read, nothing is
imported, unless you add --skip-unreadable.

Examples:
  $ coach journal import journal.json --dry-run
  $ coach journal import journal.json
  $ coach journal import daily-notes --from markdown --yes
  $ coach journal import diary.md --dates dmy
  $ cat old.jsonl | coach journal import - --yes`;

export function addJournalImportCommand(journal: Command, { open }: Launch<ImportContext>): void {
  journal
    .command('import')
    .argument('<path>', 'a file, a folder or a zip; - is standard input')
    .description('bring in entries from another program, or from an export')
    .addOption(
      new Option('--from <kind>', `the format, if coach can't tell: ${wordList(KINDS, 'or')}`).choices(KINDS),
    )
    .addOption(
      new Option('--dates <order>', 'read 03/04/2023 in notes as dmy (3 April) or mdy (4 March)').choices([
        'dmy',
        'mdy',
      ]),
    )
    .option('--mine <name>', 'your name in Fatebook, if its file holds guesses of others')
    .option('--dry-run', 'only show what would be imported')
    .option('--skip-unreadable', "import the rest if some entries can't be read")
    .option('--zone <name>', 'show times that are stored in UTC in this zone (e.g. Europe/Berlin)')
    .option('--yes', 'import without asking, for scripts')
    .addHelpText('after', HELP)
    .action(async (path: string, _options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<ImportOptions>();
      return (await import('./journal-import.ts')).importEntries(path, options, await open());
    });
}
