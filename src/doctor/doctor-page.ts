// The page of coach doctor: finding by finding, with what mends it.
import { type Finding, findingText } from './finding.ts';
import { plainText } from '../domain/text/plain-text.ts';
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
