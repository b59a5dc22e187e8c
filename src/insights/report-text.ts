// The words around a report: where its page lies, and what is refused.
import { CoachError, UsageError } from '../domain/text/errors.ts';
import { oneLine } from '../domain/text/plain-text.ts';
import { type Day, longDay } from '../domain/time/day.ts';

/** A name for a page that is kept, as help and hints have it. */
const EXAMPLE = 'report.html';

/**
 * Where the page lies while it is looked at.
 *
 * @param isOpen - A browser took it.
 *
 * @example
 * lyingText('/home/d/coach-report-4k2m7x8a.html', true)
 * //=> 'Opened in your browser: /home/d/coach-report-4k2m7x8a.html'
 */
export function lyingText(place: string, isOpen: boolean): string {
  return isOpen ? `Opened in your browser: ${place}` : `No browser opened. Open the page yourself: ${place}`;
}

/** How a page is kept. */
export const TO_KEEP = `To keep a page: coach report --to ${EXAMPLE}`;

/** What ends the look at a page. */
export const UNTIL_ENTER = 'Press Enter when you are done. The page is then deleted.';

/**
 * What was done with the pages of runs that were killed.
 *
 * @example
 * sweptText(['/home/d/coach-report-4k2m7x8a.html'])
 * //=> 'Deleted a page that an earlier coach report left behind: /home/d/coach-report-4k2m7x8a.html'
 */
export function sweptText(places: readonly string[]): string {
  const pages = places.length === 1 ? 'a page' : `${places.length} pages`;
  return `Deleted ${pages} that an earlier coach report left behind: ${places.join(', ')}`;
}

/**
 * Where a page was written.
 *
 * @example
 * writtenPageText('report.html') //=> 'Wrote report.html'
 */
export function writtenPageText(named: string): string {
  return `Wrote ${oneLine(named)}`;
}

/**
 * Which part of a long journal a page is of.
 *
 * @example
 * partText('2025-11-23') //=> 'The page starts on 23 November 2025. For all of it, add --all.'
 */
export function partText(since: Day): string {
  return `The page starts on ${longDay(since)}. For all of it, add --all.`;
}

/**
 * The error where a page can be opened nowhere.
 *
 * @example
 * noBrowser().message //=> 'there is no browser here to open the page in'
 */
export function noBrowser(): CoachError {
  return new CoachError('there is no browser here to open the page in', { hint: KEEP_IT });
}

/**
 * The error where a page would lie there for ever, since nobody can say that it was looked at.
 *
 * @example
 * noKeyboard().message //=> 'the page is deleted when you press Enter, but there is no keyboard here'
 */
export function noKeyboard(): CoachError {
  return new CoachError('the page is deleted when you press Enter, but there is no keyboard here', {
    hint: KEEP_IT,
  });
}

const KEEP_IT = `Write it to a file: coach report --to ${EXAMPLE}`;

/**
 * The error of --no-open without a file.
 *
 * @example
 * noOpenNeedsFile().message //=> '--no-open needs a file to write to'
 */
export function noOpenNeedsFile(): UsageError {
  return new UsageError('--no-open needs a file to write to', { hint: `For example: --to ${EXAMPLE}` });
}

/**
 * The error of a whole journal that begins on a given day.
 *
 * @param flag - The one that gives the day.
 *
 * @example
 * allAndDays('--since').message //=> '--all and --since cannot go together'
 */
export function allAndDays(flag: '--since' | '--until'): UsageError {
  return new UsageError(`--all and ${flag} cannot go together`, {
    hint: '--all stands for the whole journal. Leave out one of them.',
  });
}

/**
 * The error of a page in the journal.
 *
 * @example
 * pageInJournal('journal/report.html').message //=> 'journal/report.html is in the journal itself'
 */
export function pageInJournal(named: string): UsageError {
  return new UsageError(`${oneLine(named)} is in the journal itself`, {
    hint: 'Write the page to a place outside it.',
  });
}

/**
 * The error of a folder in the place of a page.
 *
 * @example
 * pageIsFolder('out').message //=> 'out is a folder, but the report is one file'
 */
export function pageIsFolder(named: string): UsageError {
  return new UsageError(`${oneLine(named)} is a folder, but the report is one file`, {
    hint: 'Give the name of a file in that folder.',
  });
}

/**
 * The error of a page of an encrypted journal that is to be looked at without being kept.
 *
 * @example
 * pageWouldBeReadable().message //=> 'the journal is encrypted, and a page in the browser would not be'
 */
export function pageWouldBeReadable(): CoachError {
  return new CoachError('the journal is encrypted, and a page in the browser would not be', {
    hint: 'Name a file for it; anybody who has the file can read it: coach report --to report.html',
  });
}
