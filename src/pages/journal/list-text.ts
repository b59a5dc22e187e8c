// The remarks of coach journal beside its list, and the refusals of its flags.
import { CoachError, UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';
import { noEntriesText } from '../text/words.ts';

/** A journal without an entry. */
export const NO_ENTRIES = 'No entries yet. To write the first: coach reflect';

/**
 * Why nothing is listed.
 *
 * @param left - The flags without which there would be entries, and how many.
 *
 * @example
 * noMatch([{ flag: '--role', entries: 3 }]) //=> 'No entries match: --role leaves out 3.'
 */
export function noMatch(left: readonly { readonly flag: string; readonly entries: number }[]): string {
  if (left.length === 0) return noEntriesText(true);
  return `No entries match: ${left.map(({ flag, entries }) => `${flag} leaves out ${entries}`).join(', ')}.`;
}

/**
 * How to see those that are not listed.
 *
 * @param isRelevance - The list is not by age.
 *
 * @example
 * moreEntries(10, false) //=> 'Showing the newest 10. To see all of them: --limit all'
 */
export function moreEntries(count: number, isRelevance: boolean): string {
  return isRelevance
    ? `Showing the first ${count === 1 ? 'one' : count}. To see all of them: --limit all`
    : `Showing the newest ${count === 1 ? 'one' : count}. To see all of them: --limit all`;
}

/**
 * The error of an order that nothing decides.
 *
 * @example
 * relevanceNeedsSearch().message //=> '--sort relevance needs --search'
 */
export function relevanceNeedsSearch(): UsageError {
  return new UsageError('--sort relevance needs --search', { hint: 'For example: --search "the client*"' });
}

/**
 * The error of an order that there is not.
 *
 * @example
 * notAnOrder('age').message //=> '"age" is not a sort order'
 */
export function notAnOrder(word: string): UsageError {
  return new UsageError(`"${oneLine(word)}" is not a sort order`, { hint: 'Use newest or relevance.' });
}

/**
 * The error of a limit that is no number.
 *
 * @example
 * notALimit('many').message //=> '"many" is not a valid limit'
 */
export function notALimit(word: string): UsageError {
  return new UsageError(`"${oneLine(word)}" is not a valid limit`, {
    hint: 'Use 1 or a higher number, or "all".',
  });
}

/**
 * The error of a flag that browsing has no use for.
 *
 * @param other - Without its hyphens.
 *
 * @example
 * notToBrowse('json').message //=> "--browse and --json can't be used together"
 */
export function notToBrowse(other: string): UsageError {
  return new UsageError(`--browse and --${other} can't be used together`, {
    hint: 'Browsing shows all entries, newest first, one page at a time. Use only one of the two.',
  });
}

/**
 * The error of `--plain` where nothing is asked.
 *
 * @example
 * plainNeedsBrowse().hint //=> 'For example: coach journal --browse --plain'
 */
export function plainNeedsBrowse(): UsageError {
  return new UsageError('--plain works only with --browse', {
    hint: 'For example: coach journal --browse --plain',
  });
}

/**
 * The error where nobody can browse.
 *
 * @example
 * nowhereToBrowse().message //=> 'there is no terminal to browse in'
 */
export function nowhereToBrowse(): CoachError {
  return new CoachError('there is no terminal to browse in', {
    hint: 'Search for what you want instead: coach journal --search "the client*"',
  });
}
