// The words around entries that are looked through: what is listed, and what keys and words do.

/** What was typed leaves nothing. */
export const NO_MATCH = 'No entries match.';

/**
 * There are older entries than those in the list.
 *
 * @example
 * newestText(20) //=> 'Showing the newest 20.'
 */
export function newestText(entries: number): string {
  return `Showing the newest ${entries}.`;
}

/**
 * The same where typing finds older ones.
 *
 * @example
 * newestAndOlderText(20) //=> 'Showing the newest 20. Type to search for older ones.'
 */
export function newestAndOlderText(entries: number): string {
  return `${newestText(entries)} Type to search for older ones.`;
}

/**
 * What is asked below a list that is read line by line.
 *
 * @param typed - The words that narrow it.
 *
 * @example
 * listQuestion('') //=> 'Type a number to open an entry, or words to search for; Enter leaves:'
 */
export function listQuestion(typed: string): string {
  return `Type a number to open an entry, or words to search for; ${typed === '' ? 'Enter leaves' : 'Enter lists them all'}:`;
}

/** What is asked below an entry that is read line by line. */
export const ENTRY_QUESTION = 'Enter goes back to the list, e edits, d deletes, q leaves:';

/** Before the words that are typed into a list on the whole screen. */
export const SEARCH_LABEL = 'Search:';
/** As wide, so that nothing moves. */
export const SEARCHING_LABEL = 'Search…';

const LIST_KEYS = 'arrows: move · Enter: open · type to search · Esc: leave';
const SHORT_LIST_KEYS = 'type, arrows · Enter: open · Esc: leave';

/**
 * The keys of a list on the whole screen.
 *
 * @example
 * listKeys(50) //=> 'type, arrows · Enter: open · Esc: leave'
 */
export function listKeys(columns: number): string {
  return columns > LIST_KEYS.length ? LIST_KEYS : SHORT_LIST_KEYS;
}

/** What is asked before the list is shown again. */
export const BACK_TO_LIST = 'Enter goes back to the list:';

/** The keys below an entry, and fewer of them where there is less room. */
const PAGE_KEYS = [
  'e: edit · d: delete · Enter: back · q: leave',
  'e: edit · d: delete · q: leave',
  'e: edit · d: delete · q',
];

/**
 * The keys of an entry on the whole screen, and which of its rows are seen.
 *
 * @param seen - Absent where all of it is.
 *
 * @example
 * pageKeys(80, { first: 1, last: 23, of: 40 }) //=> '1–23 of 40 · arrows: scroll · e: edit · d: delete · Enter: back · q: leave'
 */
export function pageKeys(
  columns: number,
  seen: { readonly first: number; readonly last: number; readonly of: number } | undefined,
): string {
  const where = seen ? `${seen.first}–${seen.last} of ${seen.of} · ` : '';
  const all = [...(seen ? [`arrows: scroll · ${PAGE_KEYS[0]}`] : []), ...PAGE_KEYS];
  return where + (all.find((keys) => where.length + keys.length < columns) ?? all.at(-1));
}
