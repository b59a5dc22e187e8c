// A search that is still being typed, to narrow a list.
import { MONTHS, WEEKDAYS, longDay, twoDigits, weekdayOf } from '../time/day.ts';
import type { Entry } from '../entry/entry.ts';
import type { EntrySearch } from './query.ts';
import { isEmptySearch, matchesSearch, parseSearch, type Search, searchTexts, type Term } from './search.ts';
import { foldText } from '../text/folding.ts';

/**
 * The words that somebody has typed so far to narrow a list: read as any search is, with the last one as the beginning of
 * a word. They are looked for in what is written in an entry and in what a list shows of it: title, bank, day, name, and id.
 *
 * @returns Undefined where there are no words yet.
 *
 * @example
 * narrowSearch('status nov')?.wanted //=> [{ words: ['status'], prefix: false }, { words: ['nov'], prefix: true }]
 */
export function narrowSearch(typed: string): EntrySearch | undefined {
  const terms: Search = {
    wanted: parseSearch(CLOSED_PHRASE.test(typed) ? typed : `${typed}*`).wanted,
    // Word by word more would be left out, and come back once the word is whole.
    unwanted: parseSearch(typed).unwanted,
  };
  if (isEmptySearch(terms)) return undefined;
  const mayMatchFolded = (folded: string): boolean => mayMatchNarrowed(folded, terms);
  return {
    ...terms,
    matches: (entry) => matchesSearch([...searchTexts(entry), ...headTexts(entry)], terms),
    mayMatch: (raw) => mayMatchFolded(foldText(raw)),
    mayMatchFolded,
  };
}

/** A quote that ends what was typed, and begins nothing. */
const CLOSED_PHRASE = /[^\s"“”„«»-]["“”„«»]$/;

/**
 * The texts that a list shows of an entry; its day as it is written in full, in short, and in numbers.
 *
 * @example
 * headTexts({ ...entry, title: 'A free page', bank: 'note' })
 * //=> ['A free page', 'note', 'Sunday 22 November 2026', 'Sun 22 Nov 2026', '2026-11-22', 'k3x8m2p9qa', 'D.']
 */
export function headTexts({ title, bank, day, id, about }: Entry): readonly string[] {
  const words = [WEEKDAYS[weekdayOf(day) - 1] ?? '', ...longDay(day).split(' ')];
  const short = words.map((word) => (/\d/.test(word) ? word : word.slice(0, 3)));
  return [title, bank, words.join(' '), short.join(' '), day, id, about ?? ''].filter((text) => text !== '');
}

/**
 * Whether whatever a search finds, another one that is wider finds, too: so that what this one finds can be looked for
 * among what the other has found.
 *
 * @example
 * isWithin(parseSearch('deleg* month'), parseSearch('del*')) //=> true
 */
export function isWithin(search: Search, wider: Search): boolean {
  return (
    wider.wanted.every((term) => search.wanted.some((one) => implies(one, term))) &&
    wider.unwanted.every((term) => search.unwanted.some((one) => implies(term, one)))
  );
}

/** Whether a term stands wherever another one stands that begins like it. */
function implies(longer: Term, shorter: Term): boolean {
  const last = shorter.words.length - 1;
  return shorter.words.every((word, at) => {
    const other = longer.words[at];
    if (at === last && shorter.prefix) return other?.startsWith(word) === true;
    return other === word && !(longer.prefix && at === longer.words.length - 1);
  });
}

function mayMatchNarrowed(foldedRaw: string, { wanted }: Search): boolean {
  return wanted.every(({ words }) =>
    words.every((word) => foldedRaw.includes(word) || mayNameDay(foldedRaw, word)),
  );
}

/** In the file of an entry its month is a number, and its day of the week is not there at all. */
function mayNameDay(foldedRaw: string, word: string): boolean {
  const begins = (name: string): boolean => name.toLowerCase().startsWith(word);
  const inMonth = (name: string, index: number): boolean =>
    begins(name) && foldedRaw.includes(`-${twoDigits(index + 1)}-`);
  return WEEKDAYS.some(begins) || MONTHS.some(inMonth);
}
