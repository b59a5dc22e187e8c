// The words around an export: what was written, and the places and formats that are refused.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { entriesInWords, noEntriesText } from '../pages/text/words.ts';

/**
 * How many entries were written, and where.
 *
 * @param same - So many were there already.
 *
 * @example
 * writtenText(2, 'out', 1) //=> 'Wrote 2 entries to out; 1 was already there'
 */
export function writtenText(count: number, named: string, same = 0): string {
  const already = same === 0 ? '' : `; ${same} ${same === 1 ? 'was' : 'were'} already there`;
  return `Wrote ${entriesInWords(count)} to ${oneLine(named)}${already}`;
}

/**
 * The error of an export in which something is missing.
 *
 * @param count - So many files.
 *
 * @example
 * leftOut(1).message //=> '1 file could not be read and is not in the export'
 */
export function leftOut(count: number): CoachError {
  const words = count === 1 ? '1 file could not be read and is' : `${count} files could not be read and are`;
  return new CoachError(`${words} not in the export`, { hint: 'See what is wrong: coach doctor' });
}

/**
 * The error of an export that would take the place of one that may hold more.
 *
 * @example
 * wouldReplaceMore('all.json', 1).message //=> 'all.json was not replaced: it may hold entries that can no longer be read from the journal'
 */
export function wouldReplaceMore(named: string, count: number): CoachError {
  const files = count === 1 ? 'the file above' : `the ${count} files above`;
  return new CoachError(
    `${oneLine(named)} was not replaced: it may hold entries that can no longer be read from the journal`,
    {
      hint: `Fix ${files} first (coach doctor), or export under another name.`,
    },
  );
}

/**
 * Why nothing is exported.
 *
 * @param isChosen - Flags chose entries.
 * @param toPlace - They were to go to a file or a folder.
 *
 * @example
 * nothingText(true, true) //=> 'No entries match. Nothing was written.'
 */
export function nothingText(isChosen: boolean, toPlace: boolean): string {
  return `${noEntriesText(isChosen)}${toPlace ? ' Nothing was written.' : ''}`;
}

/**
 * The error where neither a flag nor a name tells the format.
 *
 * @param named - The name that does not.
 *
 * @example
 * formatNeeded(['html'], 'journal.pdf').message //=> 'the name journal.pdf does not say which format'
 * formatNeeded(['html']).hint //=> 'Add --format (html), or a file name: --to journal.html'
 */
export function formatNeeded(formats: readonly string[], named?: string): UsageError {
  const missing =
    named === undefined ? 'the format is missing' : `the name ${oneLine(named)} does not say which format`;
  return new UsageError(missing, {
    hint: `Add --format (${formats.join(', ')}), or a file name: --to journal.html`,
  });
}

/**
 * The error of an encrypted export of a journal that has no key.
 *
 * @example
 * noKeyForExport('journal.json.age').message //=> 'journal.json.age would be encrypted with the key of the journal, and the journal is not encrypted'
 */
export function noKeyForExport(named: string): CoachError {
  return new CoachError(
    `${oneLine(named)} would be encrypted with the key of the journal, and the journal is not encrypted`,
    { hint: 'Encrypt the journal first (coach encrypt), or leave out .age at the end of the name.' },
  );
}

/**
 * The error of a place in the journal.
 *
 * @example
 * inJournal('journal/out').message //=> 'journal/out is in the journal itself'
 */
export function inJournal(named: string): UsageError {
  return new UsageError(`${oneLine(named)} is in the journal itself`, {
    hint: 'Export to a place outside it. To copy entries within the journal, copy their files.',
  });
}

/**
 * The error of a folder for what is one file.
 *
 * @example
 * isAFolder('out', 'html').message //=> 'out is a folder, but html is written to one file'
 */
export function isAFolder(named: string, format: string): UsageError {
  return new UsageError(`${oneLine(named)} is a folder, but ${format} is written to one file`, {
    hint: `Give the name of a file in that folder. Only the formats markdown and daily-notes are written to a folder.`,
  });
}

/**
 * The error of a format that is a folder, without one.
 *
 * @example
 * needsFolder('daily-notes').hint //=> 'Give it with --to, for example: --to notes/'
 */
export function needsFolder(format: string): UsageError {
  return new UsageError(`${format} is written to a folder, one file per entry`, {
    hint: 'Give it with --to, for example: --to notes/',
  });
}

/**
 * The error of a file where such a format needs a folder.
 *
 * @example
 * isAFile('out', 'daily-notes').message //=> 'out is a file, but daily-notes is written to a folder'
 */
export function isAFile(named: string, format: string): UsageError {
  return new UsageError(`${oneLine(named)} is a file, but ${format} is written to a folder`, {
    hint: 'Give the name of a folder, for example: --to notes/',
  });
}

/**
 * The error of files that are not to be overwritten.
 *
 * @param first - One of them.
 * @param more - How many there are beside it.
 *
 * @example
 * filesTaken('a.md', 2).message //=> 'different files are already there: a.md, and 2 more'
 */
export function filesTaken(first: string, more: number): CoachError {
  const others = more === 0 ? '' : `, and ${more} more`;
  return new CoachError(`different files are already there: ${first}${others}`, {
    hint: 'Nothing was written. Overwrite them with --force, or choose another folder.',
  });
}

/**
 * The error of a folder where a file is to be.
 *
 * @example
 * folderTaken('2026-11-22.md').message //=> 'there is a folder named 2026-11-22.md'
 */
export function folderTaken(name: string): CoachError {
  return new CoachError(`there is a folder named ${oneLine(name)}`, {
    hint: 'Nothing was written. Rename that folder, or choose another one to export to.',
  });
}
