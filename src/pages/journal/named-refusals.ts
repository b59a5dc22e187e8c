// The refusals of what an entry was called on the command line.
import { UsageError } from '../../domain/text/errors.ts';
import { nearestHint } from '../../domain/text/nearest.ts';
import { oneLine, plainText } from '../../domain/text/plain-text.ts';

/** As many ids or paths as a hint lists. */
const LISTED = 8;

/** Nothing is called like that. */
export class NothingNamed extends UsageError {}

/**
 * The error of a name without a letter.
 *
 * @example
 * emptyName().message //=> 'which entry?'
 */
export function emptyName(): UsageError {
  return new UsageError('which entry?', {
    hint: 'Use "last", a date, or the start of an id.',
  });
}

/**
 * The error of a word that is a time as well as the beginning of this id.
 *
 * @example
 * timeOrId('apr', 'apr1x2y3z4').message //=> '"apr" could be a date or the start of an id'
 */
export function timeOrId(word: string, id: string): UsageError {
  return new UsageError(`"${word}" could be a date or the start of an id`, {
    hint: `Use ${id} for the entry, or the date in figures, such as 2026-11.`,
  });
}

/**
 * The error where several ids begin like that.
 *
 * @example
 * severalIds('k', ['k3', 'k4']).message //=> '2 ids begin with "k"'
 */
export function severalIds(which: string, ids: readonly string[]): UsageError {
  return several(`${ids.length} ids begin with "${oneLine(which)}"`, ids);
}

/**
 * The error where something is done to one entry, and several were named.
 *
 * @example
 * onlyOneOf('today', ['k3', 'k4']).hint //=> 'Choose one: k3, k4'
 */
export function onlyOneOf(
  which: string,
  ids: readonly string[],
  done: 'edited' | 'shared' = 'edited',
): UsageError {
  return several(
    `"${oneLine(which)}" matches ${ids.length} entries, and only one can be ${done} at a time`,
    ids,
  );
}

function several(what: string, ids: readonly string[]): UsageError {
  return new UsageError(what, { hint: `Choose one: ${ids.slice(0, LISTED).join(', ')}` });
}

/**
 * The error where files with one id differ.
 *
 * @example
 * severalFiles('k3', ['a.md', 'b.md']).message //=> '2 files have the same id, k3, but differ'
 */
export function severalFiles(id: string, paths: readonly string[]): UsageError {
  return new UsageError(`${paths.length} files have the same id, ${id}, but differ`, {
    hint: ['Give the path of one:', ...paths.slice(0, LISTED).map(plainText)].join('\n  '),
  });
}

/**
 * The remark where all files with one id are shown.
 *
 * @example
 * filesDiffer(2, 'k3') //=> '2 files have the id k3, but differ.'
 */
export function filesDiffer(count: number, id: string): string {
  return `${count} files have the id ${id}, but differ.`;
}

/**
 * The error of a file that somebody else put there.
 *
 * @example
 * notAnEntry('notes.md').message //=> 'notes.md is not an entry'
 */
export function notAnEntry(path: string): UsageError {
  return new UsageError(`${plainText(path)} is not an entry`, {
    hint: 'It has no "coach: 1" line, so coach leaves it alone.',
  });
}

/**
 * The error of a path that leads to no file.
 *
 * @param paths - Those that may have been meant.
 *
 * @example
 * noFile('b.md', ['2026/11/b1.md'], false).message //=> 'there is no file b.md in the journal'
 */
export function noFile(which: string, paths: readonly string[], isTrash: boolean): NothingNamed {
  return new NothingNamed(`there is no file ${plainText(which)} in the ${isTrash ? 'trash' : 'journal'}`, {
    hint: nearestHint(which, paths, 'Give its path inside the journal folder.'),
  });
}

/**
 * The error where there is no entry at all.
 *
 * @example
 * noEntries(true).message //=> 'the trash is empty'
 */
export function noEntries(isTrash: boolean): NothingNamed {
  return isTrash
    ? new NothingNamed('the trash is empty')
    : new NothingNamed('there are no entries yet', { hint: 'To write the first: coach reflect' });
}

/**
 * The error of days without an entry.
 *
 * @example
 * noEntryOn({ since: '2026-11-01', until: '2026-11-30' }, false).message
 * //=> 'there is no entry from 2026-11-01 to 2026-11-30'
 */
export function noEntryOn(
  { since, until }: { readonly since: string; readonly until: string | undefined },
  isTrash: boolean,
): NothingNamed {
  const days =
    since === until ? `on ${since}` : until === undefined ? `since ${since}` : `from ${since} to ${until}`;
  return new NothingNamed(`there is no entry ${days}${where(isTrash)}`, {
    hint: `${listOf(isTrash)} lists ${isTrash ? 'what is there' : 'the newest ones'}.`,
  });
}

/**
 * The error of a word by which no entry goes.
 *
 * @param ids - Those that may have been meant.
 *
 * @example
 * noEntryNamed('k4', [], false).message //=> 'there is no entry "k4"'
 * noEntryNamed('lst', [], false).hint //=> 'Did you mean last?'
 */
export function noEntryNamed(which: string, ids: readonly string[], isTrash: boolean): NothingNamed {
  const beginnings = which.length < 3 ? [] : ids.map((id) => id.slice(0, which.length));
  const known = `Use "last", a date, or the start of an id. To see the ids: ${listOf(isTrash)}`;
  return new NothingNamed(`there is no entry "${oneLine(which)}"${where(isTrash)}`, {
    hint: nearestHint(which, ['last', 'today', 'yesterday', ...beginnings], known),
  });
}

function where(isTrash: boolean): string {
  return isTrash ? ' in the trash' : '';
}

function listOf(isTrash: boolean): string {
  return isTrash ? 'coach journal restore' : 'coach journal';
}
