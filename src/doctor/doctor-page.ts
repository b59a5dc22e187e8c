// The page of coach doctor: finding by finding, with what mends it, and its last line.
import { type Finding, findingText } from './finding.ts';
import { CoachError } from '../domain/text/errors.ts';
import { plainText } from '../domain/text/plain-text.ts';
import { counted, entriesInWords } from '../pages/text/words.ts';
import { type Page, wrap } from '../pages/text/wrap.ts';

/** So many places and commands of one finding are shown; `--json` has all. */
const SHOWN = 5;

/**
 * Findings to read: what it is, where, what it puts at risk, and what mends it. Commands stand alone on their lines, unbroken, so
 * that they can be copied.
 *
 * @example
 * doctorPage(findingsOf([{ code: 'link-broken', paths: ['a.md'] }]), page).split('\n')[0] //=> 'One link does not lead to a file.'
 */
export function doctorPage(findings: readonly Finding[], page: Page): string {
  return findings.map((finding) => findingLines(finding, page)).join('\n');
}

function findingLines({ code, count, paths, details, commands }: Finding, { width, style }: Page): string {
  const { what, risk, mend } = findingText(code, count);
  // A detail says where, too.
  const places = details.length > 0 ? details : paths;
  const shown = places
    .slice(0, SHOWN)
    .map((place) => wrap(plainText(place.replaceAll('\n', ' ')), width, '  '));
  const more = places.length - shown.length;
  const words = [risk, mend].filter((text) => text !== '').join(' ');
  return [
    style.strong(wrap(what, width)),
    ...shown,
    ...(more > 0 ? [style.dim(`  and ${more} more`)] : []),
    ...(words === '' ? [] : [wrap(words, width, '  ')]),
    ...commands.slice(0, SHOWN).map((command) => `    ${plainText(command)}`),
    ...(commands.length > SHOWN
      ? [style.dim(`    and ${commands.length - SHOWN} more: coach doctor --json`)]
      : []),
    '',
  ].join('\n');
}

/**
 * The line where no problem was found.
 *
 * @example
 * examinedText(0) //=> 'No entries yet, no problems found.'
 * examinedText(1) //=> '1 entry, no problems found.'
 */
export function examinedText(entries: number): string {
  return entries === 0
    ? 'No entries yet, no problems found.'
    : `${entriesInWords(entries)}, no problems found.`;
}

/**
 * The same for a journal that is locked.
 *
 * @example
 * lockedText().length < 80 //=> true
 */
export function lockedText(): string {
  return 'The journal is locked, so its entries were not read. No problems found.';
}

/**
 * The line about notes that are not shown.
 *
 * @example
 * moreNotes(2) //=> 'See 2 notes: coach doctor --verbose'
 */
export function moreNotes(count: number): string {
  return `See ${counted(count, 'note')}: coach doctor --verbose`;
}

/**
 * The error where there are problems.
 *
 * @param entries - Undefined where they were not read.
 *
 * @example
 * problemsFound(3, 1).message //=> '3 entries, 1 problem'
 */
export function problemsFound(entries: number | undefined, problems: number): CoachError {
  const read = entries === undefined ? 'the journal is locked' : entriesInWords(entries);
  return new CoachError(`${read}, ${counted(problems, 'problem')}`);
}
