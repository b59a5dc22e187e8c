// The words around the trash of a journal: what goes into it, comes back from it, or is gone for ever.
import type { Entry } from '../../domain/entry/entry.ts';
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { longDay } from '../../domain/time/day.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';
import type { Choice } from '../sitting/field-text.ts';
import { entriesInWords, noEntriesText, unasked } from '../text/words.ts';

export const TRASH_EMPTY = 'The trash is empty.';
export const NOTHING_DELETED = 'Nothing was deleted.';

/** The way back, where nothing in the trash has an id that can be read. */
export const BACK_BY_PATH = 'To bring one back: coach journal restore PATH';

/** What can be done with a list of the trash. */
export const BACK_BY_ID =
  'To bring one back: coach journal restore ID\nTo empty the trash: coach journal delete --trash --forever';

/**
 * The error of a name where entries are chosen in two ways.
 *
 * @example
 * oneWayToDelete().message //=> 'use only one of these: entry names, flags that choose entries, or --all'
 */
export function oneWayToDelete(): UsageError {
  return new UsageError('use only one of these: entry names, flags that choose entries, or --all', {
    hint: NOTHING_DELETED,
  });
}

/**
 * The error where no entry was chosen.
 *
 * @example
 * nothingToDelete().message //=> 'say which entries to delete'
 */
export function nothingToDelete(): UsageError {
  return new UsageError('say which entries to delete', {
    hint: 'Say which ones (coach journal delete last), choose them with flags such as --bank, or use --all.',
  });
}

/**
 * The error of what cannot go to the trash, since it is there.
 *
 * @example
 * trashOnlyForever().message //=> 'from the trash, entries can only be deleted permanently'
 */
export function trashOnlyForever(): UsageError {
  return new UsageError('from the trash, entries can only be deleted permanently', {
    hint: 'Add --forever: coach journal delete --trash --forever',
  });
}

/**
 * The error of a name that something in the trash goes by.
 *
 * @example
 * inTrashAlready('k3').message //=> '"k3" is already in the trash'
 */
export function inTrashAlready(name: string): UsageError {
  return new UsageError(`"${oneLine(name)}" is already in the trash`, {
    hint: `Bring it back with coach journal restore, or delete it permanently with --forever.`,
  });
}

/**
 * The error of a name beside --all.
 *
 * @example
 * oneWayToRestore().message //=> 'give entries or use --all, not both'
 */
export function oneWayToRestore(): UsageError {
  return new UsageError('give entries or use --all, not both', { hint: 'Nothing was moved.' });
}

/**
 * The error where nobody can be asked whether entries are to be deleted.
 *
 * @example
 * nobodyToAsk(1, true).hint //=> '1 entry would be deleted permanently. To do that, add --yes.'
 */
export function nobodyToAsk(count: number, forever: boolean): CoachError {
  const would = forever ? 'be deleted permanently' : 'go to the trash';
  return new CoachError(unasked('deleted'), {
    hint: `${entriesInWords(count)} would ${would}. To do that, add --yes.`,
  });
}

/**
 * Why nothing is deleted.
 *
 * @param isChosen - Flags chose entries.
 *
 * @example
 * nothingChosen(true) //=> 'No entries match. Nothing was deleted.'
 */
export function nothingChosen(isChosen: boolean): string {
  return isChosen ? `${noEntriesText(isChosen)} ${NOTHING_DELETED}` : noEntriesText(isChosen);
}

/**
 * The remark about a copy that flags do not choose.
 *
 * @example
 * copyStays('b.md') //=> 'A copy that differs from its entry is kept: b.md'
 */
export function copyStays(path: string): string {
  return `A copy that differs from its entry is kept: ${plainText(path)}`;
}

/**
 * The question to which the answer is typed.
 *
 * @example
 * askForever(2) //=> 'Type "forever" to delete 2 entries permanently:'
 */
export function askForever(count: number, quoting: readonly Quoting[] = []): string {
  return `${quotedIn(quoting)}Type "forever" to delete ${entriesInWords(count)} permanently:`;
}

/**
 * The question of what can be taken back.
 *
 * @example
 * askToMove(1) //=> 'Move it to the trash?'
 */
