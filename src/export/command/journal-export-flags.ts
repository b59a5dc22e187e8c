// The flags and the help of coach journal export.
import type { Command } from 'commander';
import type { Launch } from '../../cli/context.ts';
import { addFilterOptions } from '../../cli/flags/filter-options.ts';
import { refuseForeignOptions } from '../../cli/flags/foreign-options.ts';
import { wordList } from '../../pages/text/word-list.ts';
import { EXPORT_FORMATS, formatRow } from '../export-format.ts';
import type { ExportOptions } from './journal-export.ts';

/** A line of help for each format, or for several that are told in the same words. */
function formatLines(): string {
  const byHelp = new Map<string, string>();
  for (const format of EXPORT_FORMATS) {
    const { help } = formatRow(format);
    byHelp.set(help, [byHelp.get(help), format].filter(Boolean).join(', '));
  }
  return Array.from(byHelp, ([help, formats]) => `  ${formats.padEnd(12)} ${help}\n`).join('');
}

const help = (): string => `
${formatLines()}
The oldest entry comes first, except in JSON. Give a folder (or a path ending
in /) to get one file per entry, ready for Obsidian or for another coach, which
takes it in with coach journal import.

Only you can read the files (mode 0600). They are not encrypted, unless the
journal is and the name ends in .age: then the file has the journal's key.

Examples:
  $ coach journal export --to journal.html
  $ coach journal export --to notes/ --since "this year"
  $ coach journal export --format csv --question checkin-trust
  $ coach journal export --format day-one --to journal.zip
  $ coach journal export --format json --about D.
  $ coach journal export --to journal.json.age`;

export function addJournalExportCommand(journal: Command, { open }: Launch): void {
  const command = journal
    .command('export')
    .description('save or print entries, to read or for another program');
  addFilterOptions(command)
    .option(
      '--format <format>',
      `${wordList(EXPORT_FORMATS, 'or')}; default: taken from the file name in --to`,
    )
    .option('--to <path>', 'a file or a folder; default: standard output')
    .option('--force', 'overwrite what is there')
    .addHelpText('after', help)
    .action(async (_options: unknown, command: Command) => {
      const options = refuseForeignOptions(command).optsWithGlobals<ExportOptions>();
      return (await import('./journal-export.ts')).exportEntries(options, await open());
    });
}
