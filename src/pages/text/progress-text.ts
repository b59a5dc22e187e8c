// Long pieces of work in words: their names, and how far they have got.

export const READING_JOURNAL = 'Reading the journal';
export const READING = 'Reading';
export const IMPORTING = 'Importing';
export const EXPORTING = 'Exporting';
export const MOVING = 'Moving';

/**
 * How far a piece of work has got.
 *
 * @param total - Infinity where it does not show yet.
 *
 * @example
 * progressText('Reading', 1200, 3000) //=> 'Reading: 1,200 of 3,000'
 */
export function progressText(doing: string, done: number, total: number): string {
  const of = total === Infinity ? '' : ` of ${thousands(total)}`;
  return `${doing}: ${thousands(done)}${of}`;
}

/** As `toLocaleString` would have it, which takes longer to load than the work that is told of may take. */
function thousands(count: number): string {
  const digits = String(count);
  const groups: string[] = [];
  for (let end = digits.length; end > 0; end -= 3) groups.unshift(digits.slice(Math.max(end - 3, 0), end));
  return groups.join(',');
}
