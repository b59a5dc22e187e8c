// Plans and guesses that are open, from the whole journal.
import { countingEntries } from '../../domain/entry/copies.ts';
import { type Followed, followedItems } from '../../domain/record/followed-items.ts';
import type { EntryIndex, Found } from '../ports/entry-index.ts';

/**
 * Every plan and guess that nothing closes, and those beside them in the same entries.
 *
 * @example
 * (await openItems(index)).items.length //=> 1
 */
export async function openItems(
  index: EntryIndex,
): Promise<{ readonly items: readonly Followed[]; readonly unreadable: Found['unreadable'] }> {
  const { entries, unreadable } = await index.find({ open: true });
  return { items: followedItems(countingEntries(entries)), unreadable };
}

/**
 * The plans and guesses of one entry, closed ones, too.
 *
 * @param id - The whole id of the entry.
 *
 * @example
 * (await itemsOf('p7w2c9d4rt', index)).map(({ answer }) => answer.question) //=> ['manager-commitment']
 */
export async function itemsOf(id: string, index: EntryIndex): Promise<readonly Followed[]> {
  const [own, open] = await Promise.all([index.find({ id }), index.find({ open: true })]);
  const entries = countingEntries([...own.entries, ...open.entries]);
  return followedItems(entries).filter(({ entry }) => entry.id === id);
}
