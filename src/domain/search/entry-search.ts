// A search over entries, as a part of a query.
import type { EntrySearch } from './query.ts';
import { matchesSearch, mayMatchSearch, parseSearch, searchTexts } from './search.ts';
import { foldText } from '../text/folding.ts';

/**
 * The words that a person types to search for, as a part of a query.
 *
 * @example
 * entrySearch('small -friday').matches(entry) //=> true
 */
export function entrySearch(typed: string): EntrySearch {
  const terms = parseSearch(typed);
  const mayMatchFolded = (folded: string): boolean => mayMatchSearch(folded, terms);
  return {
    ...terms,
    matches: (entry) => matchesSearch(searchTexts(entry), terms),
    mayMatch: (raw) => mayMatchFolded(foldText(raw)),
    mayMatchFolded,
  };
}
