// The order of entries by how much of a search they match.
import type { Entry } from '../entry/entry.ts';
import { distinctWordsMatched, type Search, searchTexts } from './search.ts';

/** So many more than are wanted are held before the rest of them is let go. */
const HELD = 100;

/**
 * Entries in the order of how many different words of theirs a search matched, the most first; those with the same number keep
 * their order. Since all words have to be there, only beginnings of words make a difference.
 *
 * @param limit - As many are wanted. Of the others not many are held at once.
 *
 * @example
 * const [one, two] = [['ask'], ['ask', 'asking']].map((tags) => ({ entry: { ...entry, tags } }));
 * mostRelevant([one, two], parseSearch('ask*'), 1)[0] === two //=> true
 */
export function mostRelevant<Item extends { readonly entry: Entry }>(
  items: Iterable<Item>,
  search: Search,
  limit = Infinity,
): readonly Item[] {
  let held: { readonly item: Item; readonly words: number }[] = [];
  const inOrder = () => held.toSorted((one, other) => other.words - one.words).slice(0, limit);
  for (const item of items) {
    held.push({ item, words: distinctWordsMatched(searchTexts(item.entry), search) });
    if (held.length >= limit + HELD) held = inOrder();
  }
  return inOrder().map(({ item }) => item);
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