export function askToMove(count: number, quoting: readonly Quoting[] = []): string {
  return quotedIn(quoting) + (count === 1 ? 'Move it to the trash?' : `Move all ${count} to the trash?`);
}

/** An entry that stays and looks back on one that goes. */
type Quoting = Pick<Entry, 'id' | 'day'>;

/** So many are named. */
const MOST_QUOTING = 5;

/** What stays of the words of an entry in others, before the question whether to delete it. */
function quotedIn(quoting: readonly Quoting[]): string {
  if (quoting.length === 0) return '';
  const named = quoting.slice(0, MOST_QUOTING).map(({ id, day }) => `${longDay(day)} (${id.slice(0, 6)})`);
  const more = quoting.length > MOST_QUOTING ? `, and ${quoting.length - MOST_QUOTING} more` : '';
  const which =
    quoting.length === 1
      ? 'Another entry quotes it; that one stays'
      : `${quoting.length} other entries quote it and are kept`;
  return `${which}: ${named.join(', ')}${more}. `;
}

export const MOVE_CHOICES: readonly Choice<boolean>[] = [
  { value: true, label: 'Move to the trash' },
  { value: false, label: 'Leave as it is', wayOut: true },
];

/**
 * What was done, and of how many where something stopped it.
 *
 * @example
 * doneText('deleted', 2, 2) //=> 'Deleted 2 entries permanently.'
 * doneText('restored', 1, 2) //=> 'Brought back 1 of 2.'
 */
export function doneText(did: 'moved' | 'deleted' | 'restored', done: number, wanted: number): string {
  const what = done < wanted ? `${done} of ${wanted}` : entriesInWords(done);
  return {
    moved: `Moved ${what} to the trash.`,
    deleted: `Deleted ${what} permanently.`,
    restored: `Brought back ${what}.`,
  }[did];
}

/**
 * The error where files were gone when their turn came.
 *
 * @example
 * wentAway(['a.md']).message //=> 'a.md is gone'
 */
export function wentAway([first = '', ...more]: readonly string[]): CoachError {
  const what = more.length === 0 ? plainText(first) : `${more.length + 1} of the files`;
  return new CoachError(`${what} ${more.length === 0 ? 'is' : 'are'} gone`, {
    hint: `Another program, or coach in another window, has moved or deleted ${more.length === 0 ? 'it' : 'them'}. To see what is in the trash: coach journal restore`,
  });
}

/**
 * The remark about a link that was deleted.
 *
 * @param place - Where it led, in full.
 *
 * @example
 * textStays('a.md', '/notes/a.md') //=> 'a.md was only a link. The text itself is still there: /notes/a.md'
 */
export function textStays(path: string, place: string): string {
  return `${plainText(path)} was only a link. The text itself is still there: ${plainText(place)}`;
}

/**
 * The way back of what was just moved.
 *
 * @param only - The name of the one that was moved.
 *
 * @example
 * backText('k3') //=> 'To bring it back: coach journal restore k3'
 */
export function backText(only: string | undefined): string {
  return only === undefined
    ? 'To see and restore what is in the trash: coach journal restore'
    : `To bring it back: coach journal restore ${only}`;
}

/**
 * The remark about what is not deleted with all of the journal.
 *
 * @example
 * trashHolds(1) //=> 'The trash still holds 1 entry. To empty it: coach journal delete --trash --forever'
 */
export function trashHolds(count: number): string {
  return `The trash still holds ${entriesInWords(count)}. To empty it: coach journal delete --trash --forever`;
}

/**
 * The remark about a file that came back to another place.
 *
 * @example
 * besideText('a.md', 'a-2.md') //=> 'There is another file at a.md, so the restored one is next to it: a-2.md'
 */
export function besideText(wanted: string, path: string): string {
  return `There is another file at ${plainText(wanted)}, so the restored one is next to it: ${plainText(path)}`;
}

/**
 * The line above a list that does not show all.
 *
 * @example
 * newestOf(10, 12) //=> '12 entries. The newest 10:'
 */
export function newestOf(most: number, count: number): string {
  return `${count} entries. The newest ${most}:`;
}

/**
 * The line below a list of files that does not show all.
 *
 * @example
 * moreFiles(2) //=> '  and 2 more that cannot be read'
 */
export function moreFiles(count: number): string {
  return `  and ${count} more that cannot be read`;
}
