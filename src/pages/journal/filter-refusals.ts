// The questions and refusals of the flags that choose entries.
import { UsageError } from '../../domain/text/errors.ts';
import { oneLine } from '../../domain/text/plain-text.ts';

/** Where --about has no name. */
export const ASK_ABOUT = 'Who or what is it about?';

/** Where --search has no words. */
export const ASK_FOR_WORDS = 'Which words do you want to search for?';

/**
 * The error of days the wrong way round.
 *
 * @example
 * daysReversed('2026-11-22', '2026-11-01').hint //=> 'Put them the other way round: --since 2026-11-01 --until 2026-11-22'
 */
export function daysReversed(since: string, until: string): UsageError {
  return new UsageError(`--since ${since} is later than --until ${until}`, {
    hint: `Put them the other way round: --since ${until} --until ${since}`,
  });
}

/**
 * The error of words without a letter.
 *
 * @example
 * nothingToSearch().message //=> 'there is nothing to search for'
 */
export function nothingToSearch(): UsageError {
  return new UsageError('there is nothing to search for', {
    hint: 'Use words, "a phrase", word* for words that begin that way, or -word to leave a word out: coach journal --search "deadline -friday"',
  });
}

/**
 * The error of a search without words, where nobody can be asked for them.
 *
 * @example
 * searchNeedsWords().message //=> '--search needs words to search for'
 */
export function searchNeedsWords(): UsageError {
  return new UsageError('--search needs words to search for', { hint: 'For example: --search "the client"' });
}

/**
 * The error of words that are no time.
 *
 * @param flag - The one that they were given with.
 *
 * @example
 * notDays('soon', '--since').message //=> '"soon" is not a date for --since'
 */
export function notDays(words: string, flag: string): UsageError {
  return new UsageError(`"${oneLine(words)}" is not a date for ${flag}`, {
    hint: 'Write it as YYYY-MM-DD, 2026-11, 2026-W47, "yesterday", "last monday" or "last month".',
  });
}
