// The order of entries by how much of a search they match.
import type { Entry } from '../entry/entry.ts';
import { distinctWordsMatched, type Search, searchTexts } from './search.ts';

/**
 * Entries in the order of how many different words of theirs a search matched, the most first; those with the same number keep
 * their order. Since all words have to be there, only beginnings of words make a difference.
 *
 * @example
 * const [one, two] = [['ask'], ['ask', 'asking']].map((tags) => ({ entry: { ...entry, tags } }));
 * byRelevance([one, two], parseSearch('ask*'))[0] === two //=> true
 */
export function byRelevance<Item extends { readonly entry: Entry }>(
  items: readonly Item[],
  search: Search,
): readonly Item[] {
  const counted = items.map((item) => ({
    item,
    words: distinctWordsMatched(searchTexts(item.entry), search),
  }));
  return counted.toSorted((one, other) => other.words - one.words).map(({ item }) => item);
}

/**
 * One of several, as a list; none of none.
 *
 * @param share - Which one: a share from 0 to below 1 of the way through them.
 *
 * @example
 * oneOf(['a', 'b', 'c'], 0.5) //=> ['b']
 */
export function oneOf<Item>(items: readonly Item[], share: number): readonly Item[] {
  const at = Math.floor(share * items.length);
  return items.slice(at, at + 1);
}
