// The words around an import: what is asked, what came in, and what is refused.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { oneLine, plainText } from '../domain/text/plain-text.ts';
import type { Choice } from '../pages/sitting/field-text.ts';
import { inFigures, unasked } from '../pages/text/words.ts';
import { wrap } from '../pages/text/wrap.ts';
import { type FoundEntries, unreadableText } from './found-text.ts';
import type { OtherProgram } from './others/other-programs.ts';

export const NOTHING_NEW = 'There is nothing new to import.';
export const NOTHING_IMPORTED = 'Nothing was imported.';
export const DRY_RUN = 'Nothing was imported: --dry-run only looks.';

/**
 * The question before anything comes in.
 *
 * @example
 * askToImport(1200) //=> 'Import 1,200 entries?'
 */
export function askToImport(count: number): string {
  return `Import ${entries(count)}?`;
}

export const IMPORT_CHOICES: readonly Choice<boolean>[] = [
  { value: true, label: 'Import' },
  { value: false, label: 'Import nothing', wayOut: true },
];

/**
 * How many came in.
 *
 * @example
 * importedText(1) //=> 'Imported 1 entry.'
 */
export function importedText(count: number): string {
  return `Imported ${entries(count)}.`;
}

/**
 * The error of an import that something stopped on its way.
 *
 * @param sure - So many are in.
 *
 * @example
 * cutOff(new Error('the disk is full'), 0, 2).hint.split('. ')[0] //=> 'None of 2 entries were imported'
 */
export function cutOff(error: Error, sure: number, wanted: number): CoachError {
  const those = sure === 0 ? 'None' : inFigures(sure);
  const words = sure === 1 ? 'was imported in full' : `were imported${sure === 0 ? '' : ', each in full'}`;
  return new CoachError(error.message, {
    hint: `${those} of ${entries(wanted)} ${words}. Run the same command again for the rest; nothing is imported twice.`,
    cause: error,
  });
}

/**
 * The error of a source of which something cannot be read.
 *
 * @example
 * someUnreadable({ unreadable: 1, mistakes: ['a.txt:1: no date'] }).message
 * //=> '1 entry cannot be read:\n  a.txt:1: no date'
 */
export function someUnreadable(found: Pick<FoundEntries, 'unreadable' | 'mistakes'>): CoachError {
  return new CoachError(unreadableText(found), {
    hint: `${NOTHING_IMPORTED} Fix the problem, or import the rest with --skip-unreadable.`,
  });
}

/**
 * What a folder in which no entry was found looks like, and the next step.
 *
 * @example
 * looksLike({ is: 'an export of Notion', hint: 'Extract it.' }, 80) //=> 'It looks like an export of Notion.\nExtract it.'
 */
export function looksLike({ is, hint }: OtherProgram, width: number): string {
  const lines = [`It looks like ${is}.`, ...hint.split('\n')];
  // A command stays on one line.
  return lines.map((line) => (line.startsWith(' ') ? line : wrap(line, width))).join('\n');
}

/**
 * The line about the zone in which moments in UTC are shown.
 *
 * @param isAskedFor - Whether `--zone` named it; else it is that of this machine.
 *
 * @example
 * shownZone('Europe/Berlin', false) //=> "Times are shown in Europe/Berlin, this machine's zone. For another one, add --zone."
 * shownZone('Europe/Berlin', true) //=> 'Times that are stored in UTC are shown in Europe/Berlin.'
 */
export function shownZone(zone: string, isAskedFor: boolean): string {
  return isAskedFor
    ? `Times that are stored in UTC are shown in ${zone}.`
    : `Times are shown in ${zone}, this machine's zone. For another one, add --zone.`;
}

/**
 * The line about entries that come in with their moments in UTC.
 *
 * @example
 * inUtc(2) //=> '2 entries have their times in UTC and no time zone. To import them in yours: --zone NAME'
 */
export function inUtc(count: number): string {
  const have = count === 1 ? 'has its time' : 'have their times';
  return `${entries(count)} ${have} in UTC and no time zone. To import ${count === 1 ? 'it' : 'them'} in yours: --zone NAME`;
}

/**
 * The error of a zone of which nothing is known.
 *
 * @example
 * unknownZone('Berlin').message //=> '"Berlin" is not a time zone'
 */
export function unknownZone(name: string): UsageError {
  return new UsageError(`"${oneLine(plainText(name))}" is not a time zone`, {
    hint: 'Write its name, such as Europe/Berlin or America/New_York.',
  });
}

/**
 * The error of a zone that would change nothing.
 *
 * @param source - What the entries come from.
 *
 * @example
 * uselessZone('jrnl').message //=> '--zone changes nothing for entries from jrnl'
 */
export function uselessZone(source: string): UsageError {
  return new UsageError(`--zone changes nothing for entries from ${source}`, {
    hint: 'It is for programs that store times in UTC, such as journal-cli. Leave it out.',
  });
}

/**
 * The error of Markdown that is piped in.
 *
 * @example
 * undatedInput().hint //=> 'Give the file or the folder instead.'
 */
export function undatedInput(): UsageError {
  return new UsageError('Markdown files get their dates from their names, and standard input has no name', {
    hint: 'Give the file or the folder instead.',
  });
}

/**
 * The error of a name for a source that is one person's alone.
 *
 * @example
 * nobodyElse('Daylio').message //=> '--mine is for Fatebook, and this is from Daylio'
 */
export function nobodyElse(source: string): UsageError {
  return new UsageError(`--mine is for Fatebook, and this is from ${source}`, { hint: 'Leave out --mine.' });
}

/**
 * The error where standard input is a keyboard.
 *
 * @example
 * nothingPiped().message //=> 'nothing is piped in'
 */
export function nothingPiped(): CoachError {
  return new CoachError('nothing is piped in', {
    hint: 'For example: cat old.jsonl | coach journal import - --yes',
  });
}

/**
 * The error where nobody can be asked whether entries are to come in.
 *
 * @example
 * nobodyToAsk().hint //=> 'Add --yes to import without asking.'
 */
export function nobodyToAsk(): CoachError {
  return new CoachError(unasked('imported'), { hint: 'Add --yes to import without asking.' });
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${inFigures(count)} entries`;
}
